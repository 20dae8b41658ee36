"""Which words do partners' records and their coming in use?"""

from typing import Final, Literal

Outcome = Literal["new", "changed", "same"]

NHS_NUMBER: Final = "https://fhir.nhs.uk/Id/nhs-number"
SNOMED: Final = "http://snomed.info/sct"

# The job of the house under which deliveries come in.
IMPORTS_JOB: Final = "imports"

# A delivery, from its first byte to its last row.
RunState = Literal["reading", "checking", "checked", "applying", "applied"]
RUN_STATES: Final[dict[str, str]] = {
    "reading": "Being read", "checking": "Being compared", "checked": "Waits to be applied",
    "applying": "Being applied", "applied": "Applied",
}  # fmt: skip

RowState = Literal["read", "new", "changed", "same", "clash", "rejected", "applied"]
ROW_STATES: Final[dict[str, str]] = {
    "read": "Not compared yet", "new": "New", "changed": "Changed", "same": "The same", "clash": "Clash",
    "rejected": "Rejected", "applied": "Applied",
}  # fmt: skip

# How the person a delivery speaks of is known.
How = Literal["read", "known", "number", "identifier", "details", "new", "registered", "doubtful", "unknown"]
HOWS: Final[dict[str, str]] = {
    "read": "Not looked for yet", "known": "Known from this source before", "number": "By NHS number",
    "identifier": "By the number this source gave", "details": "By name, birth date and postcode",
    "new": "Nobody here yet", "registered": "Registered by this delivery", "doubtful": "In doubt",
    "unknown": "Not told who it is",
}  # fmt: skip

# Sensitivity of what speaks of nobody although its kind usually does: no declared kind, so nobody but the house sees it.
UNATTRIBUTED: Final = "unattributed"

# Kinds that are about nobody: who gives care, what exists, what words mean.
NOBODY: Final = frozenset(
    "ActivityDefinition CapabilityStatement CatalogEntry ChargeItemDefinition CodeSystem CompartmentDefinition ConceptMap "
    "DeviceDefinition DeviceMetric EffectEvidenceSynthesis Endpoint EventDefinition Evidence EvidenceVariable ExampleScenario "
    "GraphDefinition HealthcareService ImplementationGuide InsurancePlan Library Location Measure Medication "
    "MedicationKnowledge MedicinalProduct MedicinalProductAuthorization MedicinalProductContraindication "
    "MedicinalProductIndication MedicinalProductIngredient MedicinalProductInteraction MedicinalProductManufactured "
    "MedicinalProductPackaged MedicinalProductPharmaceutical MedicinalProductUndesirableEffect MessageDefinition "
    "NamingSystem ObservationDefinition OperationDefinition Organization OrganizationAffiliation PlanDefinition Practitioner "
    "PractitionerRole Questionnaire ResearchDefinition ResearchElementDefinition RiskEvidenceSynthesis Schedule "
    "SearchParameter Slot SpecimenDefinition StructureDefinition StructureMap Substance SubstanceNucleicAcid "
    "SubstancePolymer SubstanceProtein SubstanceReferenceInformation SubstanceSourceMaterial SubstanceSpecification "
    "TerminologyCapabilities TestReport TestScript ValueSet".split()
)

# Elements that tell when something was found or done.
FOUND: Final[dict[str, tuple[str, ...]]] = {
    "Observation": ("effectiveDateTime", "effectiveInstant"),
    "Procedure": ("performedDateTime",),
    "Immunization": ("occurrenceDateTime",),
    "DiagnosticReport": ("effectiveDateTime",),
    "Condition": ("onsetDateTime", "recordedDate"),
    "AllergyIntolerance": ("onsetDateTime", "recordedDate"),
}
