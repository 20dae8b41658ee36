"""Whose care do these pages show: one's own, or that of the person one acts for?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.people import api as people


@dataclass(frozen=True, kw_only=True)
class Whose:
    """The person. `own`: it is the asker's own record; `why` is what the access log keeps of it; `name` of whom one acts for."""

    person_id: UUID
    own: bool
    why: str
    name: str = ""


def whose(by: Actor, at: datetime | None = None) -> Whose:
    """Raises NotFound for an account that is joined to no record and acts for nobody. With `at` the name is read too."""
    if by.person_id is None:
        raise NotFound(
            _("This account is not joined to a record."), next_step=_("Ask your GP practice to join it.")
        )
    own = by.acting_for is None
    name = "" if own or at is None else people.banner(by.person_id, by, at).name
    return Whose(person_id=by.person_id, own=own, why="own care" if own else "acting for them", name=name)
