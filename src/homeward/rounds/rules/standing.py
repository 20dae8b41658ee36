"""What does the plan in hand cost, and would it cost less with some routes changed?

Holds one plan and its costs by carer, so that a change costs only the walk over the carers it touches, directly or through visits of
two. What is left out lies on one more route after the carers', which nobody drives.
"""

from collections.abc import Mapping, Sequence

from homeward.rounds.rules.problem import Answer, Problem
from homeward.rounds.rules.timing import Clockwork, Times

Routes = list[list[int]]
NEVER = float("inf")


class Standing:
    """One plan with its costs. `weigh` asks, `take` changes."""

    def __init__(self, problem: Problem, routes: Sequence[Sequence[int]]) -> None:
        self.problem, self.clockwork = problem, Clockwork(problem)
        self.nobody = len(problem.carers)
        self.routes: Routes = [list(route) for route in routes]
        self.going = [self.nobody] * len(problem.stops)
        self.starts = [0.0] * len(problem.stops)
        size = self.nobody + 1
        self.travel, self.late, self.worst = [0.0] * size, [0.0] * size, [0.0] * size
        self.after, self.extra = [0.0] * size, [0.0] * size
        self.choices = [tuple(sorted(stop.may)) for stop in problem.stops]
        self.cost = NEVER
        self._weighed: tuple[float, dict[int, tuple[float, float]], Times] | None = None
        everything = {each: route for each, route in enumerate(self.routes)}
        if self.weigh(everything) == NEVER:
            raise ValueError("these routes wait for one another in a ring")
        self.take(everything)

    def weigh(self, changed: Mapping[int, list[int]], limit: float = NEVER) -> float:
        """What the plan costs with these routes instead. As soon as that is surely above `limit`: NEVER."""
        weights, nobody = self.problem.weights, self.nobody
        roads = {each: self._road(each, route) for each, route in changed.items()}
        fixed = sum(weights.travel * way + extra for way, extra in roads.values())
        travel, extra = self.travel, self.extra
        for each in range(nobody + 1):
            if each not in changed:
                fixed += weights.travel * travel[each] + extra[each]
        if fixed > limit:
            return NEVER
        touched = self._touched(changed)
        worst = 0.0
        for each in range(nobody):
            if each not in touched:
                fixed += weights.late * self.late[each] + weights.after_hours * self.after[each]
                worst = max(worst, self.worst[each])
        if fixed + weights.worst * worst > limit:
            return NEVER
        mixed = self.routes.copy()
        for each, route in changed.items():
            mixed[each] = route
        times = self.clockwork.times(mixed, list(touched))
        if times is None:
            return NEVER
        if times.worst:
            worst = max(worst, max(times.worst.values()))
        total = fixed + weights.late * sum(times.late.values()) + weights.after_hours * sum(times.after.values())
        total += weights.worst * worst
        self._weighed = (total, roads, times)
        return total if total <= limit else NEVER

    def take(self, changed: Mapping[int, list[int]]) -> None:
        """Make what was weighed last the plan in hand."""
        assert self._weighed is not None
        self.cost, roads, times = self._weighed
        for each, route in changed.items():
            self.routes[each] = route
            self.travel[each], self.extra[each] = roads[each]
            for stop in route:
                self.going[stop] = each
        for stop, start in times.starts.items():
            self.starts[stop] = start
        for each in times.late:
            self.late[each], self.worst[each], self.after[each] = times.late[each], times.worst[each], times.after[each]

    def _road(self, each: int, route: list[int]) -> tuple[float, float]:
        if each == self.nobody:
            return 0.0, self.problem.weights.left_out * len(route)
        extra = self.problem.extra
        added = sum(extra[stop].get(each, 0.0) for stop in route) if extra else 0.0
        return self.clockwork.travel(each, route), added

    def _touched(self, changed: Mapping[int, list[int]]) -> set[int]:
        """The carers whose times may differ: those changed, and whoever a visit of two joins to them."""
        nobody, mate = self.nobody, self.clockwork.mate
        touched = {each for each in changed if each != nobody}
        if not self.problem.links:
            return touched
        going = self.going
        moved = {stop: each for each, route in changed.items() for stop in route}
        todo = list(touched)
        while todo:
            each = todo.pop()
            for stop in changed[each] if each in changed else self.routes[each]:
                other = mate[stop]
                if other >= 0:
                    theirs = moved.get(other, going[other])
                    if theirs != nobody and theirs not in touched:
                        touched.add(theirs)
                        todo.append(theirs)
        return touched

    def answer(self, tried: int = 0, proven: bool = False) -> Answer:
        """The plan as plain data."""
        left = set(self.routes[self.nobody])
        return Answer(
            routes=tuple(tuple(route) for route in self.routes[: self.nobody]),
            starts=tuple(None if stop in left else start for stop, start in enumerate(self.starts)),
            cost=self.cost,
            travel=sum(self.travel),
            late=sum(self.late),
            worst_late=max(self.worst, default=0.0),
            after_hours=sum(self.after),
            extra=sum(self.extra[: self.nobody]),
            tried=tried,
            proven=proven,
        )
