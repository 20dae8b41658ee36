"""Which codes do both sides of a Booking and Referral Standard message speak? (NHS England, BaRS core 1.x, FHIR R4 4.0.1.)"""

EVENTS = "https://fhir.nhs.uk/CodeSystem/message-events-bars"
REASONS = "https://fhir.nhs.uk/CodeSystem/message-reason-bars"
REQUEST_CATEGORIES = "https://fhir.nhs.uk/CodeSystem/message-category-servicerequest"
FLAG_CATEGORIES = "https://fhir.nhs.uk/CodeSystem/flag-categories-bars"
NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number"
ODS_CODE = "https://fhir.nhs.uk/id/ods-organization-code"
SERVICE_ID = "https://fhir.nhs.uk/Id/dos-service-id"
SNOMED = "http://snomed.info/sct"
VERIFICATION = "https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus"
REQUEST, RESPONSE = "servicerequest-request", "servicerequest-response"
NEW, UPDATE, DELETE = "new", "update", "delete"
PRESENTING_COMPLAINT = "33962009"  # SNOMED CT, category of a Condition
PRIORITY_ORDER = ("stat", "asap", "urgent", "routine")
REASONABLE_ADJUSTMENT = "RA"
REVOKED = "revoked"
