"""How much pressure is there by each declared trigger, and which action cards are called for, or on?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from homeward.capacity.models import CardRun, Pressure
from homeward.capacity.queries.offers import Offer, ledger
from homeward.capacity.queries.unmet import UnmetCount, unmet
from homeward.capacity.rules.pressure import LineRead, UnmetRead, level_of, value_of, value_words
from homeward.directory import api as directory
from homeward.grammar.api import SURGE_LEVELS, ActionCard, CardStep, SurgeTrigger, from_json


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One trigger now. `since`: from when it stands at this level. `old` of `lines` numbers are too old to trust."""

    trigger: SurgeTrigger
    value: float | None
    words: str
    level: int
    since: datetime | None
    old: int
    lines: int

    @property
    def level_words(self) -> str:
        return SURGE_LEVELS[self.level]


@dataclass(frozen=True, kw_only=True)
class CardView:
    """A declared card now: the level its triggers stand at, and its run when it is on."""

    card: ActionCard
    level: int
    run: "RunView | None"

    @property
    def called_for(self) -> bool:
        return self.level >= self.card.level


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


@dataclass(frozen=True, kw_only=True)
class SurgeView:
    """The whole picture: the highest level, each trigger's reading, each card."""

    level: int
    readings: Sequence[Reading]
    cards: Sequence[CardView]

    @property
    def level_words(self) -> str:
        return SURGE_LEVELS[self.level]


def surge_level(
    *, at: datetime, lines: Mapping[str, Sequence[Offer]] | None = None, waits: Sequence[UnmetCount] | None = None
) -> SurgeView:
    """Every trigger read off the ledger now, the most pressing first; and every card, those called for first.

    `lines` and `waits`: the ledger and the unmet need as whoever asks has just read them, so that they are read once.
    """
    place = directory.place()
    read = readings(at=at, lines=lines, waits=waits)
    levels = {each.trigger.code: each.level for each in read}
    on = {run.card.code: run for run in runs(on=True)}
    cards = [
        CardView(
            card=card, level=max((levels.get(code, 1) for code in card.triggers), default=1), run=on.get(card.code)
        )
        for card in place.action_cards.values()
    ]
    cards.sort(key=lambda each: (each.run is None, not each.called_for, each.card.level, each.card.title))
    return SurgeView(level=max(levels.values(), default=1), readings=read, cards=cards)


def readings(
    *, at: datetime, lines: Mapping[str, Sequence[Offer]] | None = None, waits: Sequence[UnmetCount] | None = None
) -> list[Reading]:
    """Each trigger's reading, the most pressing first."""
    triggers = directory.place().surge_triggers.values()
    if not triggers:
        return []
    lines = ledger(at=at) if lines is None else lines
    waits = unmet(since=at, until=at) if waits is None else waits
    since = _since()
    found = []
    for trigger in triggers:
        mine = [
            LineRead(free=offer.free, of=offer.of, stale=offer.stale)
            for code in trigger.services
            for offer in lines.get(code, [])
            if not trigger.teams or offer.team_code in trigger.teams
        ]
        waiting = [
            UnmetRead(waiting=each.waiting, oldest=each.oldest)
            for each in waits
            if each.service_code in trigger.services and (not trigger.teams or each.team_code in trigger.teams)
        ]
        value = value_of(trigger, mine, waiting, at=at)
        level = level_of(trigger, value)
        kept = since.get(trigger.code)
        found.append(
            Reading(
                trigger=trigger, value=value, words=value_words(trigger, value), level=level, lines=len(mine),
                since=kept.at if kept and kept.level == level else None, old=sum(each.stale for each in mine),
            )
        )  # fmt: skip
    return sorted(found, key=lambda each: (-each.level, each.trigger.title))


def _since() -> Mapping[str, Pressure]:
    newest = Pressure.objects.order_by("trigger_code", "-at", "-id").distinct("trigger_code")
    return {each.trigger_code: each for each in newest}


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
