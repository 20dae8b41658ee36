"""What if the sender or the person no longer wants it? It is withdrawn with a reason, and everyone it reached is told."""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.referrals.actions import moving
from homeward.referrals.actions.ending_care import end_care
from homeward.referrals.actions.telling import tell
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules import reasoning
from homeward.referrals.rules.stating import clean


@action("referral.revoke", about=person_of_referral)
def revoke(
    *,
    referral_id: UUID,
    reason_code: str,
    by: Actor,
    at: datetime,
    expected_version: int | None = None,
    words: str = "",
) -> Happening[ServiceRequest]:
    """Withdraw it. A partner's cancel message knows no version, so none is needed."""
    referral = moving.held("revoke", referral_id=referral_id, expected_version=expected_version, by=by)
    words, reasons = clean(words), directory.place().reasons_for("revoke")
    if errors := reasoning.faults(reasons, code=reason_code, words=words):
        raise Invalid(errors)
    reason = reasoning.find(reasons, reason_code)
    title = reason.title if reason else reason_code
    end_care(referral, why=f"The referral was withdrawn: {title}", by=by, at=at)
    others = {referral.owner_team_id, referral.hub_team_id} - set(by.teams)
    tell(referral, sorted(others), kind="revoked", words=f"{by.name} withdrew this referral: {title}.", at=at)
    step = moving.Step(
        kind="revoke",
        reason_code=reason_code,
        words=words,
        changes={"state": "revoked", "ended_at": at},
    )
    return moving.make(referral, step, by=by, at=at)
