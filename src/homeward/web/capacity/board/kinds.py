"""Which kinds of capacity does the board tell apart, and which localities and pathways does a team's row belong to?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from homeward.directory import api as directory
from homeward.directory.api import AreaMap
from homeward.foundation.moments import london_day
from homeward.grammar.api import Place, Service, Team

KINDS = {
    "beds": "Beds",
    "hours": "Home-care hours",
    "visits": "Visits",
    "places": "Places at home",
    "slots": "Clinic and hub slots",
    "voluntary": "Voluntary places",
    "calls": "Calls",
}


def kind_of(service: Service, team: Team) -> str:
    """The board's kind: what voluntary teams offer stands by itself, whatever it is counted in."""
    return "voluntary" if team.kind == "voluntary" else service.capacity_kind


def pathways() -> Mapping[str, str]:
    """The ways out of hospital that lead to some service, by code, in the place's order."""
    led_to = {code for service in directory.place().services.values() for code in service.pathways}
    return {
        way.code: way.title
        for policy in directory.place().discharge_policies.values()
        for way in policy.pathways
        if way.code in led_to
    }


@dataclass(frozen=True, kw_only=True)
class _Known:
    place: Place
    map: AreaMap
    day: date
    localities: "Localities"


_known: list[_Known] = []


def localities(*, at: datetime) -> "Localities":
    """The localities of the day: the same object until the day, the place or its areas change."""
    place, map_, day = directory.place(), directory.area_map(), london_day(at)
    for each in _known[:1]:
        if each.place is place and each.map is map_ and each.day == day:
            return each.localities
    found = Localities(place, map_, day)
    _known[:] = [_Known(place=place, map=map_, day=day, localities=found)]
    return found


class Localities:
    """Which localities does a team serve? Those that are, hold, or lie in an area of the team."""

    def __init__(self, place: Place, map_: AreaMap, day: date) -> None:
        self.names = {area.code: area.name for area in place.areas_of_kind("locality", on=day)}
        self._above = {code: set(map_.above(code, on=day)) for code in self.names}
        self._map, self._day = map_, day
        self._known: dict[tuple[str, ...], frozenset[str]] = {}

    def of(self, team: Team) -> frozenset[str]:
        """Codes of the localities; all of them when the team serves the whole place."""
        if team.areas not in self._known:
            self._known[team.areas] = frozenset(
                code for code in self.names if any(self._touches(code, area) for area in team.areas)
            )
        return self._known[team.areas]

    def _touches(self, locality: str, area: str) -> bool:
        return area in self._above[locality] or locality in self._map.above(area, on=self._day)

    def words(self, team: Team) -> str:
        """'East', 'Everywhere', '5 localities'."""
        served = self.of(team)
        if len(served) == 1:
            return self.names[next(iter(served))]
        return "Everywhere" if len(served) in (0, len(self.names)) else f"{len(served)} localities"
