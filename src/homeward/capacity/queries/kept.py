"""Which single things are kept for somebody who has not come yet, which were let go, and until when?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db import connection

MOST = 500
_KEPT = """
select b.id as booking_id, b.subject_id, b.subject_kind, b.line_id, b.unit_id, u.label, l.by_unit, l.service_code, l.team_code,
       l.site, case when b.state = 'held' and b.expires_at <= %(at)s then 'expired' else b.state end as state, b.expires_at, b.ended_at,
       b.made_at, b.actor_name as made_by, u.state = 'open' and u.withdrawn_at is null as open
from capacity_booking b join capacity_unit u on u.id = b.unit_id join capacity_line l on l.id = b.line_id
where {whose} and b.state = any (%(states)s)
order by b.made_at desc, b.id desc limit %(most)s
"""
KEPT_STATES = ("held", "booked")


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One bed, place or slot: held until `expires_at`, booked, or let go because nobody came to it in time (expired). `open`: it could be used."""

    booking_id: UUID
    subject_id: UUID
    subject_kind: str
    line_id: UUID
    unit_id: UUID
    label: str
    by_unit: bool
    service_code: str
    team_code: str
    site: str
    state: Literal["held", "booked", "expired"]
    expires_at: datetime | None
    ended_at: datetime | None
    made_at: datetime
    made_by: str
    open: bool


def kept_for(subject_id: UUID, *, at: datetime) -> list[Kept]:
    """What is kept for this need or stay, or was and ran out, the newest first."""
    return _kept("b.subject_id = %(value)s", subject_id, (*KEPT_STATES, "expired"), at)


def kept_on(unit_id: UUID, *, at: datetime) -> list[Kept]:
    """For whom this one thing is kept."""
    return [each for each in _kept("b.unit_id = %(value)s", unit_id, KEPT_STATES, at) if each.state != "expired"]


def kept_at(team_codes: Sequence[str], *, subject_kind: str, at: datetime) -> list[Kept]:
    """What these teams keep for such as have not come, the newest first; at most 500."""
    whose = "l.team_code = any (%(value)s) and b.subject_kind = %(kind)s"
    found = _kept(whose, list(team_codes), KEPT_STATES, at, kind=subject_kind)
    return [each for each in found if each.state != "expired"]


def _kept(whose: str, value: object, states: Sequence[str], at: datetime, **more: str) -> list[Kept]:
    asked: dict[str, Any] = {"value": value, "states": list(states), "at": at, "most": MOST, **more}
    with connection.cursor() as cursor:
        cursor.execute(_KEPT.format(whose=whose), asked)
        names = [column.name for column in cursor.description or ()]
        return [Kept(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]
