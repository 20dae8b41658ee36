"""How are somebody's needs described? In words about the person, not as a package to be bought."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.hospital.actions.held import held
from homeward.hospital.models import Description
from homeward.hospital.queries.person_of import person_of_stay
from homeward.hospital.queries.policy import policy
from homeward.hospital.rules.describing import prescribed


@action("stay.describe", about=person_of_stay)
def describe(*, stay_id: UUID, area: str, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """Write down what they need under one heading; returns the stay's id. What was written before stays in the history.

    Raises Invalid when the words prescribe a package of care instead of describing a need.
    """
    stay = held(stay_id, "describe what they need", by=by, anyone=True)
    errors = {}
    if area not in {each.code for each in policy().areas_of_need}:
        errors["area"] = "Choose what this is about."
    phrase = prescribed(words, policy().prescribing)
    if not words.strip():
        errors["words"] = "Describe what they need help with, and when."
    elif phrase:
        errors["words"] = f"'{phrase.strip()}' says what to buy. Describe what they need help with, and when."
    if errors:
        raise Invalid(errors)
    Description.objects.create(
        id=new_id(), person_id=stay.person_id, stay=stay, area=area, words=words.strip(), said_at=at, said_by=by.name
    )
    return Happening(
        result=stay.id, subject_kind="stay", subject_id=stay.id, person_id=stay.person_id, facts={"area": area},
        teams=(stay.flow_team, stay.hub_team),
    )  # fmt: skip
