"""How does the house plan a day that was asked for? It reads the day, searches outside any transaction, and keeps what it found."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from homeward.access.api import gate, system
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused
from homeward.foundation.ids import new_id
from homeward.foundation.moments import at_london
from homeward.rounds.models import RoundStop, Run
from homeward.rounds.queries.asked import Asked, asked
from homeward.rounds.rules.beside import beside
from homeward.rounds.rules.day import WEIGHTS_OF, Round
from homeward.rounds.rules.plan_day import plan_day, replan
from homeward.rounds.vocabulary import JOB

EVERY = 1.0
MOVING = ("waiting", "planning")


def make_plan(*, run_id: UUID, at: datetime) -> None:
    """Plan the run and keep its round; planning that was cut short begins again.

    A run that was planned already is left as it is; one that fails says so.
    """
    run = Run.objects.filter(id=run_id, state__in=MOVING).first()
    if run is None:
        return
    Run.objects.filter(id=run_id).update(state="planning", done=0)
    try:
        with gate.job(JOB, by=system(JOB), at=at):
            day = asked(run.team_code, run.day, at=at)
        found = _planned(run, day, _telling(run_id))
        keep_plan(run=run, day=day, found=found, by=system(JOB), at=at)
    except Exception:
        give_plan_up(run_id)
        raise


def give_plan_up(run_id: UUID) -> None:
    """It failed, or was cut short for the last time: it says so, and the day may be planned again."""
    Run.objects.filter(id=run_id, state__in=MOVING).update(state="failed")


def _planned(run: Run, day: Asked, tell: Callable[[float, float], None]) -> Round:
    trade = WEIGHTS_OF[run.trade]
    if run.kind == "replan" and day.standing is not None:
        return replan(day.to_plan, day.staff, trade, day.standing, seconds=run.seconds, clock=time.monotonic, tell=tell)
    return plan_day(day.to_plan, day.staff, trade, seconds=run.seconds, clock=time.monotonic, tell=tell)


def _telling(run_id: UUID) -> Callable[[float, float], None]:
    """Writes down how far the planning is, once a second."""
    last = [time.monotonic()]

    def tell(gone: float, _: float) -> None:
        now = time.monotonic()
        if now - last[0] >= EVERY:
            last[0] = now
            Run.objects.filter(id=run_id).update(done=min(99, int(gone * 100)))

    return tell


@action("round.keep_plan")
def keep_plan(*, run: Run, day: Asked, found: Round, by: Actor, at: datetime) -> Happening[UUID]:
    """Write down who goes to whom, and what is otherwise than in the round that stands."""
    if not Run.objects.select_for_update().filter(id=run.id, state="planning").exists():
        raise Refused("This round is planned already.", next_step="Open it.")  # its worker was only slow
    visits = {each.key: each for each in day.to_plan}
    people = {row.wanted.key: row.person_id for row in day.rows}
    names = {str(each.user_id): each.name for each in day.shifts}
    midnight = at_london(run.day)
    how = beside(day.standing, found, visits, names=names, midnight=midnight)
    with gate.job(JOB, by=by, at=at):
        RoundStop.objects.bulk_create(
            [
                RoundStop(
                    id=new_id(), run=run, person_id=people[key], encounter_id=UUID(key), user_id=UUID(each.staff) if each else None,
                    name=names.get(each.staff, "") if each else "",
                    starts_at=midnight + timedelta(minutes=round(each.starts)) if each else None, travel=each.travel if each else 0,
                    late=each.late if each else 0, new_face=each.new_face if each else False, how=how.get(key, ("", ""))[0],
                    was=how.get(key, ("", ""))[1],
                )
                for key in visits
                for each in (found.by_visit.get(key) or (None,))
            ]
        )  # fmt: skip
    Run.objects.filter(id=run.id).update(
        state="ready", done=100, ready_at=at, visits=len(visits), travel=found.travel, late=found.late, new_faces=found.new_faces,
        left_out=len(found.left_out), changed=len(how),
    )  # fmt: skip
    facts = {"team": run.team_code, "day": run.day.isoformat(), "visits": len(visits), "left_out": len(found.left_out)}
    return Happening(
        result=run.id, subject_kind="round", subject_id=run.id, person_id=None, facts=facts, teams=(run.team_code,)
    )
