"""Who came, and how often was it somebody the person had met?

Five published indices over the visits of one person in the order of time, each visit by one worker. With n_i visits by worker i, N in all
and M workers: UPC (Breslau and Reeb 1975), Bice and Boxerman's COC (1977), SECON (Steinwachs 1979), MMCI (Magill and Senf 1987), and
the share of visits by a worker who came for the first time. Fewer than three visits tell nothing and give no figure.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

FEWEST = 3


@dataclass(frozen=True, kw_only=True)
class Continuity:
    """The indices of one person, or the mean of a team's people weighed by their visits. `people` is who counts in it."""

    visits: int
    workers: int
    upc: float
    coc: float
    secon: float
    mmci: float
    new_faces: float
    people: int = 1


def continuity(workers: Sequence[str]) -> Continuity | None:
    """The indices of one person's visits, oldest first; None below three visits."""
    total = len(workers)
    if total < FEWEST:
        return None
    counts = Counter(workers)
    different = len(counts)
    return Continuity(
        visits=total,
        workers=different,
        upc=max(counts.values()) / total,
        coc=(sum(each * each for each in counts.values()) - total) / (total * (total - 1)),
        secon=sum(one == other for one, other in pairwise(workers)) / (total - 1),
        mmci=(1 - different / (total + 0.1)) / (1 - 1 / (total + 0.1)),
        new_faces=different / total,
    )


def of_team(people: Iterable[Sequence[str]]) -> Continuity | None:
    """The mean over people with three visits or more, each weighed by their visits; None when nobody has so many."""
    found = [each for workers in people if (each := continuity(workers)) is not None]
    if not found:
        return None
    visits = sum(each.visits for each in found)

    def mean(name: str) -> float:
        return float(sum(getattr(each, name) * each.visits for each in found) / visits)

    return Continuity(
        visits=visits, workers=max(each.workers for each in found), upc=mean("upc"), coc=mean("coc"), secon=mean("secon"),
        mmci=mean("mmci"), new_faces=mean("new_faces"), people=len(found),
    )  # fmt: skip
