"""How does a visit stay with somebody, whoever plans the round? Locked by a person, and by a person let go."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.foundation.moments import at_london
from homeward.rounds.actions.wish import wish
from homeward.rounds.queries.asked import VisitRow, asked
from homeward.visits import api as visits


def keep_with(*, encounter_id: UUID, day: date, users: Sequence[UUID], by: Actor, at: datetime) -> UUID:
    """The visit stays with these people; with none it is free again. All else it asks stays as it is. Raises Invalid, NotFound."""
    row = one_row(encounter_id, day, by, at)
    midnight = at_london(day)
    return wish(
        encounter_id=encounter_id, minutes=int(row.wanted.minutes), opens_at=midnight + timedelta(minutes=row.wanted.opens),
        closes_at=midnight + timedelta(minutes=row.wanted.closes), carers=row.wanted.carers, critical=row.wanted.critical,
        kept_by=users, by=by, at=at,
    )  # fmt: skip


def one_row(encounter_id: UUID, day: date, by: Actor, at: datetime) -> VisitRow:
    """The visit as it stands on that day. Raises NotFound."""
    with gate.person(
        visits.person_of_encounter({"encounter_id": encounter_id}), by=by, at=at, why="a visit of the round"
    ):
        team = visits.Encounter.objects.values_list("team_code", flat=True).filter(id=encounter_id).first()
        rows = asked(team, day, at=at).rows if team else ()
    found = next((row for row in rows if row.id == encounter_id), None)
    if found is None:
        raise NotFound(
            "This visit is not on that day's round.", next_step="Go back to the day and choose it from the list."
        )
    return found
