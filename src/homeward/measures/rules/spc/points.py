"""What goes into a control chart, and what comes out?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["xmr", "p", "u", "c", "g", "t"]
Direction = Literal["up", "down", "neutral"]

KINDS: Mapping[str, str] = {
    "xmr": "individual values and their moving range",
    "p": "a percentage of a number that varies",
    "u": "a rate over an opportunity that varies",
    "c": "a count over an opportunity that stays the same",
    "g": "how many cases (or whole days) went between rare events",
    "t": "how long it was between rare events",
}

# In the order in which they name a point that breaks several.
RULES: Mapping[str, str] = {
    "outside_limits": "outside the limits",
    "trend": "one of seven or more that each rise, or each fall",
    "two_in_three": "one of two in three close to the same limit",
    "shift": "one of seven or more on one side of the average",
}

VARIATIONS: Mapping[str, str] = {
    "common_cause": "Nothing unusual",
    "improvement_high": "Getting better (higher)",
    "improvement_low": "Getting better (lower)",
    "concern_high": "Getting worse (higher)",
    "concern_low": "Getting worse (lower)",
    "neutral_high": "Changed (higher)",
    "neutral_low": "Changed (lower)",
}

# Fewer values than this cannot carry limits: the threshold below which NHSRplotthedots warns (its default, 2025).
MINIMUM = 12


class SpcRefused(ValueError):
    """No chart can be made of this; the message says why, in words for whoever gave it."""


@dataclass(frozen=True, kw_only=True)
class SpcPoint:
    """One measurement. `value` is what is plotted, None for a gap; `denominator` is what a p or u chart counts out of.

    A ghost is shown, and counts in no average, no limit and no rule.
    """

    at: date
    value: float | None
    denominator: float | None = None
    ghost: bool = False


@dataclass(frozen=True, kw_only=True)
class Target:
    """What was aimed at from a day on (None: always), until the next one."""

    value: float
    since: date | None = None


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One point beside its average and limits. `high`: the way in which it is special; `good`: is that way the better one?

    `middle` is the line whose two sides are compared: the average, but for a g chart the median of a skewed distribution.
    `wider`: its limits are so many times as wide as counting alone would make them.
    """

    at: date
    value: float | None
    mean: float | None
    lower: float | None
    upper: float | None
    special: bool = False
    rules: tuple[str, ...] = ()
    good: bool | None = None
    segment: int = 0
    ghost: bool = False
    high: bool | None = None
    middle: float | None = None
    target: float | None = None
    denominator: float | None = None
    wider: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Spc:
    """A judged series. `variation` is the last value's, whatever the number of points; show `icon`, which waits for enough.

    `assurance`: pass, fail, inconsistent, or None without a target or a better direction. `counted`: values in the last segment.
    `short`: segments with too few values for limits; `shows` leaves what is special in them unsaid, as pictures do.
    """

    points: tuple[Judged, ...]
    variation: str
    assurance: str | None
    sentence: str
    kind: str
    enough: bool
    direction: str = "neutral"
    unit: str = ""
    counted: int = 0
    short: tuple[int, ...] = ()

    @property
    def icon(self) -> str:
        """What to show for variation: its code, or 'not_enough'."""
        return self.variation if self.enough else "not_enough"

    @property
    def icons(self) -> tuple[str, ...]:
        """What to show: variation, and assurance where there is one and enough points for it."""
        return (self.icon, self.assurance) if self.assurance and self.enough else (self.icon,)

    def shows(self, point: Judged) -> bool:
        """Is it special, among enough points to say so?"""
        return point.special and point.segment not in self.short

    @property
    def last(self) -> Judged | None:
        """The last point that has a value and is no ghost."""
        return next((each for each in reversed(self.points) if each.value is not None and not each.ghost), None)


def target_on(day: date, targets: Sequence[Target]) -> float | None:
    """The target in force on a day."""
    held = [each for each in targets if each.since is None or each.since <= day]
    return max(held, key=lambda each: each.since or date.min).value if held else None
