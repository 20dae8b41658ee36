"""Does somebody else agree that this can wait? Never the one who wanted to lower it."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotPermitted, Refused
from homeward.referrals.actions import moving
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules.stating import clean


@action("referral.second_look", about=person_of_referral)
def second_look(
    *, referral_id: UUID, agree: bool, by: Actor, at: datetime, expected_version: int, words: str = ""
) -> Happening[ServiceRequest]:
    """Agree, and the lower urgency stands; disagree, and the safer one does."""
    referral = moving.held("second_look", referral_id=referral_id, expected_version=expected_version, by=by)
    if referral.urgency_wanted is None:
        raise Refused("Nobody has asked for a second look.", next_step="Triage it again if its urgency is not right.")
    if by.user_id is None or by.user_id == referral.second_look_not_by:
        raise NotPermitted(
            "Somebody else must give the second look: you chose the lower urgency.",
            next_step="Ask another clinician to look.",
        )
    wanted = referral.urgency_wanted
    step = moving.Step(
        kind="second_look",
        words=clean(words),
        changes={
            "state": "triaged" if referral.state == "received" else referral.state,
            "urgency": wanted if agree else referral.urgency,
            "urgency_wanted": None,
            "second_look_not_by": None,
        },
        facts={"agreed": agree, "wanted": wanted},
    )
    return moving.make(referral, step, by=by, at=at)
