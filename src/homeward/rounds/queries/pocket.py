"""Which visits does one member of staff take along today? Those that are theirs, and nobody else's people."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.moments import at_london, london_day
from homeward.rounds.queries.shifts import in_use

MOST = 60
_MINE = """
select e.id, e.person_id, e.planned_at, e.state
from visits_encounter e
where e.team_code = any (%(teams)s)
  and (e.practitioner_user = %(me)s or exists (
        select from rounds_roundstop s where s.encounter_id = e.id and s.user_id = %(me)s and s.run_id = any (%(runs)s)))
  and ((e.state in ('planned', 'started') and (e.planned_at is null or e.planned_at < %(tomorrow)s))
       or (e.state in ('seen', 'not_seen') and e.recorded_at >= %(today)s))
order by e.planned_at nulls first, e.added_at
limit %(most)s
"""


@dataclass(frozen=True, kw_only=True)
class PocketStop:
    """One visit of mine today, in the order of the round."""

    id: UUID
    person_id: UUID
    planned_at: datetime | None
    state: str


def pocket_stops(*, by: Actor, at: datetime) -> list[PocketStop]:
    """Open visits that are the actor's up to the end of today, and those they recorded today. Opens the gate."""
    day = london_day(at)
    runs = [run.id for team in by.teams if (run := in_use(team, day))]
    values = {
        "teams": list(by.teams), "me": by.user_id, "runs": runs, "today": at_london(day),
        "tomorrow": at_london(day + timedelta(days=1)), "most": MOST,
    }  # fmt: skip
    with gate.worklist(by=by, at=at, what="my round, to take along"), connection.cursor() as cursor:
        cursor.execute(_MINE, values)
        return [
            PocketStop(id=id, person_id=person, planned_at=planned, state=state)
            for id, person, planned, state in cursor.fetchall()
        ]
