"""How is it noted when a person wants to be visited, and by whom?"""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.rounds.models import Preference
from homeward.rounds.rules.hours import hours_fault
from homeward.rounds.vocabulary import OWN_WORDS
from homeward.visits import api as visits


@action("round.prefer", about=visits.person_of_encounter)
def prefer(
    *, encounter_id: UUID, opens: int | None, closes: int | None, same_face: bool, whose: str, words: str, by: Actor, at: datetime,
) -> Happening[UUID]:  # fmt: skip
    """The wish of the person of this visit (or of a carer for them), for every visit from now on; its id. Raises Invalid.

    `opens` and `closes` are minutes after midnight; neither, and any hour will do.
    """
    errors = {}
    if fault := hours_fault(opens, closes):
        errors["closes"] = fault
    if whose not in ("person", "carer"):
        errors["whose"] = "Choose whose wish it is."
    if errors:
        raise Invalid(errors)
    person_id = visits.person_of_encounter({"encounter_id": encounter_id})
    said = Preference.objects.filter(person_id=person_id).order_by("-said_at", "-id").first()
    own = {name: getattr(said, name) if said else "" for name in OWN_WORDS}  # a colleague's note never unsays them
    row = Preference.objects.create(
        id=new_id(), person_id=person_id, opens=opens, closes=closes, same_face=same_face, words=words.strip(), whose=whose,
        said_by=by.name, said_at=at, **own,
    )  # fmt: skip
    facts = {"opens": opens, "closes": closes, "same_face": same_face, "whose": whose}
    return Happening(result=row.id, subject_kind="visit", subject_id=encounter_id, person_id=person_id, facts=facts)
