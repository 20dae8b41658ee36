"""How does a team's day become a question for the planner?

Visits, the staff at work and the coordinator's trade in; a `Problem` out, and its answer read back as who goes where and when.
Everything costs minutes: on the road, late (ten times where the hour is critical), and a face the person has not seen before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from typing import Literal

from homeward.rounds.rules.problem import Answer, Carer, Link, Pause, Problem, Stop, Weights

Mode = Literal["car", "bicycle", "foot", "bus"]
# Kilometres an hour across a town, and minutes lost at each door or stop: planning figures of ours, until a place's own are measured.
SPEED: dict[Mode, float] = {"car": 25.0, "bicycle": 14.0, "foot": 4.8, "bus": 12.0}
AT_EACH_END: dict[Mode, float] = {"car": 3.0, "bicycle": 1.5, "foot": 0.0, "bus": 6.0}
WAY_ROUND = 1.3  # a road is longer than the straight line
EARTH = 6371.0
CRITICAL = 10.0
LEFT_OUT = 600.0
ASKED_FOR = 30.0  # minutes that a new face costs where somebody known was asked for, at every trade
Point = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One visit of the day, in minutes after midnight. `faces`: who has visited the person before. `locked`: whoever keeps it.

    `same_face`: the person asked for somebody they know, and a new face costs as much as it ever does.
    """

    key: str
    person: str
    where: Point
    minutes: float
    opens: float
    closes: float
    skills: frozenset[str] = frozenset()
    critical: bool = False
    carers: int = 1
    faces: frozenset[str] = frozenset()
    locked: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    same_face: bool = False


@dataclass(frozen=True, kw_only=True)
class AtWork:
    """One member of staff today: from where, between which minutes, able to do what, travelling how, with which break."""

    key: str
    where: Point
    on: float
    off: float
    skills: frozenset[str] = frozenset()
    mode: Mode = "car"
    pause: Pause | None = None


@dataclass(frozen=True, kw_only=True)
class Trade:
    """What the coordinator holds dear: minutes that a new face, a minute late and a change of an earlier plan each weigh."""

    new_face: float = 5.0
    late: float = 3.0
    change: float = 0.0


# The places of the coordinator's slider, from shortest roads to fewest strangers.
WEIGHTS_OF: dict[str, Trade] = {
    "roads": Trade(new_face=0.0),
    "balanced": Trade(new_face=5.0),
    "faces": Trade(new_face=20.0),
    "hours": Trade(new_face=5.0, late=15.0),
}


@dataclass(frozen=True, kw_only=True)
class Going:
    """One carer at one visit. `starts` in minutes after midnight; `travel` the minutes on the road before it."""

    visit: str
    staff: str
    starts: float
    travel: float
    late: float
    new_face: bool


@dataclass(frozen=True, kw_only=True)
class Round:
    """A planned day: who goes where, in the order of time, what nobody can go to, and the three figures of the trade."""

    goings: tuple[Going, ...]
    left_out: tuple[str, ...]
    travel: float
    late: float
    new_faces: int
    after_hours: float = 0.0
    tried: int = 0
    by_visit: Mapping[str, tuple[Going, ...]] = field(default_factory=dict)


def question(visits: Sequence[Wanted], staff: Sequence[AtWork], trade: Trade) -> Problem:
    """The day as stops, carers and links. A visit for two is two stops that begin together."""
    points = [each.where for each in staff] + [each.where for each in visits]
    number = {each.key: row for row, each in enumerate(staff)}
    stops, links, extra = list[Stop](), list[Link](), list[dict[int, float]]()
    for row, visit in enumerate(visits):
        able = frozenset(number[each.key] for each in staff if visit.skills <= each.skills)
        weight = CRITICAL if visit.critical else 1.0
        kept = [number[each] for each in visit.locked if each in number]
        for place in range(visit.carers):
            may = frozenset([kept[place]]) if place < len(kept) else able - frozenset(kept)
            stops.append(
                Stop(f"{visit.key}#{place}", len(staff) + row, visit.minutes, visit.opens, visit.closes, may, weight)
            )
            extra.append(_extra(visit, staff, trade))
        if visit.carers == 2:
            links.append(Link(len(stops) - 2, len(stops) - 1))
    modes = sorted({each.mode for each in staff})
    carers = tuple(
        Carer(each.key, row, row, each.on, each.off, modes.index(each.mode), each.pause)
        for row, each in enumerate(staff)
    )
    weights = Weights(travel=1.0, late=trade.late, after_hours=4.0, left_out=LEFT_OUT)
    travels = tuple(_matrix(points, mode) for mode in modes)
    return Problem(tuple(stops), carers, tuple(links), travels, weights, tuple(extra), may_leave_out=True)


def _extra(visit: Wanted, staff: Sequence[AtWork], trade: Trade) -> dict[int, float]:
    """What it costs beyond the road that each goes: a new face, and a change where somebody else was to come."""
    found = dict[int, float]()
    for row, each in enumerate(staff):
        cost = 0.0 if each.key in visit.faces else max(trade.new_face, ASKED_FOR if visit.same_face else 0.0)
        if visit.before and each.key not in visit.before:
            cost += trade.change
        if cost:
            found[row] = cost
    return found


def kilometres(one: Point, other: Point) -> float:
    """The way between two points (latitude, longitude), along roads as a rule."""
    north, east = radians(other[0] - one[0]) / 2, radians(other[1] - one[1]) / 2
    arc = sin(north) ** 2 + cos(radians(one[0])) * cos(radians(other[0])) * sin(east) ** 2
    return 2 * EARTH * asin(sqrt(arc)) * WAY_ROUND


def _matrix(points: Sequence[Point], mode: Mode) -> tuple[tuple[float, ...], ...]:
    ends, speed = AT_EACH_END[mode], 60.0 / SPEED[mode]
    return tuple(
        tuple(0.0 if one == other else round(kilometres(one, other) * speed + ends, 2) for other in points)
        for one in points
    )


def told(problem: Problem, answer: Answer, visits: Sequence[Wanted]) -> Round:
    """The answer in the day's own words."""
    faces = {each.key: each.faces for each in visits}
    goings, met = list[Going](), set[tuple[str, str]]()
    new = 0
    for number, route in enumerate(answer.routes):
        carer = problem.carers[number]
        here, road = carer.begins_at, problem.travels[carer.travel]
        for stop in route:
            door, start = problem.stops[stop], answer.starts[stop] or 0.0
            visit = door.key.split("#")[0]
            fresh = carer.key not in faces[visit] and (visit, carer.key) not in met
            met.add((visit, carer.key))
            new += fresh
            way = road[here][door.place]
            goings.append(
                Going(
                    visit=visit,
                    staff=carer.key,
                    starts=start,
                    travel=way,
                    late=max(0.0, start - door.closes),
                    new_face=fresh,
                )
            )
            here = door.place
    goings.sort(key=lambda each: (each.staff, each.starts))
    by_visit = dict[str, tuple[Going, ...]]()
    for each in goings:
        by_visit[each.visit] = (*by_visit.get(each.visit, ()), each)
    return Round(
        goings=tuple(goings), left_out=tuple(dict.fromkeys(problem.stops[each].key.split("#")[0] for each in answer.left_out)),
        travel=answer.travel, late=sum(each.late for each in goings), new_faces=new, after_hours=answer.after_hours,
        tried=answer.tried, by_visit=by_visit,
    )  # fmt: skip
