"""How do a day's rounds lie on the map? Drawn by ourselves as SVG: each carer's way from call to call; no outside tiles.

A call stands near the middle of its ward: nobody's exact address is drawn. It is marked with its carer's number and which call of
theirs it is (`4.2`: the fourth carer's second). Doors that would hide each other move apart, and the calls of two carers at one door
stand side by side, so that each is seen. A phone gets a drawing of its own, for one made smaller cannot be read.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from uuid import UUID

from homeward.rounds.api import RoundStop, VisitRow

Spot = tuple[float, float]
SHEETS = {"wide": (760.0, 440.0), "phone": (344.0, 420.0)}  # each about as large as it is shown, so that words can be read
MARK_WIDE, MARK_HIGH = 32.0, 18.0
APART, TRIES = 14.0, 200  # a spiral's steps from the middle of a ward to where a door finds room
EDGE, BELOW, LETTER = 34.0, 24.0, 6.6


@dataclass(frozen=True, kw_only=True)
class Call:
    """One carer at one door, from the middle of its mark. `number` is the carer's, `turn` which call of theirs; 0: nobody goes."""

    visit: UUID
    x: float
    y: float
    number: int
    turn: int
    words: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """One carer's way from call to call, as SVG points."""

    number: int
    points: str


@dataclass(frozen=True, kw_only=True)
class Area:
    """The name of a ward in which there are doors."""

    x: float
    y: float
    name: str


@dataclass(frozen=True, kw_only=True)
class RoundMap:
    """One drawing of the rounds; `sheet` says for which width."""

    sheet: str
    width: int
    height: int
    calls: tuple[Call, ...]
    lines: tuple[Line, ...]
    areas: tuple[Area, ...]


@dataclass(frozen=True, kw_only=True)
class RoundMaps:
    """The same rounds drawn for a desk and for a phone. `names` are the carers by number, `unknown` how many doors have no place."""

    drawn: tuple[RoundMap, ...]
    names: tuple[tuple[int, str], ...]
    doors: int
    unknown: int
    nobody: bool


def round_maps(rows: Mapping[UUID, VisitRow], stops: Sequence[RoundStop]) -> RoundMaps | None:
    """The maps of these stops; None when no place of theirs is known."""
    doors = {each.encounter_id for each in stops}
    points = {
        each: rows[each].wanted.where
        for each in sorted(doors)
        if each in rows and rows[each].wanted.where != (0.0, 0.0)
    }
    if not points:
        return None
    carers = {each.user_id: each.name for each in stops if each.user_id}
    in_order = sorted(carers.items(), key=lambda one: (one[1], one[0]))
    numbers = {who: number for number, (who, _) in enumerate(in_order, start=1)}
    on_the_map = sorted(
        (each for each in stops if each.encounter_id in points),
        key=lambda each: (each.starts_at is None, each.starts_at, each.name),
    )
    return RoundMaps(
        drawn=tuple(_drawn(sheet, points, rows, on_the_map, numbers) for sheet in SHEETS),
        names=tuple((number, carers[who]) for who, number in numbers.items()),
        doors=len(points),
        unknown=len(doors) - len(points),
        nobody=any(not each.user_id for each in on_the_map),
    )


