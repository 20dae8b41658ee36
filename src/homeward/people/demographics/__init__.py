"""Who does the national register say this is? The protocol of a demographics service, and a client for one that speaks FHIR."""
