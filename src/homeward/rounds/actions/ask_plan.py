"""How is a day's round asked for? Written down and queued in one transaction; the house plans it in the background."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.foundation.ids import new_id
from homeward.rounds.actions.staff import theirs
from homeward.rounds.models import Run, Shift
from homeward.rounds.vocabulary import PLAN, TRADES

SECONDS = {"plan": 15.0, "replan": 4.0}


def ask_plan(
    *, team_code: str, day: date, trade: str, by: Actor, at: datetime, kind: str = "plan", why: str = "", queue: bool = True,
    seconds: float | None = None,
) -> UUID:  # fmt: skip
    """Ask for a round of this day at this trade; returns the run's id. `replan`: change the round in use as little as may be."""
    with transaction.atomic():
        run_id = _ask(
            team_code=team_code,
            day=day,
            trade=trade,
            kind=kind,
            why=why,
            seconds=seconds or SECONDS.get(kind, 0),
            by=by,
            at=at,
        )
        if queue:
            app.configure_task(PLAN, allow_unknown=True).defer(run_id=str(run_id))
    return run_id


@action("round.ask_plan")
def _ask(
    *, team_code: str, day: date, trade: str, kind: str, why: str, seconds: float, by: Actor, at: datetime
) -> Happening[UUID]:
    theirs(team_code, by)
    if trade not in TRADES or kind not in SECONDS:
        raise Invalid({"trade": "Choose what matters most."})
    if not Shift.objects.filter(team_code=team_code, day=day, away_at__isnull=True).exists():
        raise Refused("Nobody is at work on this day yet.", next_step="Say first who is at work.")
    if kind == "replan" and not Run.objects.filter(team_code=team_code, day=day, state="used").exists():
        raise Refused("No round is in use on this day, so there is nothing to mend.", next_step="Plan the day first.")
    run = Run.objects.create(
        id=new_id(), team_code=team_code, day=day, kind=kind, trade=trade, why=why.strip(), seconds=seconds, asked_by=by.name, asked_at=at,
    )  # fmt: skip
    facts = {"team": team_code, "day": day.isoformat(), "kind": kind, "trade": trade, "why": run.why}
    return Happening(
        result=run.id, subject_kind="round", subject_id=run.id, person_id=None, facts=facts, teams=(team_code,)
    )
