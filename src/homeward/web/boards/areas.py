"""Which areas may a board be narrowed to today, and where does the chosen one lie?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from homeward.directory import api as directory
from homeward.grammar.api import Area, AreaKind

GROUPS: dict[AreaKind, str] = {
    "locality": "Localities", "neighbourhood": "Neighbourhoods", "pcn": "Primary care networks",
    "practice_list": "General practices",
}  # fmt: skip
ONE: dict[AreaKind, str] = {
    "locality": "Locality", "neighbourhood": "Neighbourhood", "pcn": "Primary care network",
    "practice_list": "General practice",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Group:
    """The areas of one kind that stand and have a name; `unnamed` are those whose owner has not named them yet."""

    kind: AreaKind
    title: str
    areas: Sequence[Area]
    unnamed: int


def groups(kinds: Sequence[AreaKind], *, on: date) -> list[Group]:
    """From the widest kind to the nearest."""
    found = []
    for kind in kinds:
        standing = directory.place().areas_of_kind(kind, on=on)
        named = [area for area in standing if area.named]
        found.append(Group(kind=kind, title=GROUPS[kind], areas=named, unnamed=len(standing) - len(named)))
    return found


def above(area: Area, kinds: Sequence[AreaKind], *, on: date) -> list[Area]:
    """The areas of the board's kinds it lies in on the day, the widest first."""
    place, found, waiting = directory.place(), list[Area](), [*area.parents_on(on)]
    while waiting:
        parent = place.areas.get(waiting.pop(0))
        if parent is not None and parent not in found:
            waiting += parent.parents_on(on)
            found.append(parent)
    wanted = [each for each in found if each.kind in kinds]
    return sorted(wanted, key=lambda each: list(kinds).index(each.kind))


def below(area: Area | None, kinds: Sequence[AreaKind], *, on: date) -> list[Area]:
    """The areas of the nearest narrower kind that lie in it on the day; without an area, all of the widest kind."""
    if area is None:
        return [each for each in directory.place().areas_of_kind(kinds[0], on=on) if each.named] if kinds else []
    for kind in kinds[list(kinds).index(area.kind) + 1 :]:
        standing = directory.place().areas_of_kind(kind, on=on)
        found = [each for each in standing if each.named and area in above(each, [area.kind], on=on)]
        if found:
            return found
    return []
