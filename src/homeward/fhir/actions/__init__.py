"""What the FHIR door itself writes, one verb a file."""
