"""Who says that a listing is still right? Anyone who may, with one click; it is kept with its moment."""

from datetime import datetime

from homeward.directory.models import Confirmation
from homeward.directory.queries.place import place
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound
from homeward.foundation.ids import new_id

SHELVES = {"service": "services", "team": "teams", "organisation": "organisations", "area": "areas"}


@action("directory.confirm")
def confirm(*, kind: str, code: str, by: Actor, at: datetime) -> Happening[None]:
    """Confirm the listing of a 'service', 'team', 'organisation' or 'area' as right at this moment. Raises NotFound."""
    if kind not in SHELVES or code not in getattr(place(), SHELVES[kind]):
        raise NotFound("There is no such listing in the directory.")
    row = Confirmation.objects.create(
        id=new_id(), kind=kind, code=code, at=at, actor_name=by.name, organisation_code=by.organisation
    )
    facts = {"kind": kind, "code": code}
    return Happening(result=None, subject_kind="listing", subject_id=row.id, person_id=None, facts=facts)
