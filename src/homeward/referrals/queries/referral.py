"""Which referral is this? For readers who are not moving it."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.whose import person_of


def the_referral(referral_id: UUID) -> ServiceRequest:
    """The referral, as far as the open gate shows it. Raises NotFound."""
    found = ServiceRequest.objects.filter(id=referral_id).first()
    if found is None:
        raise NotFound("There is no such referral.", next_step="Check the address, or look for the person.")
    return found


def referral(referral_id: UUID, *, by: Actor, at: datetime) -> ServiceRequest:
    """The referral itself, the gate opened for it. Raises NotFound and NotPermitted."""
    with gate.opened_for(person_of(referral_id), by=by, at=at, why="referral"):
        return the_referral(referral_id)
