"""Who looked on which day? A person's name once, with all that they opened beneath; days that are long past are folded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from homeward.access.api import Look

UNFOLDED = 3  # the newest days on which anybody looked stand open


@dataclass(frozen=True, kw_only=True)
class Looker:
    """One person or system on one day, the newest of what they opened first."""

    who: str
    looks: Sequence[Look]


@dataclass(frozen=True, kw_only=True)
class Day:
    """One day. `folded`: long past, and nobody opened the record out of turn."""

    last_at: datetime
    people: Sequence[Looker]
    folded: bool


def by_day(looks: Iterable[Look]) -> list[Day]:
    """The looks, newest first, by day and then by who looked, whoever looked last first."""
    days = [list(group) for _, group in groupby(looks, key=lambda look: look.day)]
    return [
        Day(
            last_at=those[0].last_at,
            people=_people(those),
            folded=order >= UNFOLDED and not any(look.out_of_turn for look in those),
        )
        for order, those in enumerate(days)
    ]


def _people(looks: Sequence[Look]) -> list[Looker]:
    names = dict.fromkeys((look.who, look.actor_id) for look in looks)
    return [
        Looker(who=who, looks=[look for look in looks if (look.who, look.actor_id) == (who, actor)])
        for who, actor in names
    ]
