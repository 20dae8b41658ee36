"""What if something is not clear? A question goes to the sender; the need keeps its owner, its place and its clocks."""

from datetime import datetime
from uuid import UUID

from homeward.episodes.api import clocks_that_apply
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.foundation.ids import new_id
from homeward.referrals.actions import moving
from homeward.referrals.actions.hand_back import hub_services
from homeward.referrals.models import InformationRequest, ServiceRequest
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules.stating import clean


@action("referral.ask", about=person_of_referral)
def ask(*, referral_id: UUID, words: str, by: Actor, at: datetime, expected_version: int) -> Happening[ServiceRequest]:
    """Ask the sender one question; the answer has a clock of its own."""
    referral = moving.held("ask", referral_id=referral_id, expected_version=expected_version, by=by)
    if not (words := clean(words)):
        raise Invalid({"words": "Write the question."})
    if referral.information_wanted_at is not None:
        raise Refused(
            "A question is open already.", next_step="Wait for its answer, or answer it yourself by telephone."
        )
    InformationRequest.objects.create(
        id=new_id(),
        referral=referral,
        person_id=referral.person_id,
        words=words,
        asked_at=at,
        asked_by=by.name,
        asked_team=by.teams[0] if by.teams else referral.owner_team_id,
    )
    about = moving.facts_about(referral)
    clocks = [code for service in hub_services(referral) for code in clocks_that_apply(service=service, facts=about)]
    step = moving.Step(kind="ask", words=words, changes={"information_wanted_at": at}, facts={"clocks": clocks})
    return moving.make(referral, step, by=by, at=at)
