"""What is a good round for this day, and which is the nearest good one to the round that stands?

Planning asks with several cycles of heat. Re-planning begins with the round that stands, keeps what it can cheaply keep (a change costs), and is
searched mildly, so that what is not touched by the sickness or the urgent visit stays as it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from homeward.rounds.rules.anneal import Clock, Tell, anneal
from homeward.rounds.rules.beginning import beginning
from homeward.rounds.rules.day import AtWork, Going, Round, Trade, Wanted, question, told
from homeward.rounds.rules.problem import Problem
from homeward.rounds.rules.standing import Routes, Standing

HOT, MILDLY = 0.4, 0.04
CHANGE = 45.0
RETIMED = 10.0  # minutes; an earlier or later start than that is worth telling


@dataclass(frozen=True, kw_only=True)
class Changed:
    """One visit that a new round treats otherwise. `how`: somebody_else, retimed, left_out, added or dropped."""

    visit: str
    how: str
    was: tuple[Going, ...] = ()
    now: tuple[Going, ...] = ()


def plan_day(
    visits: Sequence[Wanted], staff: Sequence[AtWork], trade: Trade, *, seconds: float, clock: Clock, seed: int = 1,
    tell: Tell | None = None,
) -> Round:  # fmt: skip
    """A round from nothing."""
    if not visits or not staff:
        return Round(goings=(), left_out=tuple(each.key for each in visits), travel=0.0, late=0.0, new_faces=0)
    problem = question(visits, staff, trade)
    found = anneal(problem, beginning(problem), seconds=seconds, clock=clock, seed=seed, cycles=1, hot=HOT, tell=tell)
    return told(problem, found, visits)


def replan(
    visits: Sequence[Wanted], staff: Sequence[AtWork], trade: Trade, standing: Round, *, seconds: float, clock: Clock,
    seed: int = 1, tell: Tell | None = None,
) -> Round:  # fmt: skip
    """The round that stands, mended for these visits and this staff, with as few visits changed as may be."""
    if not visits or not staff:
        return plan_day(visits, staff, trade, seconds=seconds, clock=clock)
    going = {key: tuple(each.staff for each in goings) for key, goings in standing.by_visit.items()}
    asked = [replace(each, before=going.get(each.key, ())) for each in visits]
    problem = question(asked, staff, replace(trade, change=CHANGE))
    start = _kept(problem, standing)
    found = anneal(problem, start, seconds=seconds, clock=clock, seed=seed, cycles=1, hot=MILDLY, tell=tell)
    return told(problem, found, asked)


def _kept(problem: Problem, standing: Round) -> Routes:
    """The standing order of each who still works; whatever has nobody now waits with what is left out."""
    number = {carer.key: each for each, carer in enumerate(problem.carers)}
    order = {
        (going.visit, going.staff): place
        for place, going in enumerate(sorted(standing.goings, key=lambda each: each.starts))
    }
    mates = {link.first: link.second for link in problem.links}
    routes: Routes = [[] for _ in range(len(problem.carers) + 1)]
    placed = dict[int, int]()
    for stop, door in enumerate(problem.stops):
        visit = door.key.split("#")[0]
        for going in standing.by_visit.get(visit, ()):
            who = number.get(going.staff, -1)
            taken = any(
                placed.get(other) == who for other in range(stop) if problem.stops[other].key.split("#")[0] == visit
            )
            if who in door.may and not taken:
                placed[stop] = who
                break
    for first, second in mates.items():
        if first not in placed or second not in placed:
            placed.pop(first, None)
            placed.pop(second, None)
    for stop in range(len(problem.stops)):
        routes[placed.get(stop, len(problem.carers))].append(stop)
    for who, route in enumerate(routes[:-1]):
        key = problem.carers[who].key
        route.sort(key=lambda stop: order.get((problem.stops[stop].key.split("#")[0], key), 0))
    try:
        Standing(problem, routes)
    except ValueError:
        return beginning(problem)
    return routes


def changes(was: Round, now: Round, visits: Mapping[str, Wanted]) -> list[Changed]:
    """What the new round does otherwise, visit by visit: the fewer the better."""
    found = list[Changed]()
    for key in dict.fromkeys([*was.by_visit, *now.by_visit, *now.left_out]):
        before, after = was.by_visit.get(key, ()), now.by_visit.get(key, ())
        if key not in visits:
            how = "dropped"
        elif not after:
            how = "left_out" if before else ""
        elif not before:
            how = "added"
        elif {each.staff for each in before} != {each.staff for each in after}:
            how = "somebody_else"
        else:
            how = "retimed" if abs(before[0].starts - after[0].starts) > RETIMED else ""
        if how:
            found.append(Changed(visit=key, how=how, was=before, now=after))
    return found
