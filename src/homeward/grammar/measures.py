"""What is counted, out of what, against which target? A measure's expression is the only code in a place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from homeward.grammar.declaration import WORDING, Declaration

Direction = Literal["up", "down", "neutral"]
Unit = Literal["percent", "count", "days", "hours", "minutes", "rate"]


@dataclass(frozen=True, kw_only=True)
class Measure(Declaration):
    """A declared number. `expression(tables)` gives the rows behind it; it is left out of the stored form."""

    title: str = field(metadata=WORDING)
    number: str | None = None
    definition: str
    numerator: str
    denominator: str
    unit: Unit = "percent"
    target: float | None = None
    target_words: str = field(default="", metadata=WORDING)
    source: str = field(metadata=WORDING)
    direction: Direction = "up"
    clock: str | None = None
    beside: tuple[str, ...] = ()
    expression: Callable[[Any], Any] | None = field(
        default=None, compare=False, metadata={"meaning": False, "stored": False}
    )
