"""What was found, so long after advice or a decision, and what tells us so? Read inside an open gate."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.front_door.models import OutcomeCheck
from homeward.front_door.vocabulary import FOUND


@dataclass(frozen=True, kw_only=True)
class OutcomeView:
    """One check in words. `code` is empty until it has been looked up."""

    id: UUID
    hours: int
    after: str
    due_at: datetime
    until: datetime
    code: str
    words: str
    found_on: datetime | None
    source: str
    looked_at: datetime | None
    state: str


def outcomes_of(*, at: datetime, call_id: UUID | None = None, arrival_id: UUID | None = None) -> list[OutcomeView]:
    """The checks of one call or one arrival, the earliest first."""
    whose = {"call_id": call_id} if call_id else {"arrival_id": arrival_id}
    return [_view(row, at) for row in OutcomeCheck.objects.filter(**whose).order_by("hours")]


def after_words(hours: int) -> str:
    """'72 hours', '7 days'."""
    return f"{hours // 24} days" if hours > 72 and hours % 24 == 0 else f"{hours} hours"


def _view(row: OutcomeCheck, at: datetime) -> OutcomeView:
    words = FOUND[row.found_code] if row.found_code else "Will be looked up" if row.until > at else "Not looked up yet"
    return OutcomeView(
        id=row.id, hours=row.hours, after=after_words(row.hours), due_at=row.due_at, until=row.until, code=row.found_code,
        words=words, found_on=row.found_on, source=row.source, looked_at=row.looked_at, state=row.state,
    )  # fmt: skip
