"""How does a visit get onto a round?"""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound, Refused
from homeward.foundation.ids import new_id
from homeward.referrals import api as referrals
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
    """Plan a contact for a team; returns its id. Without `planned_at` it is for as soon as somebody can go.

    Only the team that gives the care and the hub of the need plan it. Raises Invalid, NotPermitted, Refused.
    """
    errors = {}
    if team_code not in directory.place().teams:
        errors["team_code"] = "Choose the team that will go."
    if way not in WAYS:
        errors["way"] = "Choose how the person will be seen."
    if planned_at is not None and planned_at <= at:
        errors["planned_at"] = "The visit must be in the future."
    if errors:
        raise Invalid(errors)
    if by.kind != "system":
        _check_care(referral_id, episode_id, team_code, by)
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


def _check_care(referral_id: UUID, episode_id: UUID | None, team_code: str, by: Actor) -> None:
    referral = referrals.ServiceRequest.objects.select_for_update().filter(id=referral_id).first()
    if referral is None:
        raise NotFound("There is no such need.", next_step="Go back to your work and choose it from the list.")
    episodes.require_theirs("plan a visit here", team=team_code, subject_id=referral_id, by=by)
    care = episodes.episode(episode_id) if episode_id else None
    if not referral.is_open or care is None or care.closed_at is not None or care.referral_id != referral_id:
        raise Refused("No care is open for this need.", next_step="Reopen the need if it has come back.")
    if care.team_code != team_code:
        raise Invalid({"team_code": "Choose the team that gives this care."})
