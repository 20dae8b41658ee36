"""How is a kind of resource called in the log that the person reads?"""

import re
from collections.abc import Mapping

_WORDS: Mapping[str, str] = {
    "Patient": "the person's details",
    "ServiceRequest": "a referral",
    "Task": "a task",
    "Encounter": "a visit or a stay in hospital",
    "EpisodeOfCare": "an episode of care",
    "Observation": "measurements",
    "Condition": "diagnoses",
    "MedicationStatement": "medicines",
    "MedicationRequest": "prescriptions",
    "AllergyIntolerance": "allergies",
    "CarePlan": "the care plan",
    "Goal": "goals",
    "QuestionnaireResponse": "answers to a form",
    "DocumentReference": "documents",
    "Consent": "consent",
    "Appointment": "appointments",
    "Flag": "alerts",
    "Immunization": "vaccinations",
    "DiagnosticReport": "test reports",
    "CareTeam": "the care team",
    "RelatedPerson": "family and carers",
}


# Said to the person whose record it is.
_OWN: Mapping[str, str] = {"Patient": "your details", "CarePlan": "your care plan", "CareTeam": "your care team"}


def in_words_of_one_self() -> tuple[str, ...]:
    """The words for every kind that has some, as the person themself reads them."""
    return tuple(in_words(kind, own=True) for kind in _WORDS)


def in_words(kind: str, *, own: bool = False) -> str:
    """Plain words for a kind: 'a referral'; one without words of its own by its name. `own`: said to the person themself."""
    return (_OWN.get(kind) if own else None) or _WORDS.get(kind) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).lower()
