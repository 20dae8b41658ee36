"""Which decisions made in advance must a crew see before anything else?

SNOMED CT codes for resuscitation are those of the Summary Care Record's inclusion set; types of document are the
National Record Locator's; categories of a FHIR Consent are HL7's consent category codes (R4).
"""

from datetime import timedelta

from homeward.grammar.api import AdvanceDecision
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"
CONSENT = "http://terminology.hl7.org/CodeSystem/consentcategorycodes"
A_YEAR = timedelta(days=365)


def _codes(system: str, *codes: str) -> tuple[str, ...]:
    return tuple(f"{system}|{code}" for code in codes)


STATUS = _codes(SNOMED, "304251008")  # an observation of the resuscitation status

NOT_FOR_CPR = AdvanceDecision(
    code="not-for-cpr",
    title="Not for attempted resuscitation (DNACPR)",
    plain_words="If the heart or breathing stops, resuscitation is not to be attempted. All other care goes on.",
    means="do_not_attempt_resuscitation",
    codes=(*_codes(SNOMED, "450476008", "304253006", "143021000119109"), *_codes(CONSENT, "dnr")),
    asked_as=STATUS,
    review_after=A_YEAR,
    order=10,
    owner=BOARD,
    review_by=SPRING,
)
FOR_CPR = AdvanceDecision(
    code="for-cpr",
    title="For attempted resuscitation",
    plain_words="If the heart or breathing stops, resuscitation is to be attempted.",
    means="attempt_resuscitation",
    codes=_codes(SNOMED, "450475007", "304252001"),
    asked_as=STATUS,
    review_after=A_YEAR,
    order=11,
    owner=BOARD,
    review_by=SPRING,
)
RESPECT = AdvanceDecision(
    code="respect",
    title="ReSPECT form",
    plain_words="What to do and what not to do in an emergency, agreed with the person. Read the form itself.",
    means="plan",
    codes=_codes(SNOMED, "1382601000000107"),
    review_after=A_YEAR,
    order=20,
    owner=BOARD,
    review_by=SPRING,
)
REFUSES = AdvanceDecision(
    code="advance-directive",
    title="Advance decision or directive",
    plain_words="Treatment the person has said in advance they do or do not want. Read the document itself.",
    means="refuses_treatment",
    codes=(*_codes(LOINC, "42348-3"), *_codes(CONSENT, "acd", "hcd")),
    order=30,
    owner=BOARD,
    review_by=SPRING,
)
ATTORNEY = AdvanceDecision(
    code="attorney",
    title="Power of attorney",
    plain_words="Somebody has been appointed to decide for the person when they cannot. Ask what it covers.",
    means="someone_decides",
    codes=_codes(LOINC, "64298-3"),
    order=40,
    owner=BOARD,
    review_by=SPRING,
)
EMERGENCY_PLAN = AdvanceDecision(
    code="emergency-plan",
    title="Plan for an emergency",
    plain_words="What to do when things get worse. Read the plan itself.",
    means="plan",
    codes=_codes(SNOMED, "887701000000100", "325691000000100", "735324008", "736253002"),
    review_after=A_YEAR,
    order=50,
    owner=BOARD,
    review_by=SPRING,
)
CARE_TO_COME = AdvanceDecision(
    code="advance-care-plan",
    title="Advance care plan",
    plain_words="What matters to the person and where they want to be, towards the end of life. Read the plan itself.",
    means="plan",
    codes=_codes(SNOMED, "736366004", "736373009", "861421000000109"),
    review_after=A_YEAR,
    order=60,
    owner=BOARD,
    review_by=SPRING,
)
