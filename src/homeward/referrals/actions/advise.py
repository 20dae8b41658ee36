"""What if advice is enough? It is written down as a signed record: who decided, what was said to whom, what to do if it
gets worse. It ends the need, or the need goes on with somebody bound to look again."""

from datetime import datetime
from uuid import UUID

from homeward.episodes.api import add_task
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.referrals.actions import moving
from homeward.referrals.actions.on_behalf import on_behalf_of
from homeward.referrals.actions.with_parts import refuse_while_parts_are_open
from homeward.referrals.models import Advice, ServiceRequest
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules.stating import clean


@action("referral.advise", about=person_of_referral)
def advise(
    *,
    referral_id: UUID,
    words: str,
    safety_net_words: str,
    told: str,
    closes: bool,
    by: Actor,
    at: datetime,
    expected_version: int,
    check_at: datetime | None = None,
) -> Happening[ServiceRequest]:
    """Give advice to `told`. With `closes` the referral ends; otherwise the owner gets a task to check again by `check_at`."""
    referral = moving.held("advise", referral_id=referral_id, expected_version=expected_version, by=by)
    words, safety_net_words, told = clean(words), clean(safety_net_words), clean(told)
    if errors := _faults(words, safety_net_words, told, closes, check_at, at):
        raise Invalid(errors)
    if closes:
        refuse_while_parts_are_open(referral)
    advice = _signed(referral, words, safety_net_words, told, closes, by=by, at=at)
    if not closes:
        add_task(
            person_id=referral.person_id,
            subject_id=referral.id,
            subject_kind="referral",
            title=f"Check again after advice: {safety_net_words}",
            owner_team=referral.owner_team_id,
            due_at=check_at,
            by=on_behalf_of(by),
            at=at,
        )
    step = moving.Step(
        kind="advise",
        words=words,
        changes={"state": "advised", "ended_at": at} if closes else {},
        facts={"advice": str(advice.id), "closes": closes, "told": told, "safety_net": safety_net_words},
    )
    return moving.make(referral, step, by=by, at=at)


def _signed(
    referral: ServiceRequest, words: str, safety_net: str, told: str, closes: bool, *, by: Actor, at: datetime
) -> Advice:
    return Advice.objects.create(
        id=new_id(),
        referral=referral,
        person_id=referral.person_id,
        words=words,
        safety_net_words=safety_net,
        told=told,
        closes=closes,
        given_at=at,
        given_by_id=by.user_id,
        given_by=by.name,
        given_role=by.role,
        organisation=by.organisation,
    )


def _faults(
    words: str, safety_net: str, told: str, closes: bool, check_at: datetime | None, at: datetime
) -> dict[str, str]:
    found = {}
    if not words:
        found["words"] = "Write down the advice."
    if not safety_net:
        found["safety_net_words"] = "Say what to look out for and what to do then."
    if not told:
        found["told"] = "Say who was given the advice."
    if not closes and (check_at is None or check_at <= at):
        found["check_at"] = "Choose when to check again. It must be in the future."
    return found
