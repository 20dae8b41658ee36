"""Which plan is good, given so many seconds?

Simulated annealing over a few kinds of move, each weighed on exact times. The heat falls from half the best cost per stop to a hundredth
of that, several times over: each time from the first plan, the last time mildly from the best. Figures: docs/decisions.
"""

import math
from collections.abc import Callable, Sequence
from random import Random

from homeward.rounds.rules.moves import MOVES, leave_out
from homeward.rounds.rules.problem import Answer, Problem
from homeward.rounds.rules.standing import NEVER, Standing

Clock = Callable[[], float]
Tell = Callable[[float, float], None]
LOOK = 128
HOT = 0.5
FALL = 100.0
DESCENT = 0.03
MILD = 0.3
HARDLY = 1e-9


def anneal(
    problem: Problem, begin: Sequence[Sequence[int]], *, seconds: float, clock: Clock, seed: int = 1, cycles: int = 4,
    hot: float = HOT, tell: Tell | None = None,
) -> Answer:  # fmt: skip
    """The best plan found within `seconds` of `clock`. `tell` hears now and then which share of the time is gone, and the cost."""
    search = _Search(problem, begin, Random(seed))
    start, size = clock(), max(1, len(problem.stops))
    while (gone := (clock() - start) / seconds) < 1:
        if gone < DESCENT:
            heat = search.best.cost / size * hot / FALL
        else:
            part, cycle = math.modf((gone - DESCENT) / (1 - DESCENT) * cycles)
            last = cycle == cycles - 1
            search.begin_cycle(int(cycle), last)
            heat = search.best.cost / size * hot * (MILD if last and cycle else 1.0) * FALL**-part
        search.run(LOOK, max(heat, HARDLY))
        if tell is not None:
            tell(gone, search.best.cost)
    return search.finish()


class _Search:
    def __init__(self, problem: Problem, begin: Sequence[Sequence[int]], random: Random) -> None:
        self.problem, self.begin, self.random = problem, begin, random
        self.plan = Standing(problem, begin)
        self.best = self.plan.answer()
        self.tried = 0
        self.cycle = 0
        self.moves = [move for move, share in MOVES for _ in range(share)]
        if problem.may_leave_out:
            self.moves.append(leave_out)

    def begin_cycle(self, cycle: int, last: bool) -> None:
        """Each cycle begins from nothing, the last from the best there was."""
        if cycle != self.cycle:
            self.cycle = cycle
            self.plan = Standing(self.problem, [*self.best.routes, self.best.left_out] if last else self.begin)

    def run(self, steps: int, heat: float) -> None:
        """Try so many moves at this heat."""
        plan, random, moves = self.plan, self.random, self.moves
        for _ in range(steps):
            changed = moves[int(random.random() * len(moves))](plan, random)
            if changed is None:
                continue
            limit = plan.cost - heat * math.log(random.random() or HARDLY)
            if plan.weigh(changed, limit) == NEVER:
                continue
            plan.take(changed)
            if plan.cost < self.best.cost - HARDLY:
                self.best = plan.answer()
        self.tried += steps

    def finish(self) -> Answer:
        """The best plan, costed anew from nothing."""
        return Standing(self.problem, [*self.best.routes, self.best.left_out]).answer(self.tried)
