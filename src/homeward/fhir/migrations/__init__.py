"""The tables of the FHIR door."""
