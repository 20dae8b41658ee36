"""What is a place in FHIR R4? One file per resource; `bundle.to_fhir` gathers them."""
