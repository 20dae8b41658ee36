"""How does the outbox stand: how much waits, how long, and how much could not be sent?"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection


@dataclass(frozen=True, kw_only=True)
class OutboxState:
    """Counts over everybody. `oldest`: when what waits longest was due; `late` is how long that has waited beyond its moment."""

    waiting: int
    overdue: int
    dead: int
    oldest: datetime | None
    late: timedelta


def outbox_state(at: datetime) -> OutboxState:
    """Needs no open gate: it says nothing of anybody."""
    with connection.cursor() as cursor:
        cursor.execute("select waiting, overdue, oldest, dead from exchange_state(%s)", [at])
        waiting, overdue, oldest, dead = cursor.fetchone()
    late = max(timedelta(0), at - oldest) if oldest else timedelta(0)
    return OutboxState(waiting=waiting, overdue=overdue, dead=dead, oldest=oldest, late=late)
