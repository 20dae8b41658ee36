"""How much pressure is there by each declared trigger, and which action cards are called for, or on?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from homeward.capacity.queries.cards import RunView
from homeward.capacity.queries.picture import Picture, picture
from homeward.capacity.rules.pressure import LineRead, UnmetRead, level_of, value_of, value_words
from homeward.directory import api as directory
from homeward.grammar.api import SURGE_LEVELS, ActionCard, SurgeTrigger


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
    run: RunView | None

    @property
    def called_for(self) -> bool:
        return self.level >= self.card.level


@dataclass(frozen=True, kw_only=True)
class SurgeView:
    """The whole picture: the highest level, each trigger's reading, each card."""

    level: int
    readings: Sequence[Reading]
    cards: Sequence[CardView]

    @property
    def level_words(self) -> str:
        return SURGE_LEVELS[self.level]


def surge_level(*, at: datetime, seen: Picture | None = None) -> SurgeView:
    """Every trigger read off the ledger now, the most pressing first; and every card, those called for first.

    `seen`: the ledger as whoever asks has just been shown it.
    """
    seen = seen or picture(at=at)
    read = readings(at=at, seen=seen)
    levels = {each.trigger.code: each.level for each in read}
    on = {run.card.code: run for run in seen.runs}
    cards = [
        CardView(
            card=card, level=max((levels.get(code, 1) for code in card.triggers), default=1), run=on.get(card.code)
        )
        for card in directory.place().action_cards.values()
    ]
    cards.sort(key=lambda each: (each.run is None, not each.called_for, each.card.level, each.card.title))
    return SurgeView(level=max(levels.values(), default=1), readings=read, cards=cards)


def readings(*, at: datetime, seen: Picture | None = None) -> list[Reading]:
    """Each trigger's reading, the most pressing first."""
    triggers = directory.place().surge_triggers.values()
    if not triggers:
        return []
    seen = seen or picture(at=at)
    found = [_reading(trigger, seen, at) for trigger in triggers]
    return sorted(found, key=lambda each: (-each.level, each.trigger.title))


def _reading(trigger: SurgeTrigger, seen: Picture, at: datetime) -> Reading:
    mine = [
        LineRead(free=offer.free, of=offer.of, stale=offer.stale)
        for code in trigger.services
        for offer in seen.lines.get(code, [])
        if not trigger.teams or offer.team_code in trigger.teams
    ]
    waiting = [
        UnmetRead(waiting=each.waiting, oldest=each.oldest)
        for each in seen.unmet
        if each.service_code in trigger.services and (not trigger.teams or each.team_code in trigger.teams)
    ]
    value = value_of(trigger, mine, waiting, at=at)
    level = level_of(trigger, value)
    stood, since = seen.levels.get(trigger.code, (0, None))
    return Reading(
        trigger=trigger, value=value, words=value_words(trigger, value), level=level, lines=len(mine),
        since=since if stood == level else None, old=sum(each.stale for each in mine),
    )  # fmt: skip
