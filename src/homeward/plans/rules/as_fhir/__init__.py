"""How are forms, answers, plans and goals written as FHIR R4? Pure functions from what the queries give."""
