"""In which small ways can a plan be changed?

Each move answers with the routes it would change, or None when it finds nothing to change. A move never sends anyone where they may
not go; whether it can be timed, and what it costs, is for others to say.
"""

from collections.abc import Callable
from random import Random

from homeward.rounds.rules.standing import Standing

Change = dict[int, list[int]] | None
Move = Callable[[Standing, Random], Change]
SLACK = 40.0


def relocate(plan: Standing, random: Random) -> Change:
    """One stop to another place, with the same or another carer; both stops of a pair stay with somebody."""
    stop = int(random.random() * len(plan.going))
    source = plan.going[stop]
    mate = plan.clockwork.mate[stop]
    if source == plan.nobody and mate >= 0:
        return pair(plan, random, stop)
    target = _somebody(plan, random, stop, -1 if mate < 0 else plan.going[mate])
    if target < 0:
        return None
    left = [each for each in plan.routes[source] if each != stop]
    if target == source:
        place = int(random.random() * (len(left) + 1))
        return None if plan.routes[source].index(stop) == place else {source: left[:place] + [stop] + left[place:]}
    return {source: left, target: put(plan, random, plan.routes[target], stop)}


def pair(plan: Standing, random: Random, stop: int | None = None) -> Change:
    """Both stops of one visit to new places, each with somebody who may."""
    links = plan.problem.links
    if not links:
        return None
    if stop is None:
        stop = links[int(random.random() * len(links))].first
    mate = plan.clockwork.mate[stop]
    changed: dict[int, list[int]] = {}
    for each in (stop, mate):
        source = plan.going[each]
        changed[source] = [other for other in changed.get(source, plan.routes[source]) if other != each]
    first = _somebody(plan, random, stop, -1)
    second = _somebody(plan, random, mate, first)
    if first < 0 or second < 0:
        return None
    hour = _hour(plan, random, stop)
    changed[first] = put(plan, random, changed.get(first, plan.routes[first]), stop, hour)
    changed[second] = put(
        plan, random, changed.get(second, plan.routes[second]), mate, hour + plan.clockwork.apart[stop][0]
    )
    return changed


def swap(plan: Standing, random: Random) -> Change:
    """Two stops of two carers change places."""
    size = len(plan.going)
    one, other = int(random.random() * size), int(random.random() * size)
    mine, theirs = plan.going[one], plan.going[other]
    stops, mate, nobody = plan.problem.stops, plan.clockwork.mate, plan.nobody
    if (
        mine == theirs
        or mine == nobody
        or theirs == nobody
        or mine not in stops[other].may
        or theirs not in stops[one].may
    ):
        return None
    if (mate[one] >= 0 and plan.going[mate[one]] == theirs) or (mate[other] >= 0 and plan.going[mate[other]] == mine):
        return None
    if random.random() < 0.5:
        return {
            mine: [other if each == one else each for each in plan.routes[mine]],
            theirs: [one if each == other else each for each in plan.routes[theirs]],
        }
    return {
        mine: put(plan, random, [each for each in plan.routes[mine] if each != one], other),
        theirs: put(plan, random, [each for each in plan.routes[theirs] if each != other], one),
    }


def tails(plan: Standing, random: Random) -> Change:
    """From some hour on, two carers take over one another's day."""
    nobody, routes, starts = plan.nobody, plan.routes, plan.starts
    stop = int(random.random() * len(plan.going))
    mine = plan.going[stop]
    theirs = _somebody(plan, random, stop, mine)
    if mine == nobody or theirs < 0 or theirs == mine:
        return None
    cut = routes[mine].index(stop)
    hour = starts[stop] + random.uniform(-SLACK, SLACK)
    other = sum(1 for each in routes[theirs] if starts[each] < hour)
    length = int(random.random() * 3) + 1 if random.random() < 0.5 else len(plan.going)
    one, two = routes[mine][cut : cut + length], routes[theirs][other : other + length]
    stops = plan.problem.stops
    if any(theirs not in stops[each].may for each in one) or any(mine not in stops[each].may for each in two):
        return None
    return {
        mine: routes[mine][:cut] + two + routes[mine][cut + length :],
        theirs: routes[theirs][:other] + one + routes[theirs][other + length :],
    }


def leave_out(plan: Standing, random: Random) -> Change:
    """A stop, and its mate with it, is left to nobody."""
    if not plan.problem.may_leave_out:
        return None
    stop = int(random.random() * len(plan.going))
    if plan.going[stop] == plan.nobody:
        return None
    both = [stop] if plan.clockwork.mate[stop] < 0 else [stop, plan.clockwork.mate[stop]]
    changed = {
        plan.going[each]: [other for other in plan.routes[plan.going[each]] if other not in both] for each in both
    }
    changed[plan.nobody] = [*plan.routes[plan.nobody], *both]
    return changed


def put(plan: Standing, random: Random, route: list[int], stop: int, hour: float | None = None) -> list[int]:
    """The route with the stop in it, near where its hour falls as a rule, anywhere at times."""
    if hour is None and random.random() < 0.3:
        place = int(random.random() * (len(route) + 1))
    else:
        if hour is None:
            hour = _hour(plan, random, stop)
        starts, place = plan.starts, 0
        for each in route:
            if starts[each] >= hour:
                break
            place += 1
    return [*route[:place], stop, *route[place:]]


def _hour(plan: Standing, random: Random, stop: int) -> float:
    door = plan.problem.stops[stop]
    return random.uniform(door.opens - SLACK, max(door.closes, plan.starts[stop]) + SLACK)


def _somebody(plan: Standing, random: Random, stop: int, but: int) -> int:
    may = plan.choices[stop]
    chosen = may[int(random.random() * len(may))]
    return chosen if chosen != but else -1


# how many of twenty moves are of each kind
MOVES: tuple[tuple[Move, int], ...] = ((relocate, 10), (swap, 4), (tails, 3), (pair, 3))
