"""How does it become known that a colleague has looked at what came in?"""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.monitoring.actions.held import happened, held, looked
from homeward.monitoring.queries.person_of import person_of_stay


@action("monitoring.look", about=person_of_stay)
def look(*, stay_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """'I have looked': opening a page says nothing, so it is said. It answers no alert."""
    stay = held(stay_id, by=by, visited=True)
    looked(stay, by=by, at=at)
    stay.save()
    return happened(stay, stay.id, {})
