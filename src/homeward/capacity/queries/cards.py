"""Which action cards are on, which were, and who did what on each?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from homeward.capacity.models import CardRun
from homeward.grammar.api import ActionCard, CardStep, from_json


@dataclass(frozen=True, kw_only=True)
class StepView:
    """One step of a run, and who did it when."""

    step: CardStep
    done_at: datetime | None
    done_by: str
    note: str


@dataclass(frozen=True, kw_only=True)
class RunView:
    """One time that a card was on, by whom, and who did what. `card` is what it said then."""

    id: UUID
    card: ActionCard
    level: int
    why: str
    on_at: datetime
    on_by: str
    off_at: datetime | None
    off_by: str
    off_why: str
    steps: Sequence[StepView]

    @property
    def done(self) -> int:
        return sum(each.done_at is not None for each in self.steps)


def runs(*, on: bool, most: int = 50) -> list[RunView]:
    """Cards that are on, or (`on` False) those that were, the newest first."""
    found = CardRun.objects.filter(off_at__isnull=on).order_by("-on_at").prefetch_related("done")[:most]
    return [_run(each) for each in found]


def run_of(run_id: UUID) -> RunView | None:
    """One time that a card was on."""
    found = CardRun.objects.filter(id=run_id).prefetch_related("done").first()
    return _run(found) if found else None


def _run(run: CardRun) -> RunView:
    card = cast(ActionCard, from_json(run.card))
    done = {each.step_code: each for each in run.done.all()}
    steps = []
    for step in card.steps:
        did = done.get(step.code)
        steps.append(
            StepView(
                step=step, done_at=did.at if did else None, done_by=did.actor_name if did else "",
                note=did.note if did else "",
            )
        )  # fmt: skip
    return RunView(
        id=run.id, card=card, level=run.level, why=run.why, on_at=run.on_at, on_by=run.on_by, off_at=run.off_at,
        off_by=run.off_by, off_why=run.off_why, steps=steps,
    )  # fmt: skip
