"""Which codes does BaRS use, and what do they mean here? What both sides speak stands with the sending. (NHS England, BaRS core 1.x, FHIR R4 4.0.1.)"""

from homeward.exchange.api import bars_codes as codes
from homeward.grammar.reasons import Meaning

EVENTS = codes.EVENTS
REASONS = codes.REASONS
REQUEST_CATEGORIES = codes.REQUEST_CATEGORIES
FLAG_CATEGORIES = codes.FLAG_CATEGORIES
NHS_NUMBER = codes.NHS_NUMBER
ODS_CODE = codes.ODS_CODE
SERVICE_ID = codes.SERVICE_ID
SNOMED = codes.SNOMED
VERIFICATION = codes.VERIFICATION
REQUEST = codes.REQUEST
RESPONSE = codes.RESPONSE
NEW = codes.NEW
UPDATE = codes.UPDATE
DELETE = codes.DELETE
PRESENTING_COMPLAINT = codes.PRESENTING_COMPLAINT
PRIORITY_ORDER = codes.PRIORITY_ORDER
REASONABLE_ADJUSTMENT = codes.REASONABLE_ADJUSTMENT

USE_CASES = "https://fhir.nhs.uk/CodeSystem/usecases-categories-bars"
SCENE_SAFETY = "https://fhir.nhs.uk/CodeSystem/scene-safety-codes-bars"
ERROR_CODES = "https://fhir.nhs.uk/Codesystem/http-error-codes"
BOOKINGS = ("booking-request", "booking-response")
CANCELLED = ("revoked", "entered-in-error")
NO_SAFEGUARDING = "861931000000100"  # SNOMED CT: no safeguarding issues identified

# Ambulance response categories as FHIR priorities, by the time each allows (category 3: two hours).
AMBULANCE_PRIORITY = {
    "C1": "stat", "C2": "stat", "C3": "stat", "HCP1": "stat", "HCP2": "stat", "HCP3": "stat",
    "IFT1": "stat", "IFT2": "stat", "IFT3": "stat",
    "C4": "asap", "C4T": "asap", "HCP4": "asap", "HP4T": "asap", "IFT4": "asap",
    "C5": "urgent",
}  # fmt: skip
LIFE_THREATENING = frozenset({"C1", "C2", "HCP1", "HCP2", "IFT1", "IFT2"})

# Flag category → (code kept with the referral, the words before the flag's own).
RISK_FLAGS = {
    "SG": ("safeguarding", "Safeguarding"),
    "SS": ("scene-safety", "Scene safety"),
    "IR": ("infection", "Infection risk"),
    "RC": ("repeat-caller", "Repeat caller"),
    "RT": ("respect", "ReSPECT"),
    "AC": ("agency-contacted", "Agency already contacted"),
    "API": ("information", "About the person"),
    "RS": ("rejected-services", "Services the person did not choose"),
}
ADJUSTMENTS = "https://fhir.nhs.uk/CodeSystem/reasonable-adjustment-codes-bars"
SCENE_WORDS = {
    "S": "the scene is safe",
    "U": "the scene is not safe",
    "UNK": "it is not known whether the scene is safe",
}

# What a withdrawal by message means, by the request's status; each place declares its own reason for it.
WITHDRAWN_BECAUSE: dict[str, Meaning] = {"revoked": "sender_withdrew", "entered-in-error": "made_in_error"}
