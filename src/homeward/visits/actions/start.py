"""How does a visitor say that they have set off?"""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.visits.actions.held import held
from homeward.visits.queries.person_of import person_of_encounter


@action("visit.start", about=person_of_encounter)
def start(*, encounter_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """The visitor is on the way; returns the visit's id."""
    encounter = held(encounter_id, "set off for this visit", by=by)
    encounter.state, encounter.started_at = "started", at
    encounter.practitioner_user, encounter.practitioner_name = by.user_id, by.name
    encounter.save(update_fields=["state", "started_at", "practitioner_user", "practitioner_name"])
    return Happening(
        result=encounter.id, subject_kind="visit", subject_id=encounter.id, person_id=encounter.person_id,
        facts={"referral_id": str(encounter.referral_id), "team": encounter.team_code}, teams=(encounter.team_code,),
    )  # fmt: skip
