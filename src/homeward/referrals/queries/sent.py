"""Which referrals did this person or their team send in, or are about themself? Newest first."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.board import rows_inside
from homeward.referrals.queries.board_row import BoardRow


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One page of them."""

    rows: list[BoardRow]
    total: int
    page: int
    pages: int


def sent(*, by: Actor, at: datetime, page: int = 1, page_size: int = 25) -> Sent:
    """A citizen's own; for a carer those they sent; for staff also those that their teams sent. Ended ones too."""
    page = max(1, page)
    if by.kind in ("citizen", "link") and by.person_id is not None:
        mine = Q(person_id=by.person_id) if by.subject is None else Q(id=by.subject)
        with gate.person(by.person_id, by=by, at=at, why="own referrals"):
            return _page(mine, at, page, page_size)
    mine = Q(requester_team__in=[team for team in by.teams if team])
    if by.user_id is not None:
        mine |= Q(requester_user=by.user_id)
    with gate.worklist(by=by, at=at, what="referrals sent in"):
        return _page(mine, at, page, page_size)


def _page(mine: Q, at: datetime, page: int, size: int) -> Sent:
    found = ServiceRequest.objects.filter(mine)
    total = found.count()
    ids = list(found.order_by("-received_at", "-id").values_list("id", flat=True)[(page - 1) * size : page * size])
    place = {id: number for number, id in enumerate(ids)}
    rows = sorted(rows_inside(ids, at=at), key=lambda row: place[row.id])
    return Sent(rows=rows, total=total, page=page, pages=max(1, -(-total // size)))
