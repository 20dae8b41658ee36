"""What went out for the people of my teams, what waits, and what could not be sent?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Count, QuerySet

from homeward.access.api import gate
from homeward.exchange.models import Outgoing
from homeward.exchange.queries.messages_of import MessageView, view_of
from homeward.exchange.vocabulary import WAITING
from homeward.foundation.actions import Actor

PAGE = 25
SHOWS: Mapping[str, tuple[str, ...]] = {
    "dead": ("dead",),
    "waiting": WAITING,
    "sent": ("sent",),
    "stopped": ("stopped",),
}
_NAMES = """
select person_id, concat_ws(' ', nullif(given, ''), family) from people_personname
where person_id = any (%s) and use = 'usual' and valid_to is null
"""


@dataclass(frozen=True, kw_only=True)
class Filters:
    """Which part of the list: `show` is one of SHOWS, `channel` '' or one of CHANNELS."""

    show: str = "dead"
    channel: str = ""
    page: int = 1


@dataclass(frozen=True, kw_only=True)
class Outbox:
    """One page of the list, with how many there are of each sort and the names of the people."""

    rows: Sequence[MessageView]
    counts: Mapping[str, int]
    total: int
    page: int
    pages: int
    names: Mapping[UUID, str] = field(default_factory=dict)


def outbox(filters: Filters, *, by: Actor, at: datetime) -> Outbox:
    """The messages that the actor's teams stand behind, newest first; what could not be sent, oldest first."""
    with gate.worklist(by=by, at=at, what="messages that went out"):
        ours = Outgoing.objects.filter(owner_team__in=by.teams).exclude(channel="webhook")
        if filters.channel:
            ours = ours.filter(channel=filters.channel)
        found = dict(ours.order_by().values_list("state").annotate(count=Count("id")))
        counts = {show: sum(found.get(state, 0) for state in states) for show, states in SHOWS.items()}
        total = counts[filters.show]
        pages = max(1, -(-total // PAGE))
        page = min(max(1, filters.page), pages)
        rows = list(_ordered(ours, filters.show)[(page - 1) * PAGE : page * PAGE])
        names = _names([row.person_id for row in rows if row.person_id])
    return Outbox(rows=[view_of(row) for row in rows], counts=counts, total=total, page=page, pages=pages, names=names)


def _ordered(rows: QuerySet[Outgoing], show: str) -> QuerySet[Outgoing]:
    rows = rows.filter(state__in=SHOWS[show])
    order = ("ended_at", "id") if show == "dead" else ("next_at", "id") if show == "waiting" else ("-queued_at", "-id")
    return rows.order_by(*order)


def _names(person_ids: list[UUID]) -> dict[UUID, str]:
    with connection.cursor() as cursor:
        cursor.execute(_NAMES, [person_ids])
        return dict(cursor.fetchall())
