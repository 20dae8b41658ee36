"""How is it said what a visit asks of the round, and that it stays with somebody?"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.rounds.models import Wish
from homeward.visits import api as visits


@action("round.wish", about=visits.person_of_encounter)
def wish(
    *, encounter_id: UUID, minutes: int, opens_at: datetime, closes_at: datetime, carers: int, critical: bool,
    kept_by: Sequence[UUID], by: Actor, at: datetime,
) -> Happening[UUID]:  # fmt: skip
    """What the visit asks; said again, it replaces what was said. `kept_by`: it stays with these people. Raises Invalid."""
    errors = {}
    if not 5 <= minutes <= 480:
        errors["minutes"] = "A visit takes between 5 minutes and 8 hours."
    if closes_at < opens_at:
        errors["closes_at"] = "The latest start must not be before the earliest."
    if carers not in (1, 2):
        errors["carers"] = "Choose one carer or two."
    if len(kept_by) > carers:
        errors["kept_by"] = "A visit cannot be kept by more people than go."
    if errors:
        raise Invalid(errors)
    person_id = visits.person_of_encounter({"encounter_id": encounter_id})
    values = {
        "minutes": minutes, "opens_at": opens_at, "closes_at": closes_at, "carers": carers, "critical": critical,
        "kept_by": list(kept_by), "said_by": by.name, "said_at": at,
    }  # fmt: skip
    Wish.objects.update_or_create(
        encounter_id=encounter_id, defaults=values, create_defaults={"id": new_id(), "person_id": person_id, **values}
    )
    facts = {"minutes": minutes, "carers": carers, "critical": critical, "kept_by": [str(each) for each in kept_by]}
    return Happening(
        result=encounter_id, subject_kind="visit", subject_id=encounter_id, person_id=person_id, facts=facts
    )
