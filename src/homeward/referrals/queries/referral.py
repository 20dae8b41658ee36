"""Which referral is this? For readers who are not moving it."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.asked import Asked
from homeward.foundation.errors import NotFound
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.whose import person_of

_SHOWN = Asked(lambda referral_id: ServiceRequest.objects.filter(id=referral_id))
_LOCKED = Asked(lambda referral_id: ServiceRequest.objects.select_for_update().filter(id=referral_id))


def shown(referral_id: UUID) -> ServiceRequest | None:
    """The referral, if the open gate shows it."""
    return next(iter(_SHOWN(referral_id)), None)


def locked(referral_id: UUID) -> ServiceRequest | None:
    """The referral, if the open gate shows it, locked until the transaction ends."""
    return next(iter(_LOCKED(referral_id)), None)


def the_referral(referral_id: UUID) -> ServiceRequest:
    """The referral, as far as the open gate shows it. Raises NotFound."""
    found = shown(referral_id)
    if found is None:
        raise NotFound("There is no such referral.", next_step="Check the address, or look for the person.")
    return found


def referral(referral_id: UUID, *, by: Actor, at: datetime) -> ServiceRequest:
    """The referral itself, the gate opened for it. Raises NotFound and NotPermitted."""
    with gate.opened_for(person_of(referral_id), by=by, at=at, why="referral"):
        return the_referral(referral_id)
