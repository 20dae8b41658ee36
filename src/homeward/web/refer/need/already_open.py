"""Is help already being arranged for this person? Asked before anything more is typed."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted
from homeward.people import api as people
from homeward.people.api import Likeness
from homeward.referrals import api as referrals
from homeward.referrals.api import Live

SURE = 12.0  # a likeness this strong is the same name and birth date, or the NHS number
FIRST_OF_JANUARY = 2.5  # what that birthday weighs less than any other: many have it whose own was never recorded


def already_open(details: people.PersonDetails, *, by: Actor, at: datetime) -> list[Live]:
    """The open referrals of whoever these details surely describe; none when that cannot be told or asked."""
    try:
        found = people.likenesses(details=details, by=by, at=at)
        return [each for who in surely_meant(found, born=details.birth_date) for each in live_of(who, by=by, at=at)]
    except NotPermitted:
        return []


def surely_meant(found: Sequence[Likeness], *, born: date | None) -> list[UUID]:
    """Whoever of those `found` is surely the person described; several where one person has been written down twice.

    A full name with the first of January tells people apart less well, so it is enough only where it fits one alone.
    """
    alike = [each for each in found if not each.caution]
    sure = [each.person_id for each in alike if each.weight >= SURE]
    if sure or born is None or (born.month, born.day) != (1, 1):
        return sure
    fitting = [each.person_id for each in alike if each.weight >= SURE - FIRST_OF_JANUARY]
    return fitting if len(fitting) == 1 else []


def live_of(person_id: UUID, *, by: Actor, at: datetime) -> list[Live]:
    """The open referrals of somebody known."""
    return list(referrals.live_referrals_for(person_id=person_id, by=by, at=at))
