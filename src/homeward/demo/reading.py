"""Do those who come read the record before they set out? Most do, some do not, and the log of openings says which."""

from datetime import datetime, timedelta
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor

READ = 9  # visits of ten
BEFORE = timedelta(minutes=25)


def read_before(person_id: UUID, *, visit: UUID, by: Actor, at: datetime) -> None:
    """Open the record shortly before the visit at `at`, or not."""
    if visit.int % 10 < READ:
        with gate.person(person_id, by=by, at=at - BEFORE, why="person page"):
            pass
