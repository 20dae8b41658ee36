"""With which plan, good or not, does the search begin?

Visits in order of their opening, each after the last of whoever gets there soonest. In one order for everybody no two visits of two can
wait for one another in a ring, so this plan always has times.
"""

from homeward.rounds.rules.problem import Problem
from homeward.rounds.rules.standing import Routes
from homeward.rounds.rules.timing import Clockwork


def beginning(problem: Problem) -> Routes:
    """A route for each carer, and last what is left out: only what nobody can reach within their hours."""
    clockwork = Clockwork(problem)
    nobody = len(problem.carers)
    routes: Routes = [[] for _ in range(nobody + 1)]
    free = [(carer.on, carer.begins_at) for carer in problem.carers]
    done = set[int]()
    for stop in sorted(
        range(len(problem.stops)), key=lambda each: (problem.stops[each].opens, problem.stops[each].closes)
    ):
        if stop in done:
            continue
        mate = clockwork.mate[stop]
        both = [stop] if mate < 0 else [stop, mate]
        done.update(both)
        chosen = _chosen(problem, clockwork, free, both)
        if chosen is None:
            routes[nobody] += both
            continue
        begins = max(_reach(problem, clockwork, free, each, carer) for each, carer in zip(both, chosen, strict=True))
        for each, carer in zip(both, chosen, strict=True):
            later = max(0.0, clockwork.apart[stop][0]) if each != stop else 0.0
            free[carer] = (begins + later + problem.stops[each].minutes, problem.stops[each].place)
            routes[carer].append(each)
    return routes


def _chosen(problem: Problem, clockwork: Clockwork, free: list[tuple[float, int]], both: list[int]) -> list[int] | None:
    """Who goes: whoever gets there soonest, two different people for a pair; the scarcer skill is asked first."""
    found = dict[int, int]()
    for stop in sorted(both, key=lambda each: len(problem.stops[each].may)):
        may = [carer for carer in sorted(problem.stops[stop].may) if carer not in found.values()]
        if problem.may_leave_out:
            may = [each for each in may if _reach(problem, clockwork, free, stop, each) <= problem.carers[each].off]
        if not may:
            if problem.may_leave_out:
                return None
            raise ValueError(f"nobody can go to {problem.stops[stop].key}")
        found[stop] = min(may, key=lambda each: (_reach(problem, clockwork, free, stop, each), each))
    return [found[each] for each in both]


def _reach(problem: Problem, clockwork: Clockwork, free: list[tuple[float, int]], stop: int, carer: int) -> float:
    now, here = free[carer]
    door = problem.stops[stop]
    return max(now + clockwork.roads[carer][here][door.place], door.opens)
