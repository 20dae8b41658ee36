"""Which of our numbers grew too old, so that we are asked whether they are still right?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.capacity.models import Nudge
from homeward.capacity.queries.offers import Offer
from homeward.capacity.queries.picture import picture

MOST = 20


@dataclass(frozen=True, kw_only=True)
class NudgeRow:
    """One question to a team about one of its lines."""

    id: UUID
    made_at: datetime
    offer: Offer


def nudges(*, teams: Sequence[str], at: datetime, most: int = MOST) -> list[NudgeRow]:
    """What these teams were asked and have not answered, the oldest first; at most `most`."""
    rows = Nudge.objects.filter(answered_at=None, line__team_code__in=teams, made_at__lte=at).order_by("made_at")[:most]
    asked = list(rows)
    if not asked:
        return []
    lines = {offer.line_id: offer.told(at) for listed in picture(at=at).lines.values() for offer in listed}
    return [
        NudgeRow(id=each.id, made_at=each.made_at, offer=lines[each.line_id]) for each in asked if each.line_id in lines
    ]
