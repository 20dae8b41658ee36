"""What becomes of an outcome that rests on a stay which was entered in error? It is not known any more, and is looked up anew."""

from homeward.foundation.events import EventRow
from homeward.front_door.models import OutcomeCheck


def look_again(event: EventRow) -> None:
    """Nobody was admitted by a stay that never was. Inside the action that struck it out."""
    OutcomeCheck.objects.filter(evidence_id=event.subject_id, state="found").update(
        state="waiting", due_at=event.at, found_code="", found_on=None, source="", evidence_id=None, looked_at=None
    )
