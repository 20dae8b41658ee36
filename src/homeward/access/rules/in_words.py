"""How is a kind of resource called in the log that the person reads?"""

import re
from collections.abc import Mapping

_WORDS: Mapping[str, str] = {
    "Patient": "the person's details",
    "ServiceRequest": "a referral",
    "Task": "a task",
    "Encounter": "a visit",
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


def in_words(kind: str) -> str:
    """Plain words for a kind: 'a referral'; one without words of its own by its name."""
    return _WORDS.get(kind) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).lower()
