"""Which needs of this person are open, who has each, and what was said last? For a page about them, inside an open gate."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from homeward.directory import api as directory
from homeward.foundation.asked import Asked
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.board_row import latest, need_title
from homeward.referrals.vocabulary import STATES

MOST = 10
_COLUMNS = (
    "id", "need_code", "need_words", "wants_words", "urgency", "state", "owner_team_id", "hub_team_id", "service_code", "received_at",
    "latest_move_by", "latest_move_kind", "latest_move_at",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class OpenNeed:
    """One open need in few words; `owner_telephone` is empty when the team's number is not declared."""

    id: UUID
    title: str
    words: str
    wants: str
    urgency: str
    state: str
    owner_team: str
    owner_name: str
    owner_telephone: str
    hub_team: str
    service: str
    received_at: datetime
    latest: str


def _open(person_id: UUID) -> QuerySet[ServiceRequest]:
    rows = ServiceRequest.objects.filter(person_id=person_id, ended_at__isnull=True).only(*_COLUMNS)
    return rows.order_by("-received_at", "id")[:MOST]


_OPEN = Asked(_open)


def open_needs(person_id: UUID, *, at: datetime) -> Sequence[OpenNeed]:
    """Newest first, from the partial index of what is open; up to MOST."""
    return [_need(row, at) for row in _OPEN(person_id)]


def open_needs_of(people: Collection[UUID], *, at: datetime) -> dict[UUID, list[OpenNeed]]:
    """The same of many people in one question, for a list of them. Inside the open worklist."""
    rows = ServiceRequest.objects.filter(person_id__in=list(people), ended_at__isnull=True)
    found: dict[UUID, list[OpenNeed]] = defaultdict(list)
    for row in rows.only("person_id", *_COLUMNS).order_by("-received_at", "id"):
        found[row.person_id].append(_need(row, at))
    return found


def _need(row: ServiceRequest, at: datetime) -> OpenNeed:
    place = directory.place()
    owner = place.teams.get(row.owner_team_id)
    urgency = place.urgencies.get(row.urgency)
    service = place.services.get(row.service_code or "")
    return OpenNeed(
        id=row.id,
        title=need_title(row.need_code),
        words=row.need_words,
        wants=row.wants_words,
        urgency=urgency.title if urgency else row.urgency,
        state=STATES[row.known_state].title,
        owner_team=row.owner_team_id,
        owner_name=owner.name if owner else row.owner_team_id,
        owner_telephone=(owner.telephone or "") if owner else "",
        hub_team=row.hub_team_id,
        service=service.title if service else "",
        received_at=row.received_at,
        latest=latest(row.latest_move_by, row.latest_move_kind, row.latest_move_at, at),
    )
