"""What if a team has no room? That is never a refusal: the need stays open, goes to its hub and is counted as unmet."""

from datetime import datetime
from uuid import UUID

from homeward.capacity.api import count_unmet
from homeward.foundation.actions import Actor, Happening, action
from homeward.referrals.actions import moving
from homeward.referrals.actions.ending_care import end_care
from homeward.referrals.actions.hand_back import back_with, hub_on_duty
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules.stating import clean


@action("referral.no_capacity", about=person_of_referral)
def no_capacity(
    *, referral_id: UUID, by: Actor, at: datetime, expected_version: int, words: str = ""
) -> Happening[ServiceRequest]:
    """Say that there is no room: the hub on duty owns the need again and its clocks run on."""
    referral = moving.held("no_capacity", referral_id=referral_id, expected_version=expected_version, by=by)
    service, team = referral.service_code or "", referral.owner_team_id
    count_unmet(service_code=service, team_code=team, need_code=referral.need_code, subject_id=referral.id, at=at)
    end_care(referral, why="There was no room.", by=by, at=at)
    step = moving.Step(
        kind="no_capacity",
        words=clean(words),
        changes=back_with(referral, hub_on_duty(referral, at)),
        facts={"unmet_service": service, "unmet_team": team},
    )
    return moving.make(referral, step, by=by, at=at)
