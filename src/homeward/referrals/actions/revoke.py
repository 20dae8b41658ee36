"""What if the sender or the person no longer wants it? It is withdrawn with a reason, and everyone it reached is told."""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.referrals.actions import moving
from homeward.referrals.actions.ending_care import end_care
from homeward.referrals.actions.on_behalf import on_behalf_of
from homeward.referrals.actions.telling import tell
from homeward.referrals.actions.with_parts import open_parts
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules import reasoning
from homeward.referrals.rules.moves import MOVES
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
    """Withdraw it, with every part of it. A partner's cancel message knows no version, so none is needed.

    A part whose team has seen the person is not withdrawn over their heads: the team is told, and ends it or goes on.
    """
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
    ended = moving.make(referral, step, by=by, at=at)
    for part in open_parts(referral):
        if MOVES["revoke"].leads_from(part.known_state):
            house = on_behalf_of(by)
            revoke(referral_id=part.id, reason_code=reason_code, words=words, by=house, at=at)
        else:
            said = f"{by.name} withdrew the referral this is part of: {title}. You have seen the person: close it or go on."
            tell(part, (part.owner_team_id, part.hub_team_id), kind="revoked", words=said, at=at)
    return ended
