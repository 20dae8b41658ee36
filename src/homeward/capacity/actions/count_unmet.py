"""How is a need that found no capacity counted, and how does it stop counting?"""

from datetime import datetime
from uuid import UUID

from homeward.capacity.models import Line, Unmet
from homeward.foundation.events.wake import wake
from homeward.foundation.ids import new_id


def count_unmet(
    *, service_code: str, team_code: str, need_code: str, subject_id: UUID, at: datetime, subject_kind: str = "need"
) -> None:
    """Count it once while it lasts. Part of the action that reports no capacity; not an action by itself."""
    Unmet.objects.get_or_create(
        service_code=service_code, team_code=team_code, subject_id=subject_id, settled_at=None,
        defaults={"id": new_id(), "need_code": need_code, "subject_kind": subject_kind, "at": at},
    )  # fmt: skip
    _wake(service_code, team_code)


def settle_unmet(*, subject_id: UUID, at: datetime) -> int:
    """The need was accepted, or has ended: it no longer waits for capacity. Returns how many rows it settled."""
    waiting = Unmet.objects.filter(subject_id=subject_id, settled_at=None)
    asked = list(waiting.values_list("service_code", "team_code"))
    settled = waiting.update(settled_at=at)
    for service_code, team_code in asked:
        _wake(service_code, team_code)
    return settled


def _wake(service_code: str, team_code: str) -> None:
    """The open boards show the new count beside supply: a notice with the lines' ids, and nothing of the need."""
    lines = Line.objects.filter(service_code=service_code, team_code=team_code).values_list("id", flat=True)
    wake(*(f"capacity.unmet|capacity|{line_id}|{team_code}" for line_id in lines))
