"""How does a visit get onto a round?"""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.visits.models import Encounter
from homeward.visits.vocabulary import WAYS, Way


@action("visit.plan", about=lambda asked: asked["person_id"])
def plan(
    *,
    person_id: UUID,
    referral_id: UUID,
    team_code: str,
    by: Actor,
    at: datetime,
    planned_at: datetime | None = None,
    due_at: datetime | None = None,
    episode_id: UUID | None = None,
    way: Way = "in_person",
    purpose: str = "",
    practitioner_user: UUID | None = None,
    practitioner_name: str = "",
) -> Happening[UUID]:
    """Plan a contact for a team; returns its id. Without `planned_at` it is for as soon as somebody can go."""
    errors = {}
    if team_code not in directory.place().teams:
        errors["team_code"] = "Choose the team that will go."
    if way not in WAYS:
        errors["way"] = "Choose how the person will be seen."
    if errors:
        raise Invalid(errors)
    encounter = Encounter.objects.create(
        id=new_id(), person_id=person_id, referral_id=referral_id, episode_id=episode_id, team_code=team_code,
        practitioner_user=practitioner_user, practitioner_name=practitioner_name, state="planned", way=way,
        planned_at=planned_at, due_at=due_at, purpose=purpose, added_at=at,
    )  # fmt: skip
    facts = {
        "referral_id": str(referral_id),
        "team": team_code,
        "way": way,
        "planned_at": planned_at.isoformat() if planned_at else None,
    }
    return Happening(
        result=encounter.id,
        subject_kind="visit",
        subject_id=encounter.id,
        person_id=person_id,
        facts=facts,
        teams=(team_code,),
    )
