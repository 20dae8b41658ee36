"""How does what a team reports become what can be taken? The things it says are taken are kept as taken, by nobody we know."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from homeward.capacity.models import Booking, Line, Unit
from homeward.capacity.vocabulary import ACTIVE
from homeward.foundation.ids import new_id

_LOCK = "select pg_advisory_xact_lock(hashtextextended(%s, 7))"


def lock(line_id: UUID) -> None:
    """Nobody takes anything of the line, or reports on it, until the transaction ends. (Takers share the same lock: `take.turn`.)"""
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [str(line_id)])


def fit(line: Line, *, free: int, total: int | None, start: datetime, end: datetime | None, at: datetime) -> None:
    """Make exactly `free` of the line's things takeable in the period, never more than `total` less what we gave ourselves."""
    lock(line.id)
    period = DateTimeTZRange(start, end)
    Booking.objects.filter(line=line, state="held", expires_at__lte=at).update(state="expired", ended_at=at)
    given = set(
        Booking.objects.filter(line=line, state__in=ACTIVE, period__overlap=period).values_list("unit_id", flat=True)
    )
    if total is not None:
        _count(line, total, given, at)
    outside = dict(
        Booking.objects.filter(line=line, state="outside", period__overlap=period).values_list("unit_id", "id")
    )
    standing = Unit.objects.filter(line=line, withdrawn_at=None, state="open")
    takeable = [unit for unit in standing.order_by("label") if unit.id not in given and unit.id not in outside]
    if len(takeable) > free:
        keep_out = takeable[free:]
        Booking.objects.bulk_create([_taken(unit, period, at) for unit in keep_out])
        return
    wanted = free - len(takeable)
    let_go = list(outside.values())[:wanted]
    Booking.objects.filter(id__in=let_go).delete()
    if total is None and wanted > len(let_go):
        _add(line, wanted - len(let_go))


def taken_by_others(line: Line, labels: Sequence[str], *, at: datetime) -> None:
    """In these named things is somebody whom the ledger does not know, until its team says otherwise. Inside the line's lock."""
    given = Booking.objects.filter(line=line, state__in=ACTIVE, period__overlap=DateTimeTZRange(at, None)).values("unit")
    units = Unit.objects.filter(line=line, label__in=labels, withdrawn_at=None).exclude(id__in=given)
    Booking.objects.bulk_create([_taken(unit, DateTimeTZRange(at, None), at) for unit in units])


def keep_out(given_back: Sequence[Booking], *, at: datetime) -> None:
    """What these bookings had cannot be taken by anybody: its team does not have it any more, until it reports what it has."""
    Booking.objects.bulk_create([_taken(each.unit, each.period, at) for each in given_back])


def _taken(unit: Unit, period: DateTimeTZRange, at: datetime) -> Booking:
    return Booking(
        id=new_id(), unit=unit, line_id=unit.line_id, period=period, state="outside", made_at=at, actor_name="",
    )  # fmt: skip


def _count(line: Line, total: int, given: set[UUID], at: datetime) -> None:
    """Have `total` things: add what is missing, bring back what was withdrawn, withdraw what nobody was given."""
    have = list(Unit.objects.filter(line=line, withdrawn_at=None).order_by("-label"))
    if len(have) > total:
        spare = [unit.id for unit in have if unit.id not in given][: len(have) - total]
        Unit.objects.filter(id__in=spare).update(withdrawn_at=at)
        return
    back = list(
        Unit.objects.filter(line=line, withdrawn_at__isnull=False, surge_run_id=None).values_list("id", flat=True)
    )[: total - len(have)]
    Unit.objects.filter(id__in=back).update(withdrawn_at=None, state="open", reason="")
    _add(line, total - len(have) - len(back))


def _add(line: Line, count: int) -> None:
    known = set(Unit.objects.filter(line=line).values_list("label", flat=True))
    labels = (str(number) for number in range(1, len(known) + count + 1) if str(number) not in known)
    Unit.objects.bulk_create(
        [Unit(id=new_id(), line=line, label=label) for label, _ in zip(labels, range(count), strict=False)]
    )
