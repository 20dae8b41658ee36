"""Which news stands at the top of a team's first page? Deaths, moves, hospital and ends that somebody else brought about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.referrals import api as referrals
from homeward.referrals.api import NoticeRow
from homeward.web.asker import may

AT_ONCE = 3  # on a first page; the rest have a page of their own
MOST = 200


@dataclass(frozen=True, kw_only=True)
class Kind:
    """How one kind of news is named, and what to do next."""

    title: str
    next_words: str


# A wait that was escalated stands on its own row of the board, so it is not said twice.
KINDS = {
    "died": Kind(
        title="Has died",
        next_words="Do not ring or visit about this. Tell anyone in your team who was going to.",
    ),
    "moved": Kind(title="Has moved home", next_words="Check that you can still help at the new address."),
    "hospital": Kind(
        title="Hospital",
        next_words="Look at each visit that is planned. The need stays with its owner until somebody ends it.",
    ),
    "glass": Kind(title="Opened out of turn", next_words="If it surprises you, tell information governance."),
    "revoked": Kind(title="No longer wanted", next_words="Stop any visit that is planned."),
    "parts_ended": Kind(title="Every part has ended", next_words="Close it, or say what is still to be done."),
}
ORDER = {kind: place for place, kind in enumerate(KINDS)}


@dataclass(frozen=True, kw_only=True)
class Told:
    """One piece of news about one person; `referrals` are those it is about."""

    id: UUID
    person_id: UUID
    kind: str
    title: str
    name: str
    words: str
    next_words: str
    at: datetime
    referrals: tuple[UUID, ...]


def told(*, by: Actor, at: datetime) -> list[Told]:
    """What nobody of the actor's teams has seen: deaths first, then moves, newest first; one entry a person and kind."""
    if by.kind != "staff" or not by.teams or not may(by, "notice.see"):
        return []
    return gathered(referrals.notices(by=by, at=at, kinds=KINDS.keys(), limit=MOST))


def gathered(rows: Iterable[NoticeRow]) -> list[Told]:
    """The rows drawn together: the newest of each person and kind speaks for the others."""
    together: dict[tuple[UUID, str], list[NoticeRow]] = {}
    for row in rows:
        together.setdefault((row.person_id, row.kind), []).append(row)
    return sorted((_one(each) for each in together.values()), key=lambda each: (ORDER[each.kind], -each.at.timestamp()))


def _one(rows: list[NoticeRow]) -> Told:
    newest = rows[0]
    name, _, words = newest.words.partition(": ")
    return Told(
        id=newest.id,
        person_id=newest.person_id,
        kind=newest.kind,
        title=KINDS[newest.kind].title,
        name=name,
        words=words,
        next_words=KINDS[newest.kind].next_words,
        at=newest.at,
        referrals=tuple(dict.fromkeys(row.referral_id for row in rows)),
    )
