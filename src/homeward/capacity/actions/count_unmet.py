"""How is a need that found no capacity counted, and how does it stop counting?"""

from datetime import datetime
from uuid import UUID

from homeward.capacity.models import Unmet
from homeward.foundation.ids import new_id


def count_unmet(*, service_code: str, team_code: str, need_code: str, subject_id: UUID, at: datetime) -> None:
    """Count it once while it lasts. Part of the action that reports no capacity; not an action by itself."""
    Unmet.objects.get_or_create(
        service_code=service_code, team_code=team_code, subject_id=subject_id, settled_at=None,
        defaults={"id": new_id(), "need_code": need_code, "at": at},
    )  # fmt: skip


def settle_unmet(*, subject_id: UUID, at: datetime) -> int:
    """The need was accepted, or has ended: it no longer waits for capacity. Returns how many rows it settled."""
    return Unmet.objects.filter(subject_id=subject_id, settled_at=None).update(settled_at=at)
