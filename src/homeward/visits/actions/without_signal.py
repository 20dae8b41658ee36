"""Who made a visit that was written down without a signal, and what does the event log say of it?"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.visits.models import Encounter


@dataclass(frozen=True, kw_only=True)
class Offline:
    """Written down at `written_at` on the telephone of this member of staff, and arrived only now."""

    written_at: datetime
    user_id: UUID
    name: str


def recorded_offline(offline: Offline | None) -> dict[str, Any]:
    """For the facts of the event: that it was recorded offline, when and by whom. Nothing for what was recorded at once."""
    if offline is None:
        return {}
    return {"recorded": "offline", "written_at": offline.written_at.isoformat(), "written_by": offline.name}


def made_by(encounter: Encounter, offline: Offline | None, *, by: Actor) -> None:
    """Set who made the visit: whoever records it, or whoever wrote it down without a signal."""
    encounter.practitioner_user, encounter.practitioner_name = (
        (offline.user_id, offline.name) if offline else (by.user_id, by.name)
    )
    encounter.written_at = offline.written_at if offline else None
