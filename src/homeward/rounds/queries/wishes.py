"""What does a person wish of every visit, and what was said before? Inside an open gate."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.rounds.models import Preference

MOST = 20


@dataclass(frozen=True, kw_only=True)
class SaidWishes:
    """One wording: by whom, when, and whose wish it was (`person`, or `carer` for somebody who acts for them)."""

    id: UUID
    opens: int | None
    closes: int | None
    same_face: bool
    faces: str
    way_in: str
    animals: str
    words: str
    whose: str
    said_by: str
    said_at: datetime


def wishes_of(person_id: UUID) -> list[SaidWishes]:
    """The newest first: that one stands."""
    rows = Preference.objects.filter(person_id=person_id).order_by("-said_at", "-id")[:MOST]
    return [
        SaidWishes(
            id=row.id, opens=row.opens, closes=row.closes, same_face=row.same_face, faces=row.faces, way_in=row.way_in,
            animals=row.animals, words=row.words, whose=row.whose, said_by=row.said_by, said_at=row.said_at,
        )
        for row in rows
    ]  # fmt: skip
