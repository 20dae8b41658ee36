"""Whose identifier is this, as partners ask it: 'system|value' or a value alone?"""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.fhir.door.route import Call

NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number"


def person_with(id: UUID) -> UUID | None:
    """The person with this id, or the one whom it leads on to; None when it is nobody's. Needs no gate."""
    with connection.cursor() as cursor:
        cursor.execute("select fhir_person_with(%s)", [id])
        found: UUID | None = cursor.fetchone()[0]
    return found


def people_known_by(call: Call, token: str) -> Sequence[UUID]:
    """The people whom this identifier names now. The question is written down as a search of the asker."""
    system, _, value = token.rpartition("|")
    if system.lower() == NHS_NUMBER.lower():
        system = NHS_NUMBER
        value = "".join(value.split())
    if not value:
        return ()
    with gate.search(by=call.partner, at=call.at, what="finding a person by identifier over FHIR"):
        with connection.cursor() as cursor:
            cursor.execute("select * from fhir_people_known_by(%s, %s)", [system, value])
            return [row[0] for row in cursor.fetchall()]
