"""How is a whole problem answered in so many seconds: searched, and proven where it is small?"""

from homeward.rounds.rules.anneal import Clock, Tell, anneal
from homeward.rounds.rules.beginning import beginning
from homeward.rounds.rules.problem import Answer, Problem

SHARE = 0.25
SMALL = 24  # stops; above this a minute proves nothing


def solve(problem: Problem, *, seconds: float, clock: Clock, seed: int = 1, tell: Tell | None = None) -> Answer:
    """The best plan found within `seconds`; proven to be the best there is where that can be proven in time."""
    small = len(problem.stops) <= SMALL
    start = clock()
    found = anneal(
        problem, beginning(problem), seconds=seconds * SHARE if small else seconds, clock=clock, seed=seed, tell=tell
    )
    if not small:
        return found
    from homeward.rounds.rules.prove import prove  # the solver loads for a second: only who asks for a proof waits

    proven = prove(problem, found, seconds=max(0.1, seconds - (clock() - start)))
    return min(proven, found, key=lambda each: (round(each.cost, 6), not each.proven))
