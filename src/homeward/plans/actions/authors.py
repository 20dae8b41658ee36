"""Whose words are these: the person's own, those of somebody who acts for them, or a professional's?"""

from typing import Any

from homeward.foundation.actions import Actor
from homeward.plans.queries.where import where


def author_kind(by: Actor) -> str:
    """'citizen', 'proxy' or 'staff'."""
    if by.kind != "citizen":
        return "staff"
    return "citizen" if by.person_id is not None and by.acting_for is None else "proxy"


def signed(by: Actor) -> dict[str, Any]:
    """The columns that say who did it."""
    return {"by_kind": author_kind(by), "by_user": by.user_id, "by_name": by.name, "place_words": where(by)}
