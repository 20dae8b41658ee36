"""How is a link that was sent taken back?"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.access.models import Link
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound


def _person(asked: Mapping[str, Any]) -> UUID | None:
    link = Link.objects.filter(pk=asked["link_id"]).first()
    return link.person_id if link else None


@action("link.revoke", about=_person)
def revoke_link(*, link_id: UUID, by: Actor, at: datetime) -> Happening[Link]:
    """The link stops working at once, also for those who opened it already."""
    link = Link.objects.select_for_update().filter(pk=link_id, revoked_at__isnull=True).first()
    if link is None:
        raise NotFound(
            "That link was taken back already, or never was.",
            next_step="Send a new one if it is needed.",
        )
    link.revoked_at = at
    link.save(update_fields=["revoked_at"])
    return Happening(
        result=link,
        subject_kind="link",
        subject_id=link.id,
        person_id=link.person_id,
        facts={"kind": link.kind, "about": str(link.subject_id or "")},
    )
