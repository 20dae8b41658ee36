"""What a person said about sharing: record it, read it, and ask before anything is handed on."""

from homeward.access.actions.record_consent import record
from homeward.access.queries.consents import ConsentRow, consent, history, may_share, person_of_consent, standing
from homeward.access.queries.partners import care_purpose, partners_of
from homeward.access.rules.sharing import Decision

__all__ = [
    "ConsentRow",
    "Decision",
    "care_purpose",
    "consent",
    "history",
    "may_share",
    "partners_of",
    "person_of_consent",
    "record",
    "standing",
]
