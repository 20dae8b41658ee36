"""How is one thing of a line found and taken? PostgreSQL itself refuses to give one thing twice."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from homeward.capacity.models import Booking, Line, Unit
from homeward.capacity.queries.free_units import TAKEABLE
from homeward.capacity.rules.refusing import closed_words, taken_words
from homeward.capacity.vocabulary import TAKING, BookingState
from homeward.directory import api as directory
from homeward.foundation.actions import Happening
from homeward.foundation.errors import Clash, NotFound, Refused

TRIES = 8  # another asker may take what we chose between our look and our insert

# The line, kept apart from its reports until the transaction ends; what ran out on it, or is kept there for the subject, gives way.
_TURN = """
with gone as (
    update capacity_booking set ended_at = %(at)s,
           state = case when state = 'held' and expires_at <= %(at)s then 'expired' else 'released' end
    where line_id = %(line)s
      and ((state = 'held' and expires_at <= %(at)s) or (subject_id = %(subject)s and state = any (%(kept)s)))
)
select l.id, l.service_code, l.team_code, l.site, l.skill, l.unit, l.by_unit,
       pg_advisory_xact_lock_shared(hashtextextended(l.id::text, 7))
from capacity_line l where l.id = %(line)s
"""
# The first thing that is free throughout is looked for and taken at once; the second column says whether we got it.
_TAKE = f"""
with free as materialized ({TAKEABLE}),
taken as (
    insert into capacity_booking
        (id, unit_id, line_id, period, state, subject_id, subject_kind, made_at, actor_name, expires_at)
    select %(id)s, free.id, %(line)s, %(period)s, %(state)s, %(subject)s, %(kind)s, %(made)s, %(who)s, %(expires)s from free
    on conflict do nothing returning unit_id
)
select (select id from free), (select unit_id from taken)
"""


def line_of(line_id: UUID) -> Line:
    """The line, or NotFound."""
    line = Line.objects.filter(id=line_id).first()
    if line is None:
        raise NotFound("There is no such line on the ledger.", next_step="Choose one from the capacity page.")
    return line


def turn(line_id: UUID, *, subject_id: UUID | None, kept: Sequence[BookingState] = ("held",), at: datetime) -> Line:
    """The line, for us to take something of. What is `kept` there for the subject itself, and what ran out, gives way."""
    with connection.cursor() as cursor:
        cursor.execute(_TURN, {"line": line_id, "subject": subject_id, "kept": list(kept), "at": at})
        row = cursor.fetchone()
    if row is None:
        raise NotFound("There is no such line on the ledger.", next_step="Choose one from the capacity page.")
    id, service, team, site, skill, unit, by_unit, _ = row
    return Line(id=id, service_code=service, team_code=team, site=site, skill=skill, unit=unit, by_unit=by_unit)


def take(booking: Booking, line: Line, *, unit_id: UUID | None) -> None:
    """Save `booking` on the unit asked for, or on the first that is free throughout. Clash: it is taken; Refused: nothing is left."""
    booking.line = line
    if unit_id is not None:
        _this_one(booking, unit_id)
        return
    for _ in range(TRIES):
        found, got = _next_free(booking)
        if got is not None:
            booking.unit_id = got
            return
        if found is None:
            break
    title = directory.service(line.service_code).title
    raise Refused(f"Nothing of {title} is free then.", next_step="Choose another time or another team.")


def _next_free(booking: Booking) -> tuple[UUID | None, UUID | None]:
    asked = {
        "id": booking.id, "line": booking.line_id, "period": booking.period, "state": booking.state,
        "subject": booking.subject_id, "kind": booking.subject_kind, "made": booking.made_at, "who": booking.actor_name,
        "expires": booking.expires_at,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, asked)
        found, got = cursor.fetchone()
    return found, got


def _this_one(booking: Booking, unit_id: UUID) -> None:
    unit = Unit.objects.filter(line=booking.line_id, id=unit_id, withdrawn_at=None).first()
    if unit is None:
        raise NotFound("There is no such thing on this line.", next_step="Choose one from the capacity page.")
    if unit.state != "open":
        raise Refused(closed_words(unit.label, unit.state), next_step="Choose another one, or open it first.")
    booking.unit_id = unit_id
    try:
        with transaction.atomic():
            booking.save(force_insert=True)
    except IntegrityError:
        _clash(booking)


def _clash(booking: Booking) -> None:
    taken = Booking.objects.filter(unit=booking.unit_id, state__in=TAKING, period__overlap=booking.period).first()
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
