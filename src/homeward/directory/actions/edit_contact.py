"""Who fills in a promised name? The listing's owner, here; the next load of the place leaves it alone."""

from datetime import datetime

from homeward.directory.models import NamedContact
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound
from homeward.foundation.ids import new_id


@action("directory.edit_contact")
def edit_contact(
    *, code: str, person_name: str | None, telephone: str | None, by: Actor, at: datetime
) -> Happening[None]:
    """Name the person (None or blank: nobody is named any more). Raises NotFound and Invalid."""
    row = NamedContact.objects.select_for_update().filter(code=code, valid_to__isnull=True).first()
    if row is None:
        raise NotFound("There is no such contact in the directory.")
    name, number = (person_name or "").strip(), (telephone or "").strip()
    if number and not name:
        raise Invalid({"person_name": "Give the name of the person who answers this number."})
    before = {"person_name": row.person_name, "telephone": row.telephone}
    row.person_name, row.telephone, row.edited_at = name or None, number or None, at
    row.save(update_fields=["person_name", "telephone", "edited_at"])
    facts = {"code": code, "before": before, "after": {"person_name": row.person_name, "telephone": row.telephone}}
    return Happening(result=None, subject_kind="contact", subject_id=new_id(), person_id=None, facts=facts)
