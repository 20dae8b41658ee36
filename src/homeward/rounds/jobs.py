"""Which work on rounds is done in the background? Planning a day."""

from datetime import UTC, datetime
from uuid import UUID

from procrastinate.contrib.django import app

from homeward.rounds.actions.make_plan import make_plan
from homeward.rounds.vocabulary import PLAN


@app.task(name=PLAN, pass_context=False)
def plan_day(run_id: str) -> None:
    """Plan one day that was asked for."""
    make_plan(run_id=UUID(run_id), at=datetime.now(UTC))
