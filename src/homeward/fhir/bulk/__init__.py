"""How does a partner's system take many people's records at once? FHIR Bulk Data Access 2.0: asked for, gathered by the house, taken as files."""
