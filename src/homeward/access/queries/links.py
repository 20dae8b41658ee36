"""Which links of one kind still open something, and who holds them?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.models import Link


@dataclass(frozen=True, kw_only=True)
class OpenLink:
    """A link as those who gave it see it; its token is known to nobody but its holder."""

    id: UUID
    held_by: str
    issued_by: str
    issued_at: datetime
    expires_at: datetime
    last_used_at: datetime | None


def open_links(kind: str, *, at: datetime, subject_id: UUID | None = None, limit: int = 200) -> list[OpenLink]:
    """The live links of a kind, about one subject or else about nobody in particular, the newest first."""
    live = Link.objects.filter(kind=kind, subject_id=subject_id, revoked_at__isnull=True, expires_at__gt=at)
    return [
        OpenLink(
            id=link.id,
            held_by=link.held_by,
            issued_by=link.issued_by,
            issued_at=link.issued_at,
            expires_at=link.expires_at,
            last_used_at=link.last_used_at,
        )
        for link in live.order_by("-issued_at", "id")[:limit]
    ]
