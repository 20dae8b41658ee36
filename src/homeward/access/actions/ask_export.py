"""How is a copy of a person's whole record asked for?"""

from datetime import datetime
from uuid import UUID

from homeward.access.actions.about import named_person
from homeward.access.models import Export
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid


@action("access.export", about=named_person)
def ask_export(*, person_id: UUID, reason: str, by: Actor, at: datetime) -> Happening[Export]:
    """A copy that waits to be gathered. `reason` says who asked and how it was checked that they may. Raises Invalid."""
    if not reason.strip():
        raise Invalid({"reason": "Say who asked for the copy, and how you checked who they are."})
    export = Export.objects.create(
        person_id=person_id, asked_by_id=by.user_id, asked_by=by.name, reason=reason.strip(), asked_at=at
    )
    return Happening(
        result=export,
        subject_kind="copy",
        subject_id=export.id,
        person_id=person_id,
        facts={"reason": export.reason},
    )
