"""Do the areas fit together, with dates, and does every practice reach a network and every ward a locality?"""

from collections.abc import Iterator
from datetime import date
from typing import cast

from homeward.grammar.areas import Area, AreaKind
from homeward.grammar.faults.fault import Fault, fault, unknown
from homeward.grammar.place import Place

MUST_LIE_IN: tuple[tuple[AreaKind, AreaKind, str], ...] = (
    ("practice_list", "pcn", "practice-outside-network"),
    ("pcn", "locality", "network-outside-locality"),
    ("ward", "locality", "ward-outside-locality"),
    ("ward", "council", "ward-outside-council"),
    ("locality", "place", "locality-outside-place"),
)
WORDS: dict[AreaKind, str] = {
    "practice_list": "practice",
    "pcn": "primary care network",
    "locality": "locality",
    "ward": "ward",
    "council": "council",
    "place": "place",
    "neighbourhood": "neighbourhood",
    "constituency": "constituency",
}


def faults_of_areas(place: Place, today: date) -> Iterator[Fault]:
    if place.card.area not in place.areas:
        yield from unknown(place.card, "area", (place.card.area,), place.areas)
    for area in place.areas.values():
        yield from unknown(area, "area", (link.code for link in area.within), place.areas)
        yield from _dates(area)
        if _in_circle(place, area):
            yield fault(area, "circle", f"'{area.name}' lies within itself by way of another area.")
    for kind, wider, rule in MUST_LIE_IN:
        for area in place.areas_of_kind(kind, on=today):
            parents = (place.areas.get(code) for code in area.parents_on(today))
            if not any(parent is not None and parent.kind == wider for parent in parents):
                yield fault(
                    area,
                    rule,
                    f"The {WORDS[kind]} '{area.name}' is in no {WORDS[wider]} today, "
                    f"so a person there has no {WORDS[wider]} team.",
                )


def areas_without_dates(place: Place) -> Iterator[Fault]:
    """Until these are put right, nothing that asks 'where, on which day' can be answered."""
    for area in place.areas.values():
        if cast(date | None, area.valid_from) is None:
            yield fault(area, "no-dates", f"'{area.name}' has no first day. Say since when it has stood.")
        for link in area.within:
            if cast(date | None, link.valid_from) is None:
                yield fault(area, "no-dates", f"'{area.name}' lies in '{link.code}' since no day. Say since when.")


def _dates(area: Area) -> Iterator[Fault]:
    if area.valid_to is not None and area.valid_to < area.valid_from:
        yield fault(area, "ends-before-it-begins", f"'{area.name}' ends before it begins.")
    for link in area.within:
        if link.valid_to is not None and link.valid_to < link.valid_from:
            yield fault(area, "ends-before-it-begins", f"'{area.name}' leaves '{link.code}' before it joins it.")


def _in_circle(place: Place, area: Area) -> bool:
    met: set[str] = set()
    waiting = [link.code for link in area.within]
    while waiting:
        code = waiting.pop()
        if code == area.code:
            return True
        if code not in met and code in place.areas:
            met.add(code)
            waiting += [link.code for link in place.areas[code].within]
    return False
