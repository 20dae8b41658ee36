"""Is help already being arranged for this person? Asked before anything more is typed."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted
from homeward.people import api as people
from homeward.referrals import api as referrals
from homeward.referrals.api import Live

SURE = 12.0  # a likeness this strong is the same name and birth date, or the NHS number


def already_open(details: people.PersonDetails, *, by: Actor, at: datetime) -> list[Live]:
    """The open referrals of whoever these details surely describe; none when that cannot be told or asked."""
    try:
        found = people.likenesses(details=details, by=by, at=at, limit=2)
        sure = [each for each in found if each.weight >= SURE and not each.caution]
        return live_of(sure[0].person_id, by=by, at=at) if sure else []
    except NotPermitted:
        return []


def live_of(person_id: UUID, *, by: Actor, at: datetime) -> list[Live]:
    """The open referrals of somebody known."""
    return list(referrals.live_referrals_for(person_id=person_id, by=by, at=at))
