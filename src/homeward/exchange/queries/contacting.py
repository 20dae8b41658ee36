"""How may this person be contacted: what is known, what they wish, what would be dangerous?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args
from uuid import UUID

from homeward.exchange.models import ContactRule
from homeward.exchange.queries.reach import reach_of
from homeward.exchange.rules.choosing import Reach, choose
from homeward.exchange.vocabulary import CHANNELS
from homeward.grammar.api import MessageWay


@dataclass(frozen=True, kw_only=True)
class KnownWay:
    """One way: the number or address, and whether it may be used."""

    way: MessageWay
    words: str
    recipient: str
    forbidden: bool


@dataclass(frozen=True, kw_only=True)
class Contacting:
    """Everything for the page. `used` is the way the next message takes; empty with `why_not` when there is none."""

    reach: Reach
    ways: Sequence[KnownWay]
    prefers: str
    never: Sequence[ContactRule]
    used: str
    why_not: str


def contacting(person_id: UUID) -> Contacting:
    """Read inside the person's open gate. A protected person's numbers are not shown."""
    reach, every = reach_of(person_id), get_args(MessageWay)
    choice = choose(reach, every)
    ways = [
        KnownWay(way=way, words=CHANNELS[way], recipient=reach.recipient(way), forbidden=reach.forbidden(way))
        for way in every
        if reach.recipient(way) and not reach.protected
    ]
    never = ContactRule.objects.filter(person_id=person_id, rule="never", ended_at=None).order_by("-at")
    return Contacting(
        reach=reach, ways=ways, prefers=reach.prefers or "", never=list(never), used=CHANNELS[choice.way] if choice.way else "",
        why_not=choice.why_not,
    )  # fmt: skip
