"""How is a ServiceRequest kept that became a referral? Word for word, with a receipt that says who sent it."""

import hashlib
from datetime import datetime
from uuid import UUID

from homeward.fhir.models import KeptMessage, Receipt
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id


@action("message.keep_request", about=lambda told: told["person_id"])
def keep_request(
    *, text: str, person_id: UUID, referral_id: UUID, status: str, version: int, partner: str, by: Actor, at: datetime
) -> Happening[Receipt]:
    """Keep the text with the referral it led to."""
    id = new_id()
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    receipt = Receipt(
        id=id, partner=partner, sender_code="", message_id=str(id), content_digest=sha256, kind="create",
        request_id=str(referral_id), referral_id=referral_id, answered_status=status, answered_version=version, at=at,
    )  # fmt: skip
    receipt.save(force_insert=True)
    KeptMessage(id=id, person_id=person_id, referral_id=referral_id, received=text, sha256=sha256, at=at).save(
        force_insert=True
    )
    facts = {"kind": "create", "sha256": sha256, "referral": str(referral_id)}
    return Happening(result=receipt, subject_kind="message", subject_id=id, person_id=person_id, facts=facts)
