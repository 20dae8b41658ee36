"""How old is a reported number, and is it too old to trust?"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from homeward.capacity.vocabulary import UNITS
from homeward.foundation.moments import said_span
from homeward.grammar.api import CapacityKind


@dataclass(frozen=True, kw_only=True)
class Freshness:
    """Whether a number is stale, its age in words, and the share of its shelf-life that is left (1 new, 0 past it)."""

    stale: bool
    words: str
    life_left: float


def freshness(as_of: datetime | None, *, shelf_life_hours: int, at: datetime) -> Freshness:
    """A number exactly as old as its shelf-life is still good. One never reported is stale."""
    if as_of is None:
        return Freshness(stale=True, words="never reported", life_left=0.0)
    age = max(at - as_of, timedelta(0))
    said = "reported just now" if age < timedelta(minutes=1) else f"reported {said_span(age)} ago"
    life = timedelta(hours=shelf_life_hours)
    if age <= life:
        return Freshness(stale=False, words=said, life_left=1 - age / life)
    return Freshness(stale=True, words=f"{said}, older than its {shelf_life_hours}-hour shelf-life", life_left=0.0)


def amount(free: int | None, of: int | None, unit: CapacityKind) -> str:
    """'3 of 12 visits free', 'no visits free', 'not known'."""
    one, many = UNITS[unit]
    if free is None:
        return "free capacity not known"
    if free == 0:
        return f"no {many} free"
    return (
        f"{free} {one if free == 1 else many} free" if of is None else f"{free} of {of} {one if of == 1 else many} free"
    )


def units_of(unit: CapacityKind) -> str:
    """'beds', 'hours a week'."""
    return UNITS[unit][1]


def counted(number: int, unit: CapacityKind) -> str:
    """'1 bed', '12 hours a week'."""
    one, many = UNITS[unit]
    return f"{number} {one if number == 1 else many}"
