"""Who goes on a planned visit, and when? Said by whoever plans the round."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused
from homeward.visits.actions.held import held
from homeward.visits.queries.person_of import person_of_encounter


@action("visit.assign", about=person_of_encounter)
def assign(
    *,
    encounter_id: UUID,
    planned_at: datetime,
    by: Actor,
    at: datetime,
    user_id: UUID | None = None,
    name: str = "",
    notice: str = "",
) -> Happening[UUID]:
    """The visit is for this member of staff (None: whoever can) at this moment; returns its id. Raises Refused, Clash."""
    encounter = held(encounter_id, "plan this visit", by=by)
    if encounter.state != "planned":
        raise Refused("Somebody is already on the way to this visit.", next_step="Leave it with them.")
    was = encounter.planned_at
    encounter.practitioner_user, encounter.practitioner_name = user_id, name
    encounter.planned_at, encounter.notice = planned_at, notice
    encounter.save(update_fields=["practitioner_user", "practitioner_name", "planned_at", "notice"])
    facts = {
        "referral_id": str(encounter.referral_id), "team": encounter.team_code, "planned_at": planned_at.isoformat(),
        "was_at": was.isoformat() if was else None, "staff": str(user_id) if user_id else None,
    }  # fmt: skip
    return Happening(
        result=encounter.id, subject_kind="visit", subject_id=encounter.id, person_id=encounter.person_id, facts=facts,
        teams=(encounter.team_code,),
    )  # fmt: skip
