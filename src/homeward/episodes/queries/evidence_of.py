"""Which events show that a clock started, rested and stopped, and which of those marks were taken back?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.episodes.models import ClockMark


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One mark: what it did, the moment it counts from, the event that shows it. `void`: a later event took it back."""

    kind: str
    at: datetime
    event_id: UUID
    reason: str
    void: bool


def evidence_of(clock_id: UUID) -> list[Evidence]:
    """The marks of one clock in the order they were written down. Read inside an open gate."""
    rows = list(ClockMark.objects.filter(clock=clock_id).order_by("event_position", "id"))
    voided = {row.voids for row in rows if row.voids is not None}
    return [
        Evidence(
            kind=row.kind, at=row.at, event_id=row.event_id, reason=row.reason,
            void=row.kind != "void" and bool({row.event_id, row.move_id} & voided),
        )
        for row in rows
    ]  # fmt: skip
