"""Which level does a reading of the ledger reach?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from homeward.grammar.api import SURGE_MEASURES, SurgeTrigger


@dataclass(frozen=True, kw_only=True)
class LineRead:
    """What a trigger needs of one line: its numbers, and whether they are too old to trust."""

    free: int | None
    of: int | None
    stale: bool


@dataclass(frozen=True, kw_only=True)
class UnmetRead:
    """Needs that wait for room at one team, and since when the oldest does."""

    waiting: int
    oldest: datetime | None


def value_of(
    trigger: SurgeTrigger, lines: Sequence[LineRead], unmet: Sequence[UnmetRead], *, at: datetime
) -> float | None:
    """The reading; None when nothing is known, which is never zero."""
    known = [each for each in lines if each.free is not None]
    match trigger.measure:
        case "waiting":
            return float(sum(each.waiting for each in unmet))
        case "longest_wait_hours":
            waits = [(at - each.oldest).total_seconds() / 3600 for each in unmet if each.oldest]
            return max(waits, default=0.0)
        case "free":
            return float(sum(each.free or 0 for each in known)) if known else None
        case "old_percent":
            return 100.0 * sum(each.stale for each in lines) / len(lines) if lines else None
        case "taken_percent":
            counted = [each for each in known if each.of]
            total = sum(each.of or 0 for each in counted)
            return 100.0 * (total - sum(each.free or 0 for each in counted)) / total if total else None


def level_of(trigger: SurgeTrigger, value: float | None) -> int:
    """The highest level whose threshold is reached; 1 when none is, or when nothing is known."""
    if value is None:
        return 1
    reached = [
        each.level
        for each in trigger.thresholds
        if (value <= each.at if trigger.measure == "free" else value >= each.at)
    ]
    return max(reached, default=1)


def value_words(trigger: SurgeTrigger, value: float | None) -> str:
    """'92% taken', '1 free', 'not known'."""
    if value is None:
        return "not known"
    words, sign = SURGE_MEASURES[trigger.measure]
    return f"{value:.0f}{sign} {words}"
