"""Which shift is meant, and which round is in use on its day?"""

from datetime import date
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.rounds.models import Run, Shift


def shift(shift_id: UUID, *, by: Actor) -> Shift:
    """One shift of the actor's teams. Raises NotFound."""
    found = Shift.objects.filter(id=shift_id, team_code__in=by.teams).first()
    if found is None:
        raise NotFound(
            "There is nobody of that kind at work.", next_step="Go back to the day and choose from the list."
        )
    return found


def in_use(team: str, day: date) -> Run | None:
    """The round that people go on this day; None when none was put in use."""
    return Run.objects.filter(team_code=team, day=day, state="used").order_by("-used_at").first()
