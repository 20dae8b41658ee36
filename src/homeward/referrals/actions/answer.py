"""How is a question answered? By its sender, or by whoever found out; nothing else about the need changes."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.referrals.actions import moving
from homeward.referrals.models import InformationRequest, ServiceRequest
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules.stating import clean


@action("referral.answer", about=person_of_referral)
def answer(
    *, referral_id: UUID, words: str, by: Actor, at: datetime, expected_version: int | None = None
) -> Happening[ServiceRequest]:
    """Answer the open question. Senders do not see versions, so none is needed."""
    referral = moving.held("answer", referral_id=referral_id, expected_version=expected_version, by=by)
    if not (words := clean(words)):
        raise Invalid({"words": "Write the answer."})
    answered = InformationRequest.objects.filter(referral=referral, answered_at=None).update(
        answer_words=words, answered_at=at, answered_by=by.name
    )
    if not answered:
        raise Refused("No question is open.", next_step="Add a note if there is something to say.")
    step = moving.Step(kind="answer", words=words, changes={"information_wanted_at": None})
    return moving.make(referral, step, by=by, at=at)