def _drawn(
    sheet: str,
    points: Mapping[UUID, Spot],
    rows: Mapping[UUID, VisitRow],
    stops: Sequence[RoundStop],
    numbers: Mapping[UUID, int],
) -> RoundMap:
    width, height = SHEETS[sheet]
    middles = _middles(points, width, height)
    together = Counter(each.encounter_id for each in stops)
    spots = _spread(points, middles, together, width, height)
    turns, met = Counter[int](), Counter[UUID]()
    calls, ways = list[Call](), dict[int, list[str]]()
    for stop in stops:
        number, row = numbers[stop.user_id] if stop.user_id else 0, rows[stop.encounter_id]
        turns[number] += 1
        left = (met[stop.encounter_id] - (together[stop.encounter_id] - 1) / 2) * MARK_WIDE
        met[stop.encounter_id] += 1
        x, y = spots[stop.encounter_id][0] + left, spots[stop.encounter_id][1]
        words = f"{row.name}, {row.area}: {stop.name or 'nobody goes'}"
        turn = turns[number] if number else 0
        calls.append(Call(visit=stop.encounter_id, x=round(x, 1), y=round(y, 1), number=number, turn=turn, words=words))
        if number:
            ways.setdefault(number, []).append(f"{x:.1f},{y:.1f}")
    lines = tuple(Line(number=number, points=" ".join(way)) for number, way in sorted(ways.items()))
    areas = tuple(_areas(points, middles, rows, sheet, calls))
    return RoundMap(sheet=sheet, width=int(width), height=int(height), calls=tuple(calls), lines=lines, areas=areas)


def _middles(points: Mapping[UUID, Spot], width: float, height: float) -> dict[Spot, Spot]:
    """Where the middle of each ward comes to lie: north is up, and a mile is as long in each direction."""
    north, east = [each[0] for each in points.values()], [each[1] for each in points.values()]
    middle = (max(north) + min(north)) / 2, (max(east) + min(east)) / 2
    narrower = cos(middle[0] * pi / 180)  # a degree of longitude is shorter than one of latitude
    wide, tall = max((max(east) - min(east)) * narrower, 0.005), max(max(north) - min(north), 0.005)
    scale = min((width - 4 * EDGE) / wide, (height - 4 * EDGE) / tall)
    return {
        point: (
            width / 2 + (point[1] - middle[1]) * narrower * scale,
            height / 2 - (point[0] - middle[0]) * scale,
        )
        for point in points.values()
    }


def _spread(
    points: Mapping[UUID, Spot], middles: Mapping[Spot, Spot], together: Mapping[UUID, int], width: float, height: float
) -> dict[UUID, Spot]:
    """Each door as near to its ward's middle as leaves the marks of all others to be read."""
    spots = dict[UUID, Spot]()
    for visit, point in points.items():
        middle, mine = middles[point], together[visit]
        for step in range(TRIES):
            turn, far = step * 2.4, APART * sqrt(step)
            x = _inside(middle[0] + far * cos(turn), width, EDGE + (mine - 1) * MARK_WIDE / 2)
            y = _inside(middle[1] + far * sin(turn), height, EDGE)
            if all(
                abs(x - other[0]) >= (mine + together[met]) * MARK_WIDE / 2 or abs(y - other[1]) >= MARK_HIGH + 2
                for met, other in spots.items()
            ):
                break
        spots[visit] = x, y
    return spots


def _areas(
    points: Mapping[UUID, Spot], middles: Mapping[Spot, Spot], rows: Mapping[UUID, VisitRow], sheet: str, calls: Sequence[Call]
) -> Iterator[Area]:
    """Each ward's name once, below the lowest of its doors, where it hides no call and no other name; the lists say it in any case."""
    lowest = dict[str, Spot]()
    for call in calls:
        name, point = rows[call.visit].area, points[call.visit]
        lowest[name] = middles[point][0], max(call.y, lowest.get(name, (0.0, 0.0))[1])
    taken = [(each.x, each.y, MARK_WIDE) for each in calls]
    for name, (x, y) in sorted(lowest.items()):
        wide = LETTER * len(name)
        x, y = _inside(x, SHEETS[sheet][0], 2 + wide / 2), y + BELOW
        if name and all(abs(x - one) >= (wide + broad) / 2 or abs(y - two) >= MARK_HIGH - 4 for one, two, broad in taken):
            taken.append((x, y, wide))
            yield Area(x=round(x, 1), y=round(y, 1), name=name)


def _inside(value: float, size: float, edge: float) -> float:
    return min(max(value, edge), size - edge)
