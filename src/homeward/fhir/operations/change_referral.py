"""How does a partner change what it asked for? As a note beside what stood, never over it."""

from datetime import datetime

from homeward.access.api import gate
from homeward.fhir.bars.message import Message
from homeward.fhir.operations.earlier_request import earlier_request
from homeward.fhir.rules.stating import change_words
from homeward.foundation.actions import Actor
from homeward.referrals import api as referrals
from homeward.referrals.api import ServiceRequest, person_of


def change_referral(message: Message, *, by: Actor, at: datetime) -> ServiceRequest | None:
    """The referral with the change noted for its hub to see; None when no such request is known."""
    referral_id = earlier_request(message, by=by, at=at)
    if referral_id is None:
        return None
    referrals.note(referral_id=referral_id, words=change_words(message), by=by, at=at)
    with gate.person(person_of(referral_id), by=by, at=at, why="changing a referral"):
        return ServiceRequest.objects.get(id=referral_id)
