"""Pure rules of the FHIR door."""
