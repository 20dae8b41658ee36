"""When does each stop begin on given routes, and how late is that?

Every stop begins as early as it can. For given routes that is best for all lateness at once: each bound (travel, opening, together,
least and most minutes apart) only ever pushes a start later, so the earliest times are the least fixed point of all of them.
Two stops of one visit are timed when both carers have reached them; pairs that wait for one another in a ring have no times at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from homeward.rounds.rules.problem import Pause, Problem

Waiting = dict[int, tuple[float, int]]
At = dict[int, tuple[int, float, int, Pause | None]]


@dataclass(slots=True)
class Times:
    """Starts by stop; lateness, worst lateness and minutes after hours by carer."""

    starts: dict[int, float] = field(default_factory=dict)
    late: dict[int, float] = field(default_factory=dict)
    worst: dict[int, float] = field(default_factory=dict)
    after: dict[int, float] = field(default_factory=dict)


class Clockwork:
    """The arrays of a problem, laid out for speed, and the one walk over them."""

    def __init__(self, problem: Problem) -> None:
        self.carers = problem.carers
        self.doors = [(each.place, each.minutes, each.opens, each.closes, each.late_weight) for each in problem.stops]
        self.roads = [problem.travels[carer.travel] for carer in problem.carers]
        self.mate = [-1] * len(problem.stops)
        self.apart = [(0.0, 0.0)] * len(problem.stops)
        for link in problem.links:
            self.mate[link.first], self.mate[link.second] = link.second, link.first
            # how many minutes after this stop its mate begins, at least and at most
            self.apart[link.first] = (link.least, link.most)
            self.apart[link.second] = (-link.most, -link.least)

    def travel(self, carer: int, route: Sequence[int]) -> float:
        """Minutes on the road along one route, from where the day begins to where it ends; none for a day without stops."""
        if not route:
            return 0.0
        road, here, total = self.roads[carer], self.carers[carer].begins_at, 0.0
        for stop in route:
            there = self.doors[stop][0]
            total += road[here][there]
            here = there
        return total + road[here][self.carers[carer].ends_at]

    def times(self, routes: Sequence[Sequence[int]], which: Sequence[int]) -> Times | None:
        """Times on the routes of these carers, who hold both stops of every pair among them; None when there are none."""
        found, mate, doors = Times(), self.mate, self.doors
        starts, late, worst = found.starts, found.late, found.worst
        waiting: Waiting = {}
        at: At = {
            each: (0, self.carers[each].on, self.carers[each].begins_at, self.carers[each].pause) for each in which
        }
        todo = list(which)
        for each in which:
            late[each] = worst[each] = found.after[each] = 0.0
        while todo:
            each = todo.pop()
            reached, now, here, pause = at[each]
            route, road = routes[each], self.roads[each]
            for position in range(reached, len(route)):
                stop = route[position]
                there, minutes, opens, closes, weight = doors[stop]
                begin = now + road[here][there]
                if begin < opens:
                    begin = opens
                if pause is not None and (now >= pause.opens or begin + minutes > pause.closes):
                    now = (now if now > pause.opens else pause.opens) + pause.minutes
                    begin, pause = max(now + road[here][there], opens), None
                if mate[stop] >= 0:
                    if mate[stop] not in waiting:
                        waiting[stop] = (begin, each)
                        at[each] = (position, now, here, pause)
                        break
                    begin = self._meet(stop, begin, waiting, at, todo, found)
                starts[stop] = begin
                if begin > closes:
                    over = (begin - closes) * weight
                    late[each] += over
                    if over > worst[each]:
                        worst[each] = over
                now, here = begin + minutes, there
            else:
                found.after[each] = self._after(each, now, here, pause) if route else 0.0
        return None if waiting else found

    def _meet(self, stop: int, begin: float, waiting: Waiting, at: At, todo: list[int], found: Times) -> float:
        """The second carer of a pair has come: when they begin, and off goes the first, who waited."""
        other = self.mate[stop]
        theirs, partner = waiting.pop(other)
        least, most = self.apart[stop]
        begin = max(begin, theirs - most)
        theirs = max(theirs, begin + least)
        found.starts[other] = theirs
        there, minutes, _, closes, weight = self.doors[other]
        if theirs > closes:
            over = (theirs - closes) * weight
            found.late[partner] += over
            found.worst[partner] = max(found.worst[partner], over)
        position, _, _, pause = at[partner]
        at[partner] = (position + 1, theirs + minutes, there, pause)
        todo.append(partner)
        return begin

    def _after(self, each: int, now: float, here: int, pause: Pause | None) -> float:
        """Minutes after hours at which the carer's day ends; a break not taken by then is taken last."""
        carer = self.carers[each]
        if pause is not None:
            now = max(now, pause.opens) + pause.minutes
        return max(0.0, now + self.roads[each][here][carer.ends_at] - carer.off)
