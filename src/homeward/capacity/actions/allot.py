"""How does somebody get so many things of one line at once, from a moment on and until they are given back?"""

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q

from homeward.capacity.actions.book import LONGEST_HOLD
from homeward.capacity.actions.outside import keep_out, lock
from homeward.capacity.actions.take import happened, line_of
from homeward.capacity.models import Booking, Line
from homeward.capacity.queries.free_units import TAKEABLE_MANY
from homeward.capacity.rules.freshness import amount, counted
from homeward.capacity.vocabulary import TAKING, BookingState
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, Refused
from homeward.foundation.ids import new_id

MOST = 500
THEIRS: tuple[BookingState, ...] = ("held", "booked")


@action("capacity.allot")
def allot(
    *, line_id: UUID, count: int, subject_id: UUID, subject_kind: str, start: datetime, by: Actor, at: datetime,
    expires_at: datetime | None = None, gone: bool = False,
) -> Happening[int]:  # fmt: skip
    """Let the subject have exactly `count` things of the line from `start` on: held until `expires_at`, or booked. 0 gives all back.

    `gone`: what was booked and is given back is free for nobody until the line's team reports what it has.
    Returns by how many that is more (or, below 0, fewer) than before. Nobody else takes anything of the line meanwhile.
    Raises Clash or Refused, and changes nothing, when there are not so many; the words say how many there are and who took the last.
    """
    if not 0 <= count <= MOST:
        raise Invalid({"count": f"This is a whole number from 0 to {MOST}."})
    if expires_at is not None and not at < expires_at <= at + LONGEST_HOLD:
        raise Invalid({"expires_at": "A hold must run out within the next 24 hours."})
    line = line_of(line_id)
    lock(line_id)
    Booking.objects.filter(line=line, state="held", expires_at__lte=at).update(state="expired", ended_at=at)
    mine = Booking.objects.filter(line=line, subject_id=subject_id, state__in=THEIRS).order_by("made_at", "id")
    had = list(mine.values_list("id", flat=True))
    from_then = Q(period__startswith__lte=start, period__upper_inf=True)
    stay = list(mine.filter(from_then).values_list("id", flat=True)[:count])
    lost = list(mine.exclude(id__in=stay).filter(state="booked").select_related("unit")) if gone else []
    mine.exclude(id__in=stay).update(state="released", ended_at=at)
    keep_out(lost, at=at)
    state: BookingState = "booked" if expires_at is None else "held"
    Booking.objects.filter(id__in=stay).update(state=state, expires_at=expires_at)
    new = Booking(
        line=line, period=DateTimeTZRange(start, None), state=state, subject_id=subject_id, subject_kind=subject_kind,
        made_at=at, actor_name=by.name, expires_at=expires_at,
    )  # fmt: skip
    _take(line, new, missing=count - len(stay), wanted=count)
    changed = count - len(had)
    return happened(
        line, changed, count=count, state=state if count else "released", gone=len(lost), **{"for": str(subject_id)}
    )


def _take(line: Line, like: Booking, *, missing: int, wanted: int) -> None:
    """So many bookings more, each like the one given, each of another thing."""
    if not missing:
        return
    with connection.cursor() as cursor:
        cursor.execute(TAKEABLE_MANY, {"line": line.id, "period": like.period, "most": missing})
        free = [row[0] for row in cursor.fetchall()]
    if len(free) < missing:
        _refuse(line, like, free=wanted - missing + len(free), wanted=wanted)
    Booking.objects.bulk_create(
        Booking(
            id=new_id(), unit_id=unit_id, line=line, period=like.period, state=like.state, subject_id=like.subject_id,
            subject_kind=like.subject_kind, made_at=like.made_at, actor_name=like.actor_name, expires_at=like.expires_at,
        )
        for unit_id in free
    )  # fmt: skip


def _refuse(line: Line, like: Booking, *, free: int, wanted: int) -> None:
    name = directory.team(line.team_code).name + (f", {line.site}" if line.site else "")
    unit = directory.service(line.service_code).capacity_kind
    words = f"{name} has {amount(free, None, unit)}, and {counted(wanted, unit)} are needed."
    next_step = "Choose another provider or fewer, or ask them to report what they have now."
    last = (
        Booking.objects.filter(line=line, state__in=TAKING)
        .exclude(Q(state="outside") | Q(subject_id=like.subject_id))
        .order_by("-made_at")
        .first()
    )
    if last is None:
        raise Refused(words, next_step=next_step)
    raise Clash(
        f"{words} {last.actor_name} took the last.", who=last.actor_name, when=last.made_at, next_step=next_step
    )
