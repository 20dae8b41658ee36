"""Is the record open already? An action or a page opens it once; what it calls does not open it again."""

from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.foundation.actions import Actor


def opened_for(person_id: UUID, *, by: Actor, at: datetime, why: str) -> AbstractContextManager[None]:
    """The person's record open: as it stands when it is, else opened now. Raises NotPermitted on entry."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.person() = %s or gate.is_job()", [person_id])
        open_now = cursor.fetchone()[0]
    return nullcontext() if open_now else gate.person(person_id, by=by, at=at, why=why)
