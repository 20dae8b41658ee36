"""What stands in a file about a number, whatever its form? Facts that define it, then tables."""

from collections.abc import Sequence
from dataclasses import dataclass

Value = str | int | float | None


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One table with its heading."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Value]]


@dataclass(frozen=True, kw_only=True)
class Document:
    """A number for colleagues. `picture` is its chart as SVG, told in words by `told`; `foot` stands at the foot of each page."""

    code: str
    title: str
    lead: str
    figure: str
    facts: Sequence[tuple[str, str]]
    sheets: Sequence[Sheet]
    picture: str
    told: str
    foot: str
