"""Which matters are seen by fewer people here, how are they known, and who sees them?"""

from homeward.grammar.api import Sensitivity
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

SNOMED = "http://snomed.info/sct"
LABEL = "http://terminology.hl7.org/CodeSystem/v3-ActCode"

CLINICIANS = ("gp", "hub-clinician", "community-nurse", "team-lead", "therapist", "mental-health-practitioner", "paramedic")
WITH_SOCIAL_WORK = (*CLINICIANS, "social-worker")


def _codes(system: str, *codes: str) -> tuple[str, ...]:
    return tuple(f"{system}|{code}" for code in codes)


SAFEGUARDING = Sensitivity(
    code="safeguarding",
    title="Safeguarding",
    plain_words="Concerns that somebody is being hurt, neglected or used, and what is done about it.",
    weight=40,
    roles=("gp", "hub-clinician", "social-worker", "team-lead", "mental-health-practitioner", "community-nurse"),
    person_sees=False,
    labels=_codes(LABEL, "SDV"),
    owner=BOARD,
    review_by=SPRING,
)
THIRD_PARTY = Sensitivity(
    code="third-party",
    title="About or from somebody else",
    plain_words="What another person said in confidence, or what is about another person.",
    weight=30,
    roles=WITH_SOCIAL_WORK,
    person_sees=False,
    labels=_codes(LABEL, "NOPAT"),
    owner=BOARD,
    review_by=SPRING,
)
SEXUAL_HEALTH = Sensitivity(
    code="sexual-health",
    title="Sexual health",
    plain_words="Tests and treatment for infections passed on by sex, and related care.",
    weight=20,
    roles=("gp", "hub-clinician"),
    codes=_codes(SNOMED, "8098009", "86406008", "76272004", "15628003"),
    labels=_codes(LABEL, "HIV", "STD", "SEX"),
    owner=BOARD,
    review_by=SPRING,
)
MENTAL_HEALTH = Sensitivity(
    code="mental-health",
    title="Mental health",
    plain_words="Care from mental health teams and for serious mental illness.",
    weight=10,
    roles=("gp", "hub-clinician", "mental-health-practitioner", "social-worker", "community-nurse", "paramedic"),
    codes=_codes(SNOMED, "58214004", "13746004", "69322001"),
    labels=_codes(LABEL, "PSY", "MH", "BH", "PSYTHPN"),
    owner=BOARD,
    review_by=SPRING,
)
