"""How far does the round of one member of staff go? As far as the roster says that they work, else through the night."""

from datetime import datetime, timedelta

from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.rounds.models import Shift
from homeward.visits import api as visits

MOST = 30


def my_stretch(*, by: Actor, at: datetime) -> visits.Stretch:
    """The stretch of work that the actor's round is about at this moment; a shift that they will not come to does not count."""
    if by.user_id is None:
        return visits.stretch_of(at)
    today = london_day(at)
    shifts = Shift.objects.filter(
        team_code__in=by.teams, day__in=[today + timedelta(days=days) for days in (-1, 0, 1)], user_id=by.user_id, away_at=None,
    )  # fmt: skip
    return visits.stretch_of(at, shifts.values_list("on_at", "off_at")[:MOST])
