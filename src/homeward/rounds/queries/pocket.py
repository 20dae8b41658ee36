"""Which visits does one member of staff take along? Those of this stretch of work that are theirs, and nobody else's people."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.rounds.models import Run
from homeward.rounds.queries.stretch import my_stretch

MOST = 60
RUNS = 100
# A round in use is about its own day: one who was on it does not keep a visit that was since planned for another.
_MINE = """
select e.id, e.person_id, e.planned_at, e.state
from visits_encounter e
where e.team_code = any (%(teams)s)
  and (e.practitioner_user = %(me)s or exists (
        select from rounds_roundstop s join rounds_run r on r.id = s.run_id
        where s.encounter_id = e.id and s.user_id = %(me)s and s.run_id = any (%(runs)s)
          and (e.planned_at is null or e.planned_at = s.starts_at or (e.planned_at at time zone 'Europe/London')::date = r.day)))
  and ((e.state in ('planned', 'started') and (e.planned_at is null or e.planned_at < %(ends)s))
       or (e.state in ('seen', 'not_seen') and e.recorded_at >= %(begins)s)
       or (e.state = 'stopped' and e.notice <> '' and e.recorded_at >= %(begins)s
           and (e.planned_at is null or (e.planned_at >= %(begins)s and e.planned_at < %(ends)s))))
order by e.state not in ('planned', 'started'), coalesce(e.planned_at < %(begins)s, false),
         case when e.planned_at < %(begins)s then %(begins)s - e.planned_at end, e.planned_at nulls first, e.added_at
limit %(most)s
"""


@dataclass(frozen=True, kw_only=True)
class PocketStop:
    """One visit of mine in this stretch of work, in the order of the round."""

    id: UUID
    person_id: UUID
    planned_at: datetime | None
    state: str


def pocket_stops(*, by: Actor, at: datetime) -> list[PocketStop]:
    """The actor's open visits up to the end of the stretch, and those recorded or called off in it. Opens the gate.

    Where there are too many for a phone, what was left open on earlier days makes room for this stretch, the oldest first.
    """
    stretch = my_stretch(by=by, at=at)
    values = {
        "teams": list(by.teams), "me": by.user_id, "runs": _in_use(by, at), "begins": stretch.begins, "ends": stretch.ends, "most": MOST,
    }  # fmt: skip
    with gate.worklist(by=by, at=at, what="my round, to take along"), connection.cursor() as cursor:
        cursor.execute(_MINE, values)
        found = [
            PocketStop(id=id, person_id=person, planned_at=planned, state=state)
            for id, person, planned, state in cursor.fetchall()
        ]
    return sorted(found, key=lambda stop: (stop.planned_at is not None, stop.planned_at or at))


def _in_use(by: Actor, at: datetime) -> list[UUID]:
    """The rounds that the actor's teams go yesterday, today and tomorrow: the latest that was put in use for each day."""
    today = london_day(at)
    runs = Run.objects.filter(
        team_code__in=by.teams, day__in=[today + timedelta(days=days) for days in (-1, 0, 1)], state="used"
    )
    latest = runs.order_by("team_code", "day", "-used_at").distinct("team_code", "day")
    return list(latest.values_list("id", flat=True)[:RUNS])
