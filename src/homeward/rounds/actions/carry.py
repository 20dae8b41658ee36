"""How is a visit given to a telephone that may lose its signal?"""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id
from homeward.rounds.models import Carried
from homeward.visits import api as visits


def carry(*, encounter_id: UUID, device_id: UUID, by: Actor, at: datetime) -> None:
    """Written down once for each visit and telephone, inside the person's open gate."""
    if not Carried.objects.filter(encounter_id=encounter_id, device_id=device_id).exists():
        _carry(encounter_id=encounter_id, device_id=device_id, by=by, at=at)


@action("visit.carry", about=visits.person_of_encounter)
def _carry(*, encounter_id: UUID, device_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    assert by.user_id is not None  # only somebody with an account has a telephone
    person_id = visits.person_of_encounter({"encounter_id": encounter_id})
    Carried.objects.get_or_create(
        encounter_id=encounter_id, device_id=device_id,
        defaults={"id": new_id(), "person_id": person_id, "user_id": by.user_id, "given_at": at},
    )  # fmt: skip
    return Happening(
        result=encounter_id, subject_kind="visit", subject_id=encounter_id, person_id=person_id,
        facts={"device": str(device_id)},
    )  # fmt: skip
