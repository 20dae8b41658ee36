"""How does what an app was let do come to an end?"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.access.models import AppGrant
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound


def _own(asked: Mapping[str, Any]) -> UUID | None:
    """The record in context, for the citizen whose it is; staff end what they allowed whether or not they still may open it."""
    by: Actor = asked["by"]
    found = AppGrant.objects.filter(pk=asked["grant_id"]).values_list("person_id", flat=True).first()
    return found if by.kind == "citizen" and found == by.person_id else None


@action("app.end", about=_own)
def end_app(*, grant_id: UUID, by: Actor, at: datetime, words: str = "") -> Happening[AppGrant]:
    """Every code and token of it stops working at once. Whoever allowed it may end it, and the house."""
    found = (
        AppGrant.objects.select_for_update(of=("self",))
        .select_related("client")
        .filter(pk=grant_id, ended_at__isnull=True)
    )
    if by.kind != "system" and by.user_id is None:
        found = found.none()
    grant = (found if by.kind == "system" or by.user_id is None else found.filter(user_id=by.user_id)).first()
    if grant is None:
        raise NotFound("That app can do nothing for you any more.", next_step="There is nothing left to end.")
    grant.ended_at, grant.ended_words = at, words[:200]
    grant.save(update_fields=["ended_at", "ended_words"])
    return Happening(
        result=grant,
        subject_kind="app",
        subject_id=grant.id,
        person_id=_own({"grant_id": grant_id, "by": by}),
        facts={"app": grant.client.name, "words": words},
    )
