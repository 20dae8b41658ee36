"""What did the person say about sharing, and may their record therefore be handed on?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.access.models import Consent
from homeward.access.queries.partners import partners_of
from homeward.access.rules.sharing import Decision, Saying, decide
from homeward.directory.api import place


@dataclass(frozen=True, kw_only=True)
class ConsentRow:
    """One saying in one version (FHIR Consent). `superseded_at` is None for what stands."""

    id: UUID
    person_id: UUID
    kind: str
    purpose: str
    purpose_title: str
    partner: str
    partner_title: str
    version: int
    words: str
    said_by: str
    recorded_by: str
    organisation: str
    recorded_at: datetime
    superseded_at: datetime | None


def may_share(person_id: UUID, purpose: str, partner: str, at: datetime) -> Decision:
    """Ask at every hand-off, with or without an open gate. `partner` is an organisation's code or a declared partner's.

    A purpose that nobody declares allows nothing.
    """
    here = place()
    declared = here.sharing_purposes.get(purpose)
    if declared is None:
        return Decision(
            allowed=False, words=f"Nobody declared the purpose '{purpose}', so nothing is handed on for it."
        )
    partners = {partner} if partner in here.sharing_partners else {partner, *partners_of(partner)}
    return decide(
        purpose=purpose, title=declared.title, basis=declared.basis, partners=partners, sayings=_said(person_id, at)
    )


def standing(person_id: UUID) -> list[ConsentRow]:
    """What stands, in the order of the purposes. Inside an open gate."""
    return [each for each in history(person_id) if each.superseded_at is None and each.kind != Consent.WITHDRAWN]


def history(person_id: UUID) -> list[ConsentRow]:
    """Everything ever said, newest first. Inside an open gate."""
    return [_row(each) for each in Consent.objects.filter(person_id=person_id).order_by("-recorded_at", "-version")]


def consent(consent_id: UUID) -> ConsentRow | None:
    """One saying, inside an open gate."""
    found = Consent.objects.filter(pk=consent_id).first()
    return _row(found) if found else None


def person_of_consent(consent_id: UUID) -> UUID | None:
    """Who said it; None when there is no such saying. Asked before the record is open."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.person_of_saying(%s)", [consent_id])
        found: UUID | None = cursor.fetchone()[0]
    return found


def _said(person_id: UUID, at: datetime) -> list[Saying]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select consent_id, kind, purpose_code, partner_code from gate.said(%s) where recorded_at <= %s",
            [person_id, at],
        )
        rows = cursor.fetchall()
    return [Saying(id=row[0], kind=row[1], purpose=row[2], partner=row[3]) for row in rows]


def _row(each: Consent) -> ConsentRow:
    here = place()
    purpose = here.sharing_purposes.get(each.purpose_code)
    partner = here.sharing_partners.get(each.partner_code)
    return ConsentRow(
        id=each.id,
        person_id=each.person_id,
        kind=each.kind,
        purpose=each.purpose_code,
        purpose_title=purpose.title if purpose else each.purpose_code,
        partner=each.partner_code,
        partner_title=partner.title if partner else each.partner_code or "Everybody",
        version=each.version,
        words=each.words,
        said_by=each.said_by,
        recorded_by=each.recorded_by,
        organisation=each.organisation_code,
        recorded_at=each.recorded_at,
        superseded_at=each.superseded_at,
    )
