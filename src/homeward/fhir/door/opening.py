"""How does a partner's call open a person's record? Within its own person if it is bound to one, and by the gate, which writes it down."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from homeward.access.api import gate
from homeward.fhir.door.route import Call
from homeward.foundation.errors import NotFound


@contextmanager
def opened(call: Call, person_id: UUID, *, why: str) -> Iterator[None]:
    """The person's record, open for this call; once it is open, what follows in the same answer does not open it again.

    Raises NotFound or NotPermitted; what was found outside is not told.
    """
    if call.open_now == person_id:
        yield
        return
    if call.bound_to is not None and call.bound_to != person_id:
        raise NotFound("There is nothing of this person with this id.")
    before = call.open_now
    why = f"{why}, with the app {call.app}" if call.app else why
    with gate.person(person_id, by=call.partner, at=call.at, why=why):
        call.open_now = person_id
        try:
            yield
        finally:
            call.open_now = before
