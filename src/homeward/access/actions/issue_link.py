"""How does somebody without an account get a link?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.access.models import Link
from homeward.access.rules.secrets import digest, new_secret
from homeward.access.vocabulary import LINK_PERMITS
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class Token:
    """The only time the token is known: put it in the address sent, and nowhere else."""

    link_id: UUID
    token: str
    expires_at: datetime

    def __repr__(self) -> str:
        return f"Token(link_id={self.link_id})"


def _person(asked: Mapping[str, Any]) -> UUID | None:
    found: UUID | None = asked.get("person_id")
    return found


@action("link.issue", about=_person)
def issue_link(
    *,
    kind: str,
    person_id: UUID | None = None,
    subject_id: UUID | None = None,
    organisation: str,
    expires_at: datetime,
    by: Actor,
    at: datetime,
    held_by: str = "",
    uses: int | None = None,
) -> Happening[Token]:
    """A link for one purpose about one subject, until `expires_at` and, if given, for so many `uses`.

    `held_by` says in words who was sent it ('Dr Shah, Northfield practice'); they act under that name.
    """
    if kind not in LINK_PERMITS:
        raise Invalid({"kind": f"There is no kind of link called '{kind}'."})
    if expires_at <= at:
        raise Invalid({"expires_at": "Choose a later day for the link to end."})
    token = new_secret()
    link = Link.objects.create(
        kind=kind,
        digest=digest(token),
        person_id=person_id,
        subject_id=subject_id,
        organisation_code=organisation,
        held_by=held_by or "the holder of a link",
        issued_by=by.name,
        issued_at=at,
        expires_at=expires_at,
        uses_left=uses,
    )
    return Happening(
        result=Token(link_id=link.id, token=token, expires_at=expires_at),
        subject_kind="link",
        subject_id=link.id,
        person_id=person_id,
        facts={
            "kind": kind,
            "about": str(subject_id or ""),
            "until": expires_at.isoformat(),
        },
    )
