"""Whom must somebody still look at, because two descriptions did not fit or a name was not known?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from homeward.access.api import gate, may
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted
from homeward.people.rules.names import full_name

MOST = 200


@dataclass(frozen=True, kw_only=True)
class ReviewRow:
    """Somebody registered apart, and why."""

    person_id: UUID
    name: str
    birth_date: date | None
    reason: str
    registered_at: datetime


def in_review(*, by: Actor, at: datetime) -> Sequence[ReviewRow]:
    """The newest 200 in review, for whoever may put details right. Raises NotPermitted."""
    if not may(by, "person.correct"):
        raise NotPermitted("Your role does not review who people are.", next_step="Ask your hub.")
    with gate.search(by=by, at=at, what="people in review"), connection.cursor() as cursor:
        cursor.execute(
            "select person_id, family, given, birth_date, reason, registered_at from gate.people_in_review(%s)", [MOST]
        )
        return [
            ReviewRow(
                person_id=person_id,
                name=full_name(family=family, given=given),
                birth_date=born,
                reason=reason,
                registered_at=registered_at,
            )
            for person_id, family, given, born, reason, registered_at in cursor.fetchall()
        ]
