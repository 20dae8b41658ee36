"""What may be asked of the FHIR door beyond reading, one operation a file."""
