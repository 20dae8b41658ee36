"""Which people might be meant? The one call that looks past the gate, while a search is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from homeward.people.rules.days import swapped
from homeward.people.rules.likeness import MatchedNumber, Seen

_CALL = "select * from gate.search_people(%s, %s, %s, %s::date, %s::date, %s, %s)"


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One name that fits, with what tells its bearer from others. `matched` may be a former name."""

    person_id: UUID
    matched_family: str
    matched_given: str
    former: bool
    family_sounds: bool
    usual_family: str
    usual_given: str
    prefix: str
    birth_date: date | None
    sex: str
    postcode: str
    nhs_number: str
    matched_number: MatchedNumber
    nhs_number_status: str
    death_at: datetime | None
    restricted: bool
    in_review: bool
    practice_code: str

    @property
    def seen(self) -> Seen:
        """What likeness compares."""
        return Seen(
            family=self.matched_family,
            given=self.matched_given,
            birth_date=self.birth_date,
            sex=self.sex,
            postcode=self.postcode,
            nhs_number=self.nhs_number,
            matched_number=self.matched_number,
        )


def candidates(asked: Seen, *, most: int) -> Sequence[Candidate]:
    """Up to `most` names, the more exact ways of asking first. The gate must be open for a search."""
    other = swapped(asked.birth_date) if asked.birth_date else None
    values = [asked.nhs_number, asked.family, asked.given, asked.birth_date, other, asked.postcode, most]
    with connection.cursor() as cursor:
        cursor.execute(_CALL, values)
        names = [column.name for column in cursor.description]
        return [Candidate(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]
