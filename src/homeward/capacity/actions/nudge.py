"""How is the owner of a number that grew too old asked about it, and how does the asking end?"""

from datetime import datetime
from uuid import UUID

from homeward.capacity.actions.take import happened, line_of
from homeward.capacity.models import Line, Nudge
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id


@action("capacity.nudge")
def nudge(*, line_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """Ask the line's team whether its number is still right, once; returns the nudge's id."""
    line = line_of(line_id)
    asked, _ = Nudge.objects.get_or_create(line=line, answered_at=None, defaults={"id": new_id(), "made_at": at})
    return happened(line, asked.id, nudge=str(asked.id))


def settle_nudge(line: Line, *, by: Actor, at: datetime, still_right: bool) -> None:
    """A report answers it. Part of the action that reports, not one by itself."""
    Nudge.objects.filter(line=line, answered_at=None).update(
        answered_at=at, answered_by=by.name, still_right=still_right
    )
