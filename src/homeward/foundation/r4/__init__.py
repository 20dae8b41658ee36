"""Is what was sent a sound FHIR R4 resource, and if not, which element is at fault?"""
