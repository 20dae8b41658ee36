"""Is there no better plan? Asked of CP-SAT, an exact solver, for questions small enough to be answered.

The model is written anew from the problem and shares nothing with the search but the data, so each checks the other.
"""

from itertools import permutations

from ortools.sat.python import cp_model

from homeward.rounds.rules.problem import Answer, Problem
from homeward.rounds.rules.standing import Standing

FINE = 1000  # thousandths of a minute: the instances give three places
OFFICE = -1

Arcs = dict[tuple[int, int], int]
Lit2 = dict[tuple[int, int], cp_model.IntVar]
Lit3 = dict[tuple[int, int, int], cp_model.IntVar]


def prove(problem: Problem, known: Answer, *, seconds: float) -> Answer:
    """The best plan there is, marked as proven, or `known` when the seconds did not suffice. Plans without pauses only."""
    model = cp_model.CpModel()
    latest = (
        int((known.worst_late + max(stop.closes for stop in problem.stops)) * FINE) + len(problem.stops) * 100 * FINE
    )
    starts = [model.new_int_var(_fine(stop.opens), latest, f"start {stop.key}") for stop in problem.stops]
    late = [model.new_int_var(0, latest, f"late {stop.key}") for stop in problem.stops]
    worst = model.new_int_var(0, latest, "worst")
    for start, over, stop in zip(starts, late, problem.stops, strict=True):
        model.add(over >= start - _fine(stop.closes))
        model.add(worst >= over)
    roads, goes, follows = _routes(model, problem, starts)
    for link in problem.links:
        apart = starts[link.second] - starts[link.first]
        model.add(apart >= _fine(link.least))
        model.add(apart <= _fine(link.most))
        for carer in problem.stops[link.first].may & problem.stops[link.second].may:
            model.add_at_most_one(goes[link.first, carer], goes[link.second, carer])
    weights = problem.weights
    model.minimize(sum(roads) * weights.travel + sum(late) * weights.late + worst * weights.worst)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = seconds
    if solver.solve(model) != cp_model.OPTIMAL:
        return known
    taken = {(carer, one): other for (carer, one, other), arc in follows.items() if solver.boolean_value(arc)}
    routes = [_followed(taken, carer) for carer in range(len(problem.carers))]
    return Standing(problem, [*routes, []]).answer(known.tried, proven=True)


def _followed(taken: Arcs, carer: int) -> list[int]:
    route, here = list[int](), taken.get((carer, OFFICE), OFFICE)
    while here != OFFICE:
        route.append(here)
        here = taken[carer, here]
    return route


def _routes(
    model: cp_model.CpModel, problem: Problem, starts: list[cp_model.IntVar]
) -> tuple[list[cp_model.LinearExprT], Lit2, Lit3]:
    """One ring a carer through the office and their stops: the minutes of its arcs, who goes where, and which arc is taken."""
    roads, goes, follows = list[cp_model.LinearExprT](), Lit2(), Lit3()
    for each, carer in enumerate(problem.carers):
        way = problem.travels[carer.travel]
        mine = [stop for stop, door in enumerate(problem.stops) if each in door.may]
        ring: list[tuple[int, int, cp_model.LiteralT]] = [(0, 0, model.new_bool_var(""))]
        for stop in mine:
            goes[stop, each] = model.new_bool_var("")
            ring.append((stop + 1, stop + 1, goes[stop, each].negated()))
        for one, other in permutations([OFFICE, *mine], 2):
            arc = follows[each, one, other] = model.new_bool_var("")
            here = carer.begins_at if one == OFFICE else problem.stops[one].place
            minutes = _fine(way[here][carer.ends_at if other == OFFICE else problem.stops[other].place])
            ring.append((one + 1, other + 1, arc))
            roads.append(arc * minutes)
            if one == OFFICE:
                model.add(starts[other] >= _fine(carer.on) + minutes).only_enforce_if(arc)
            elif other != OFFICE:
                model.add(starts[other] >= starts[one] + _fine(problem.stops[one].minutes) + minutes).only_enforce_if(
                    arc
                )
        model.add_circuit(ring)
    for stop, door in enumerate(problem.stops):
        model.add_exactly_one(goes[stop, carer] for carer in door.may)
    return roads, goes, follows


def _fine(minutes: float) -> int:
    return round(minutes * FINE)
