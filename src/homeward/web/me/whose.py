"""Whose care do these pages show: one's own, or that of the person one acts for?"""

from dataclasses import dataclass
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound


@dataclass(frozen=True, kw_only=True)
class Whose:
    """The person. `own`: it is the asker's own record; `why` is what the access log keeps of it."""

    person_id: UUID
    own: bool
    why: str


def whose(by: Actor) -> Whose:
    """Raises NotFound for an account that is joined to no record and acts for nobody."""
    if by.person_id is None:
        raise NotFound("This account is not joined to a record.", next_step="Ask your GP practice to join it.")
    own = by.acting_for is None
    return Whose(person_id=by.person_id, own=own, why="own care" if own else "acting for them")
