"""How do partners' systems talk to Homeward? In FHIR R4: messages in, resources out."""
