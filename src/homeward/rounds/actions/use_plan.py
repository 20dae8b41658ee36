"""How does a planned round become the one that people go?

The run is marked first, then each visit is assigned in a transaction of its own, since no transaction spans two people. A visit that somebody set
off for meanwhile stays with them.
"""

from collections import defaultdict
from datetime import datetime, timedelta
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound, Refused
from homeward.foundation.moments import at_london
from homeward.rounds.actions.staff import theirs
from homeward.rounds.actions.wish import wish
from homeward.rounds.models import RoundStop, Run
from homeward.rounds.queries.asked import Asked, asked
from homeward.visits import api as visits

MOST = 800


def use_plan(*, run_id: UUID, by: Actor, at: datetime) -> int:
    """People go this round from now on; returns how many visits were assigned. Raises NotFound, Refused."""
    run = _use(run_id=run_id, by=by, at=at)
    stops = defaultdict[UUID, list[RoundStop]](list)
    with gate.worklist(by=by, at=at, what="a planned round"):
        for stop in RoundStop.objects.filter(run=run).order_by("starts_at", "id")[:MOST]:
            stops[stop.encounter_id].append(stop)
        day = asked(run.team_code, run.day, at=at)
    return sum(_assign(day, each, by, at) for each in stops.values())


def _assign(day: Asked, stops: list[RoundStop], by: Actor, at: datetime) -> bool:
    first = stops[0]
    row = next((each for each in day.rows if each.id == first.encounter_id), None)
    if row is None or row.state != "planned":
        return False
    midnight = at_london(day.day)
    notice = f"Two carers: {' and '.join(each.name for each in stops)}." if len(stops) > 1 else ""
    notice = notice if first.user_id else "Nobody can go on this round yet."
    try:
        wish(
            encounter_id=row.id, minutes=int(row.wanted.minutes), opens_at=midnight + timedelta(minutes=row.wanted.opens),
            closes_at=midnight + timedelta(minutes=row.wanted.closes), carers=row.wanted.carers, critical=row.wanted.critical,
            kept_by=row.kept_by, by=by, at=at,
        )  # fmt: skip
        visits.assign(
            encounter_id=row.id, user_id=first.user_id, name=first.name, notice=notice,
            planned_at=first.starts_at or row.planned_at or midnight + timedelta(minutes=row.wanted.opens), by=by, at=at,
        )  # fmt: skip
    except Refused:
        return False  # somebody set off, or it ended, since the plan was made
    return True


@action("round.use_plan")
def _use(*, run_id: UUID, by: Actor, at: datetime) -> Happening[Run]:
    run = Run.objects.select_for_update().filter(id=run_id).first()
    if run is None:
        raise NotFound("There is no such round.", next_step="Go back to the day and choose one.")
    theirs(run.team_code, by)
    if run.state != "ready":
        raise Refused("Only a round that was planned and not yet used can be used.", next_step="Plan the day again.")
    run.state, run.used_at, run.used_by = "used", at, by.name
    run.save(update_fields=["state", "used_at", "used_by"])
    facts = {"team": run.team_code, "day": run.day.isoformat(), "trade": run.trade, "changed": run.changed}
    return Happening(
        result=run, subject_kind="round", subject_id=run.id, person_id=None, facts=facts, teams=(run.team_code,)
    )
