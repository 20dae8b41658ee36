"""Which rung of a ladder is told, of which team, and when is the next?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from homeward.grammar.api import Rung


@dataclass(frozen=True, kw_only=True)
class Told:
    """One rung as it is told: the team that hears it now, the roles named there, and the words."""

    number: int
    team: str
    roles: tuple[str, ...]
    words: str


def rung_told(ladder: Sequence[Rung], number: int, *, own_team: str, is_open: Callable[[str], bool]) -> Told:
    """Rung `number` (from 0). A team that is closed hands it to the one declared for then."""
    rung = ladder[number]
    team = rung.team or own_team
    if rung.when_closed and not is_open(team):
        team = rung.when_closed
    return Told(number=number, team=team, roles=rung.roles, words=rung.words)


def next_rung_at(ladder: Sequence[Rung], number: int, *, raised_at: datetime) -> datetime | None:
    """When the rung after `number` is told, counted from when the alert was raised; None after the last."""
    return raised_at + ladder[number + 1].after if number + 1 < len(ladder) else None


def answer_wanted_by(ladder: Sequence[Rung], *, taken_at: datetime) -> datetime:
    """Somebody who took an alert has as long to answer it as the whole ladder; then it climbs again."""
    return taken_at + max(rung.after for rung in ladder)
