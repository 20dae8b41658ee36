"""How does a referral know that the person was seen? The house moves it on when the visit is recorded."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.referrals.actions import moving
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.whose import person_of_referral


@action("referral.contact", about=person_of_referral)
def contact(*, referral_id: UUID, evidence: UUID, by: Actor, at: datetime) -> Happening[ServiceRequest]:
    """From accepted to being seen; `evidence` is the event of the visit."""
    referral = moving.held("contact", referral_id=referral_id, expected_version=None, by=by)
    step = moving.Step(kind="contact", changes={"state": "in_contact"}, facts={"evidence": str(evidence)})
    return moving.make(referral, step, by=by, at=at)
