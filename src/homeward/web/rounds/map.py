"""How do a day's rounds lie on the map? Drawn by ourselves as SVG: doors, lines between them, a number for each carer; no outside tiles.

A door stands at the middle of its ward: nobody's exact address is drawn. Doors of one ward are spread around it so that each is seen.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from uuid import UUID

from homeward.rounds.api import RoundStop, VisitRow

WIDTH, HEIGHT, EDGE, APART = 640.0, 420.0, 28.0, 13.0
Spot = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Door:
    """One visit on the map. `number` is its carer's; 0: nobody goes."""

    x: float
    y: float
    number: int
    words: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """One carer's way from door to door, as SVG points."""

    number: int
    points: str


@dataclass(frozen=True, kw_only=True)
class RoundMap:
    """Everything that is drawn. `names` are the carers by number."""

    doors: tuple[Door, ...]
    lines: tuple[Line, ...]
    names: tuple[tuple[int, str], ...]
    width: int = int(WIDTH)
    height: int = int(HEIGHT)


def round_map(rows: Mapping[UUID, VisitRow], stops: Sequence[RoundStop]) -> RoundMap | None:
    """The map of these stops; None when no place of theirs is known."""
    spots = _spots({each.encounter_id for each in stops}, rows)
    if not spots:
        return None
    names = {name: number for number, name in enumerate(sorted({each.name for each in stops if each.user_id}), start=1)}
    doors, ways = list[Door](), dict[int, list[str]]()
    for stop in sorted(stops, key=lambda each: (each.starts_at is None, each.starts_at)):
        if stop.encounter_id not in spots:
            continue
        x, y = spots[stop.encounter_id]
        number = names.get(stop.name, 0)
        row = rows[stop.encounter_id]
        doors.append(Door(x=x, y=y, number=number, words=f"{row.name}, {row.area}: {stop.name or 'nobody'}"))
        if number:
            ways.setdefault(number, []).append(f"{x},{y}")
    lines = tuple(Line(number=number, points=" ".join(points)) for number, points in sorted(ways.items()))
    return RoundMap(doors=tuple(doors), lines=lines, names=tuple((number, name) for name, number in names.items()))


def _spots(wanted: set[UUID], rows: Mapping[UUID, VisitRow]) -> dict[UUID, Spot]:
    where = {
        each: rows[each].wanted.where
        for each in sorted(wanted)
        if each in rows and rows[each].wanted.where != (0.0, 0.0)
    }
    if not where:
        return {}
    north, east = [each[0] for each in where.values()], [each[1] for each in where.values()]
    middle = (max(north) + min(north)) / 2, (max(east) + min(east)) / 2
    wide = max((max(east) - min(east)) * cos(middle[0] * pi / 180), 0.005)
    tall = max(max(north) - min(north), 0.005)
    scale = min((WIDTH - 4 * EDGE) / wide, (HEIGHT - 4 * EDGE) / tall)
    met, found = Counter[tuple[float, float]](), dict[UUID, Spot]()
    for visit, point in where.items():
        turn, far = met[point] * 2.4, APART * sqrt(met[point])
        met[point] += 1
        x = WIDTH / 2 + (point[1] - middle[1]) * cos(middle[0] * pi / 180) * scale + far * cos(turn)
        y = HEIGHT / 2 - (point[0] - middle[0]) * scale + far * sin(turn)
        found[visit] = round(min(max(x, EDGE), WIDTH - EDGE), 1), round(min(max(y, EDGE), HEIGHT - EDGE), 1)
    return found
