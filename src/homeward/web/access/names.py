"""What are the people on an overseer's list called? Information governance reads all names, a team its own people's."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.web.asker import may
from homeward.web.audit.names import full_names, team_names


def names_for(ids: Iterable[UUID], *, by: Actor, at: datetime) -> Mapping[UUID, str]:
    """Each person's name today, as far as the asker may know it."""
    return (full_names if may(by, "audit.view") else team_names)(ids, by=by, at=at)
