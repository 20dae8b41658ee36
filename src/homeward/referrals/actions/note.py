"""How is something said about a referral that changes nothing? As a note, in the log and in its story."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules.stating import clean


@action("referral.note", about=person_of_referral)
def note(*, referral_id: UUID, words: str, by: Actor, at: datetime) -> Happening[ServiceRequest]:
    """Add a note. It takes no step, so it clashes with nobody's."""
    referral = ServiceRequest.objects.filter(id=referral_id).first()
    if referral is None:
        raise NotFound("There is no such referral.", next_step="Check the address, or look for the person.")
    if not (words := clean(words)):
        raise Invalid({"words": "Write the note."})
    return Happening(
        result=referral,
        subject_kind="referral",
        subject_id=referral.id,
        person_id=referral.person_id,
        facts={"words": words},
        teams=tuple(dict.fromkeys((referral.owner_team_id, referral.hub_team_id))),
    )
