"""Which alerts about this person has nobody answered yet? Inside the open gate of the person."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.asked import Asked
from homeward.monitoring.models import Alert
from homeward.monitoring.vocabulary import KIND_WORDS, LEVEL_WORDS

MOST = 10
_standing = Asked(
    lambda person_id: Alert.objects.filter(person_id=person_id, closed_at=None).order_by("-level", "raised_at", "id")[:MOST]
)


@dataclass(frozen=True, kw_only=True)
class OpenAlert:
    """One alert that stands until somebody has answered it. `taken_by` '' while nobody has it."""

    id: UUID
    stay_id: UUID
    level: str
    level_words: str
    kind_words: str
    words: str
    team_name: str
    raised_at: datetime
    taken_by: str
    next_rung_at: datetime | None


def open_alerts(person_id: UUID) -> list[OpenAlert]:
    """Red first, then what has stood longest."""
    teams = directory.place().teams
    return [
        OpenAlert(
            id=row.id, stay_id=row.stay_id, level=row.level, level_words=LEVEL_WORDS[row.level], kind_words=KIND_WORDS[row.kind],
            words=row.words, team_name=teams[row.team_code].name if row.team_code in teams else row.team_code,
            raised_at=row.raised_at, taken_by=row.taken_by, next_rung_at=row.next_rung_at,
        )
        for row in _standing(person_id)
    ]  # fmt: skip
