"""Which pairs wait for a reviewer, and what does each look like side by side?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from homeward.access.api import gate, may
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound, NotPermitted
from homeward.people.matching.weighing import Sign, signs_of, why
from homeward.people.models import Carried, MatchPair, Merge
from homeward.people.queries.banner import Banner, banner
from homeward.people.queries.joined import current_id, people_of_pair
from homeward.people.queries.person_page import PersonPage, person_page
from homeward.people.rules.names import full_name

PAGE = 25


@dataclass(frozen=True, kw_only=True)
class PairRow:
    """One pair on the list, in words."""

    id: UUID
    one: str
    one_born: date | None
    other: str
    other_born: date | None
    weight: float
    why: str
    restricted: bool
    died: bool
    found_at: datetime
    decided_at: datetime | None
    decided_by: str
    reason: str
    merge_id: UUID | None


@dataclass(frozen=True, kw_only=True)
class PairView:
    """A pair side by side: both as their own page shows them, and sign by sign what speaks for and against."""

    id: UUID
    state: str
    weight: float
    sure: bool
    signs: Sequence[Sign]
    one: PersonPage
    other: PersonPage
    decided_by: str
    decided_at: datetime | None
    reason: str


def pairs_to_review(*, by: Actor, at: datetime, state: str = "waiting", page: int = 1) -> tuple[Sequence[PairRow], int]:
    """A page of pairs in this state, likeliest first, and how many there are in all. Raises NotPermitted."""
    _check(by)
    with gate.search(by=by, at=at, what="people who may be here twice"), connection.cursor() as cursor:
        cursor.execute("select * from gate.match_pairs(%s, %s, %s)", [state, PAGE, PAGE * (page - 1)])
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [
        PairRow(
            id=row["pair"],
            one=full_name(family=row["one_family"] or "", given=row["one_given"] or "") or "Joined to the other record",
            one_born=row["one_born"],
            other=full_name(family=row["other_family"] or "", given=row["other_given"] or "")
            or "Joined to the other record",
            other_born=row["other_born"],
            weight=row["weight"],
            why=why(row["signs"]),
            restricted=row["restricted"],
            died=row["died"],
            found_at=row["found_at"],
            decided_at=row["decided_at"],
            decided_by=row["decided_by"],
            reason=row["reason"],
            merge_id=row["merge"],
        )
        for row in rows
    ], (rows[0]["in_all"] if rows else 0)


def pair(pair_id: UUID, *, by: Actor, at: datetime) -> PairView:
    """One pair side by side; both records are opened, and that is written down. Raises NotPermitted and NotFound."""
    _check(by)
    one, other = people_of_pair(pair_id)
    if current_id(one) != one or current_id(other) != other:
        raise NotFound(
            "These two records are joined, or one was joined to a third.", next_step="See the pairs that were decided."
        )
    with gate.person(one, by=by, at=at, why="people who may be here twice"):
        row = MatchPair.objects.filter(id=pair_id).first()
        first = person_page(one, by, at)
    if row is None:
        raise NotFound("There is no such pair any more.", next_step="Go back to the list.")
    with gate.person(other, by=by, at=at, why="people who may be here twice"):
        second = person_page(other, by, at)
    return PairView(
        id=row.id, state=row.state, weight=row.weight, sure=row.sure, signs=signs_of(row.signs), one=first, other=second,
        decided_by=row.decided_by, decided_at=row.decided_at, reason=row.reason,
    )  # fmt: skip


def merges_of(person_id: UUID) -> Sequence[Merge]:
    """The merges into this person that stand, newest first. The person must be open."""
    return list(Merge.objects.filter(person_id=person_id, undone_at__isnull=True).order_by("-merged_at"))


def _check(by: Actor) -> None:
    if not may(by, "person.decide"):
        raise NotPermitted(
            "Your role does not decide whether two records are one person.", next_step="Ask your records team."
        )


@dataclass(frozen=True, kw_only=True)
class MergeView:
    """A merge that stands: into whom, by whom, when and why, and how many rows it carried."""

    banner: Banner
    merged_by: str
    merged_at: datetime
    reason: str
    rows: int


def merge_to_undo(merge_id: UUID, *, by: Actor, at: datetime) -> MergeView:
    """What taking this merge back would part. Raises NotPermitted, and NotFound when it stands no more."""
    with connection.cursor() as cursor:
        cursor.execute("select kept from people_of_merge(%s)", [merge_id])
        found = cursor.fetchone()
    kept = current_id(found[0]) if found else None
    if found is None or kept is None:
        raise NotFound("There is no such merge.", next_step="Go back to the list.")
    with gate.person(kept, by=by, at=at, why="people who may be here twice"):
        done = Merge.objects.filter(id=merge_id, undone_at__isnull=True).first()
        if done is None:
            raise NotFound(
                "This merge was taken back, or the record kept was itself joined to another since.",
                next_step="Take the later merge back first.",
            )
        rows = sum(len(each.keys) for each in Carried.objects.filter(merge=done))
        return MergeView(
            banner=banner(kept, by, at), merged_by=done.merged_by, merged_at=done.merged_at, reason=done.reason, rows=rows
        )
