"""The door to the hub: stating, moving and following referrals."""

from homeward.referrals.actions.receive import receive
from homeward.referrals.actions.second_look import second_look
from homeward.referrals.actions.triage import triage
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.triage import Asked, intake_questions, suggestion, triage_questions
from homeward.referrals.queries.whose import person_of, with_external_id, with_key
from homeward.referrals.rules.stating import ExternalRef, ReferralDetails, Requester
from homeward.referrals.rules.urgency import Suggestion

__all__ = [
    "Asked",
    "ExternalRef",
    "ReferralDetails",
    "Requester",
    "ServiceRequest",
    "Suggestion",
    "intake_questions",
    "person_of",
    "receive",
    "second_look",
    "suggestion",
    "triage",
    "triage_questions",
    "with_external_id",
    "with_key",
]
