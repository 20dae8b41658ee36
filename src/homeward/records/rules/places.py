"""In which elements of each kind of resource do the code, category, status and dates stand (FHIR R4, 4.0.1)?

The entry '' holds for every kind that is not listed. Paths are tried in order; 'a.b' goes into a, of a list its first.
"""

_MEDICINE = ("medicationCodeableConcept", "medicationReference")

CODES: dict[str, tuple[str, ...]] = {
    "": ("code", "type", "serviceType", "vaccineCode", "medicationCodeableConcept", "category", "topic"),
    "MedicationRequest": _MEDICINE,
    "MedicationStatement": _MEDICINE,
    "MedicationAdministration": _MEDICINE,
    "MedicationDispense": _MEDICINE,
    "Immunization": ("vaccineCode",),
    "ImmunizationRecommendation": ("recommendation.vaccineCode",),
    "Encounter": ("type", "serviceType", "class"),
    "Appointment": ("serviceType", "appointmentType", "specialty"),
    "CarePlan": ("category",),
    "CareTeam": ("category",),
    "Consent": ("category", "scope"),
    "Goal": ("description",),
    "QuestionnaireResponse": ("questionnaire",),
    "FamilyMemberHistory": ("condition.code", "relationship"),
    "ImagingStudy": ("procedureCode", "series.modality"),
    "RelatedPerson": ("relationship",),
    "HealthcareService": ("type", "category"),
    "Communication": ("topic", "category", "reasonCode"),
    "CommunicationRequest": ("category", "reasonCode"),
    "Coverage": ("type",),
    "Patient": (),
    "Practitioner": (),
    "Provenance": ("activity",),
    "AuditEvent": ("subtype", "type"),
}

CATEGORIES: dict[str, tuple[str, ...]] = {
    "": ("category",),
    "DocumentReference": ("category", "type"),
    "Composition": ("category", "type"),
    "Encounter": ("class",),
    "Procedure": ("category",),
    "EpisodeOfCare": ("type",),
    "Organization": ("type",),
    "Location": ("type",),
    "Consent": ("scope",),
}

STATUSES: dict[str, tuple[str, ...]] = {
    "": ("status", "active"),
    "Condition": ("clinicalStatus.coding.code", "verificationStatus.coding.code"),
    "AllergyIntolerance": ("clinicalStatus.coding.code", "verificationStatus.coding.code"),
    "Goal": ("lifecycleStatus",),
    "Questionnaire": ("status",),
}

_BEGINNINGS = (
    "effectiveDateTime", "effectivePeriod.start", "effectiveInstant", "onsetDateTime", "onsetPeriod.start",
    "occurrenceDateTime", "occurrencePeriod.start", "performedDateTime", "performedPeriod.start", "period.start",
    "start", "started", "startDate", "servicedDate", "servicedPeriod.start", "collection.collectedDateTime",
    "authoredOn", "authored", "dateTime", "date", "recordedDate", "sent", "created", "issued", "recorded",
)  # fmt: skip

EFFECTIVE: dict[str, tuple[str, ...]] = {
    "": _BEGINNINGS,
    "DocumentReference": ("context.period.start", "date"),
    "AllergyIntolerance": ("onsetDateTime", "onsetPeriod.start", "recordedDate", "lastOccurrence"),
    "MedicationDispense": ("whenHandedOver", "whenPrepared"),
    "MedicationStatement": ("effectiveDateTime", "effectivePeriod.start", "dateAsserted"),
    "Claim": ("billablePeriod.start", "created"),
    "ExplanationOfBenefit": ("billablePeriod.start", "created"),
    "ServiceRequest": ("occurrenceDateTime", "occurrencePeriod.start", "authoredOn"),
    "Goal": ("startDate", "statusDate"),
    "Task": ("executionPeriod.start", "authoredOn", "lastModified"),
    "Patient": (),
    "Practitioner": (),
    "Organization": (),
    "Location": (),
}

RECORDED: dict[str, tuple[str, ...]] = {
    "": (
        "recordedDate", "issued", "recorded", "dateAsserted", "authoredOn", "authored", "created", "date", "dateTime",
        "statusDate", "sent", "indexed", "meta.lastUpdated",
    ),
    "Encounter": ("meta.lastUpdated",),
    "Task": ("lastModified", "authoredOn", "meta.lastUpdated"),
}  # fmt: skip
