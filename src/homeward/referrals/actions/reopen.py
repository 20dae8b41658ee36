"""What if a need that ended comes back? The hub on duty owns it again, and its clocks count from its first beginning."""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.referrals.actions import moving
from homeward.referrals.actions.hand_back import hub_on_duty
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.known_facts import known
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules import reasoning
from homeward.referrals.rules.stating import clean


@action("referral.reopen", about=person_of_referral)
def reopen(
    *, referral_id: UUID, reason_code: str, by: Actor, at: datetime, expected_version: int, words: str = ""
) -> Happening[ServiceRequest]:
    """Open it again; it need not be triaged twice."""
    referral, words = (
        moving.held("reopen", referral_id=referral_id, expected_version=expected_version, by=by),
        clean(words),
    )
    if errors := reasoning.faults(directory.place().reasons_for("reopen"), code=reason_code, words=words):
        raise Invalid(errors)
    if known(referral.person_id).death_at is not None:
        raise Refused("This person has died.", next_step="If that is wrong, correct the person's record first.")
    hub = hub_on_duty(referral, at)
    step = moving.Step(
        kind="reopen",
        reason_code=reason_code,
        words=words,
        changes={
            "state": "received" if referral.urgency_advised is None else "triaged",
            "owner_team_id": hub,
            "hub_team_id": hub,
            "owner_user": None,
            "service_code": None,
            "episode_id": None,
            "outcome_code": "",
            "ended_at": None,
        },
    )
    return moving.make(referral, step, by=by, at=at)
