"""Is there something of earlier days to hold beside this stay, and how do the two stand?"""

from dataclasses import dataclass
from datetime import date, timedelta

from homeward.grammar.api import Before, Destination

ELSEWHERE = ("died", "hospital")  # a death or a move to another hospital is no way home


@dataclass(frozen=True, kw_only=True)
class Beside:
    """One stay's own days from ready to leaving (`so_far` while they are still there), beside the mean of earlier days.

    `until`: the day on which as many days as that mean were or will be over. `days` whole London days, never below 0.
    """

    before: Before
    days: int
    so_far: bool
    until: date

    @property
    def fewer(self) -> int:
        """By how many days this wait was the shorter; below 0 when it was the longer."""
        return self.before.days - self.days


def beside(
    before: Before | None,
    *,
    ready_on: date | None,
    days: int | None,
    pathway: str,
    left: bool,
    destination: Destination | None,
) -> Beside | None:
    """None where the figure is of others: no declared one, never ready, no way home chosen, another pathway, a death or a move."""
    if before is None or ready_on is None or days is None or pathway not in before.pathways:
        return None
    if left and destination is not None and destination.kind in ELSEWHERE:
        return None
    return Beside(before=before, days=max(days, 0), so_far=not left, until=ready_on + timedelta(days=before.days))
