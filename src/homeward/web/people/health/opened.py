"""Which alerts stand, for the banner of a page that is about a person's care and not their record?"""

from uuid import UUID

from homeward.access import api as access
from homeward.web.page import PageRequest
from homeward.web.people.health.read import alerts


def alerts_of(request: PageRequest, person_id: UUID, *, why: str) -> list[str]:
    """The words of every alert that the asker may see. Opens the person's record."""
    with access.gate.person(person_id, by=request.actor, at=request.at, why=why):
        return alerts(person_id, by=request.actor, at=request.at)
