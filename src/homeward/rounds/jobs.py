"""Which work on rounds is done in the background? Planning a day."""

from datetime import UTC, datetime
from uuid import UUID

from procrastinate.contrib.django import app

from homeward.foundation.cut_short import when_given_up
from homeward.rounds.actions.make_plan import give_plan_up, make_plan
from homeward.rounds.vocabulary import PLAN


@app.task(name=PLAN, pass_context=False)
def plan_day(run_id: str) -> None:
    """Plan one day that was asked for."""
    make_plan(run_id=UUID(run_id), at=datetime.now(UTC))


@when_given_up(PLAN)
def give_up(run_id: str) -> None:
    """Its worker was killed each time."""
    give_plan_up(UUID(run_id))
