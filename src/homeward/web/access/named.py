"""Who is meant, before their record is open? Name, birth date and number, as a search shows them; written down."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.people import api as people
from homeward.people.api import Banner


def named(person_id: UUID, *, by: Actor, at: datetime) -> Banner:
    """The banner of a person whose record may still be shut to this actor. Raises NotFound."""
    with gate.job("naming", by=by, at=at, why="who is meant"):
        return people.banner(person_id, by, at)
