"""How is one thing of a line found and taken? PostgreSQL itself refuses to give one thing twice."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from homeward.capacity.actions.outside import lock
from homeward.capacity.models import Booking, Line, Unit
from homeward.capacity.queries.free_units import TAKEABLE
from homeward.capacity.rules.refusing import closed_words, taken_words
from homeward.capacity.vocabulary import TAKING
from homeward.directory import api as directory
from homeward.foundation.actions import Happening
from homeward.foundation.errors import Clash, NotFound, Refused

TRIES = 8  # another asker may take what we chose between our look and our insert


def line_of(line_id: UUID) -> Line:
    """The line, or NotFound."""
    line = Line.objects.filter(id=line_id).first()
    if line is None:
        raise NotFound("There is no such line on the ledger.", next_step="Choose one from the capacity page.")
    return line


def take(booking: Booking, line: Line, *, unit_id: UUID | None, at: datetime) -> None:
    """Save `booking` on the unit asked for, or on the first that is free throughout. Clash: it is taken; Refused: nothing is left."""
    booking.line = line
    lock(line.id, alone=False)
    Booking.objects.filter(line=line, state="held", expires_at__lte=at).update(state="expired", ended_at=at)
    if unit_id is not None:
        unit = Unit.objects.filter(line=line, id=unit_id, withdrawn_at=None).first()
        if unit is None:
            raise NotFound("There is no such thing on this line.", next_step="Choose one from the capacity page.")
        if unit.state != "open":
            raise Refused(closed_words(unit.label, unit.state), next_step="Choose another one, or open it first.")
        if not _saved(booking, unit.id):
            _clash(booking, unit)
        return
    for _ in range(TRIES):
        found = _free(line.id, booking.period)
        if found is None:
            break
        if _saved(booking, found):
            return
    title = directory.service(line.service_code).title
    raise Refused(f"Nothing of {title} is free then.", next_step="Choose another time or another team.")


def _free(line_id: UUID, period: DateTimeTZRange) -> UUID | None:
    with connection.cursor() as cursor:
        cursor.execute(TAKEABLE, {"line": line_id, "period": period})
        row = cursor.fetchone()
    return row[0] if row else None


def _saved(booking: Booking, unit_id: UUID) -> bool:
    booking.unit_id = unit_id
    try:
        with transaction.atomic():
            booking.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def _clash(booking: Booking, unit: Unit) -> None:
    taken = Booking.objects.filter(unit=unit, state__in=TAKING, period__overlap=booking.period).first()
    if taken is None:
        raise Refused("This changed a moment ago.", next_step="Try again.")
    raise Clash(
        taken_words(taken.actor_name, taken.state, taken.period.upper), who=taken.actor_name, when=taken.made_at,
        next_step="Choose another one or another time.",
    )  # fmt: skip


def happened(line: Line, result: Any, **facts: Any) -> Happening[Any]:
    """The event of one change to a line: codes and ids, nobody's name."""
    return Happening(
        result=result, subject_kind="capacity", subject_id=line.id, person_id=None, teams=(line.team_code,),
        facts={"service": line.service_code, "team": line.team_code, **facts},
    )  # fmt: skip
