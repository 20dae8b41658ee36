"""What is counted, out of what, against which target? A measure's expression is the only code in a place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from homeward.grammar.declaration import WORDING, Declaration

Direction = Literal["up", "down", "neutral"]
Unit = Literal["percent", "count", "days", "hours", "minutes", "rate"]
Kind = Literal["share", "mean", "median", "count", "rate", "ratio"]
Chart = Literal["xmr", "p", "u", "c", "g", "t"]
Row = Literal[
    "row",
    "referral",
    "person",
    "visit",
    "stay",
    "bed_stay",
    "follow_up",
    "decision",
    "plan",
    "form",
    "answer",
    "assessment",
]

# What one row of a measure stands for: one and many of them. Pages say these words, and open a row that has a page.
ROWS: dict[Row, tuple[str, str]] = {
    "row": ("row", "rows"),
    "referral": ("referral", "referrals"),
    "person": ("person", "people"),
    "visit": ("visit", "visits"),
    "stay": ("hospital stay", "hospital stays"),
    "bed_stay": ("stay in a recovery bed", "stays in recovery beds"),
    "follow_up": ("91st-day call", "91st-day calls"),
    "decision": ("decision", "decisions"),
    "plan": ("plan", "plans"),
    "form": ("filled-in form", "filled-in forms"),
    "answer": ("answer", "answers"),
    "assessment": ("assessment given on", "assessments given on"),
}

# How a figure of each kind comes from the rows with status 'met' and 'not_met' (the counted rows).
KINDS: dict[Kind, str] = {
    "share": "Counted rows that are met, out of all counted rows",
    "mean": "The mean of the values of the rows that are met; rows counted but not met have no value recorded",
    "median": "The middle of the values of the rows that are met; rows counted but not met have no value recorded",
    "count": "The sum of the values of the rows that are met, each counting as one where it has no value",
    "rate": "Rows that are met for each `per` of the sum of the values of all counted rows",
    "ratio": "Rows that are met out of the sum of the values of all counted rows: it may pass 100%",
}


@dataclass(frozen=True, kw_only=True)
class SmallNumbers:
    """Which counts are kept back in anything public, and to what the others are rounded: the rule that suppression applies.

    A place may be stricter than 5 and 5, never looser. `beside` is what else is said of few.
    """

    least: int = 5
    round_to: int = 5
    beside: str = "A share of few is shown with its interval."

    @property
    def words(self) -> str:
        """The rule, as pages and files say it."""
        return (
            f"Counts of 1 to {self.least - 1} are kept back in anything public, and others with them where one could be "
            f"worked out; those that stand are rounded to {self.round_to}. {self.beside}"
        ).strip()


@dataclass(frozen=True, kw_only=True)
class TargetFrom:
    """The target from a day on, until the next one begins."""

    starts_on: date
    value: float
    words: str = field(default="", metadata=WORDING)


@dataclass(frozen=True, kw_only=True)
class Stated:
    """A figure that a document states, with what that document counted: a goal, a result, or where things stood before.

    `value` is None when the document gives no single figure.
    """

    role: Literal["goal", "result", "baseline"]
    words: str
    value: float | None = None
    period: str
    definition: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Measure(Declaration):
    """A declared number. `expression(tables)` gives the rows behind it; it is left out of the stored form.

    Without an expression it says in `waits_for` which data it needs. `population` says who could be in it (resident,
    registered, 16+, 65+ …). `stated` keeps the figures that documents give, each with its own definition; when they
    cannot be compared, `not_comparable` says why. `comparator` says what a counterfactual is set against.
    `definition_source` is who defines it, `definition_version` as of which version or year. `standard`
    names the standard population of a rate (grammar.standards), which is then said standardised for age as well; `per` is the base of a rate. `row` says what one row stands for
    ('row': nothing with a page of its own). `no_series` says why its points over time would be no honest chart: all its
    rows are of one moment, or its periods overlap; then none is drawn. `cannot_tell` is printed beside.
    """

    title: str = field(metadata=WORDING)
    number: str | None = None
    kind: Kind = "share"
    question: str = field(default="", metadata=WORDING)
    definition: str
    numerator: str
    denominator: str
    population: str = ""
    clock_rule: str = ""
    exclusions: tuple[str, ...] = ()
    unit: Unit = "percent"
    row: Row = field(default="row", metadata=WORDING)
    per: float = 1
    standard: str = ""
    comparator: str = ""
    target: float | None = None
    target_words: str = field(default="", metadata=WORDING)
    target_by: str = field(default="", metadata=WORDING)
    targets: tuple[TargetFrom, ...] = ()
    stated: tuple[Stated, ...] = ()
    not_comparable: str = field(default="", metadata=WORDING)
    source: str = field(metadata=WORDING)
    definition_source: str = field(default="", metadata=WORDING)
    definition_version: str = field(default="", metadata=WORDING)
    version: str = "1"
    local_proposal: bool = False
    direction: Direction = "up"
    chart: Chart = "xmr"
    no_series: str = field(default="", metadata=WORDING)
    small_numbers: SmallNumbers = field(default=SmallNumbers(), metadata=WORDING)
    cannot_tell: tuple[str, ...] = field(default=(), metadata=WORDING)
    waits_for: str = field(default="", metadata=WORDING)
    clock: str | None = None
    beside: tuple[str, ...] = ()
    expression: Callable[[Any], Any] | None = field(
        default=None, compare=False, metadata={"meaning": False, "stored": False}
    )

    @property
    def baseline(self) -> Stated | None:
        """Where things stood before: the stated baseline, or the result a document gives."""
        found = {each.role: each for each in reversed(self.stated)}
        return found.get("baseline") or found.get("result")

    def target_on(self, day: date) -> float | None:
        """The target in force on `day`; the one that stands when none is dated."""
        if not self.targets:
            return self.target
        return next((each.value for each in reversed(self.targets) if each.starts_on <= day), None)
