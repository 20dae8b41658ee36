"""Which of the sender's earlier requests does a withdrawal or change mean?

Published messages use one request id for requests of different kinds and people, so the id alone is not enough: the
person must be the same (or not have been known), and among those the one that agrees in most is meant.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from homeward.fhir.bars.message import Identity, Message, PersonSaid


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """A referral of the same sender and request id, as the messages about it said it. `order`: 0 is the latest."""

    message: Message
    order: int
    open: bool


def meant(message: Message, earlier: Iterable[Earlier]) -> Earlier | None:
    """The one that is meant, or None when none is about this person. Of equals the open one, then the latest."""
    possible = [each for each in earlier if may_be_same_person(message.person, each.message.person)]
    return max(possible, key=lambda each: _agreement(message, each), default=None)


def may_be_same_person(said: PersonSaid, before: PersonSaid) -> bool:
    """False when both name a person and the two cannot be one. A number alone proves nothing against a name."""
    if said.nhs_number and before.nhs_number and said.nhs_number != before.nhs_number:
        return False
    if not (said.family and before.family):
        return True
    if said.birth_date and before.birth_date and said.birth_date != before.birth_date:
        return False
    same_number = bool(said.nhs_number and said.nhs_number == before.nhs_number)
    return same_number or said.family.casefold() == before.family.casefold()


def _agreement(message: Message, earlier: Earlier) -> tuple[int, bool, int]:
    now, before = message.identity, earlier.message.identity
    points = (
        _same(now.identifiers, before.identifiers)
        + _same(now.case_numbers, before.case_numbers)
        + 2 * _same(now.categories, before.categories)
        + _when(now, before)
        + (message.person.family != "" and message.person.family == earlier.message.person.family)
    )
    return points, earlier.open, -earlier.order


def _same(now: Iterable[object], before: Iterable[object]) -> int:
    return len(set(now) & set(before))


def _when(now: Identity, before: Identity) -> int:
    return 2 if now.starts and now.starts == before.starts else 0
