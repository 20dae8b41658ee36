"""Which numbers does a board look at together, in which order and why; and which partners' feeds do they rest on?"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from homeward.grammar.areas import AreaKind
from homeward.grammar.declaration import WORDING, Declaration

# More than nine numbers is a report, not a board: nobody reads it in ten seconds.
MOST_NUMBERS = 9

# How something is sent to the house, and so where it is written down what came.
FeedWay = Literal["records", "wards", "messages", "capacity", "readings"]
FEED_WAYS: dict[FeedWay, str] = {
    "records": "Records by file",
    "wards": "Ward lists",
    "messages": "Referrals by message",
    "capacity": "Capacity reports",
    "readings": "Readings at home",
}


@dataclass(frozen=True, kw_only=True)
class BoardNumber:
    """One number of a board. `why` it stands there; `safety` is the measure that shows whether it was bought too dearly."""

    measure: str
    why: str = field(metadata=WORDING)
    safety: str | None = None


@dataclass(frozen=True, kw_only=True)
class Dashboard(Declaration):
    """A page of at most nine numbers in reading order. `audience` are codes of roles; empty: whoever may see numbers.

    `by_area`: the kinds of area it may be narrowed to, from the widest to the nearest. `feeds`: codes of what it rests on.
    `cannot_tell`: what nobody should read out of it.
    """

    title: str = field(metadata=WORDING)
    question: str = field(metadata=WORDING)
    numbers: tuple[BoardNumber, ...] = ()
    audience: tuple[str, ...] = ()
    by_area: tuple[AreaKind, ...] = ("locality",)
    feeds: tuple[str, ...] = ()
    cannot_tell: str = field(default="", metadata=WORDING)
    order: int = field(default=50, metadata=WORDING)


@dataclass(frozen=True, kw_only=True)
class Feed(Declaration):
    """Something a partner sends regularly. `sources`: as whom it signs what it sends (by `way`: organisations or services).

    `every`: its rhythm; nothing heard for longer is late. `invalid_most`: the part refused, in percent, above which
    somebody should look.
    """

    title: str = field(metadata=WORDING)
    partner: str
    way: FeedWay
    sources: tuple[str, ...]
    every: timedelta
    invalid_most: float = 5.0
