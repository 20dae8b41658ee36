"""How is a message kept, once it was acted on? Exactly as it came, with a receipt that answers its second coming."""

import hashlib
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from homeward.access.api import declare_job
from homeward.exchange.vocabulary import KEEPER
from homeward.fhir.bars.message import Message
from homeward.fhir.models import KeptMessage, Receipt
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id

JOB = KEEPER
declare_job(JOB, words="keeping a partner's message", permits=("message.*", "referral.note"), pages=True)


def keeper(by: Actor) -> Actor:
    """The house, keeping a message on the partner's behalf: the partner may send, but never look things up."""
    return replace(by, kind="system", role=JOB, purpose="keeping a partner's message")


@action("message.keep", about=lambda told: told["person_id"])
def keep_message(
    *,
    message: Message,
    text: str,
    person_id: UUID,
    referral_id: UUID,
    status: str,
    version: int,
    by: Actor,
    at: datetime,
) -> Happening[Receipt]:
    """Keep the message with the referral it led to. `status` and `version` are what its sender is told."""
    identity = message.identity
    receipt = Receipt(
        id=new_id(),
        partner=by.organisation,
        sender_code=message.sender.organisation_code,
        message_id=identity.message_id,
        content_digest=identity.content_digest,
        kind=message.kind,
        request_id=identity.request_id,
        referral_id=referral_id,
        answered_status=status,
        answered_version=version,
        at=at,
    )
    receipt.save(force_insert=True)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    KeptMessage(id=receipt.id, person_id=person_id, referral_id=referral_id, received=text, sha256=sha256, at=at).save(
        force_insert=True
    )
    facts = {
        "kind": message.kind,
        "message_id": identity.message_id[:200],
        "sha256": sha256,
        "referral": str(referral_id),
    }
    return Happening(result=receipt, subject_kind="message", subject_id=receipt.id, person_id=person_id, facts=facts)
