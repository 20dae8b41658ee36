"""Do public FHIR clients, unmodified, work against a served Homeward?"""
