"""Which referral does a withdrawal or a change mean? Read from the messages kept about the request."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.fhir.actions.keep_message import keeper
from homeward.fhir.bars.message import Message
from homeward.fhir.bars.read_message import read_message
from homeward.fhir.models import KeptMessage, Receipt
from homeward.fhir.queries.receipts import receipts_of_request
from homeward.fhir.rules.matching import Earlier, meant
from homeward.foundation.actions import Actor
from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import validate
from homeward.referrals.api import ServiceRequest, person_of


def earlier_request(message: Message, *, by: Actor, at: datetime) -> UUID | None:
    """The referral's id, or None when this sender never sent one for this person under this request id."""
    referrals: dict[int, UUID] = {}
    candidates = []
    for order, receipt in enumerate(receipts_of_request(message, by)):
        candidates.append(_as_kept(receipt, order, by, at))
        referrals[order] = receipt.referral_id
    found = meant(message, candidates)
    return referrals[found.order] if found else None


def _as_kept(receipt: Receipt, order: int, by: Actor, at: datetime) -> Earlier:
    with gate.person(person_of(receipt.referral_id), by=keeper(by), at=at, why="matching a partner's message"):
        text = KeptMessage.objects.get(id=receipt.id).received
        still_open = ServiceRequest.objects.get(id=receipt.referral_id).is_open
    resource = validate(text.encode())
    if not isinstance(resource, Resource):
        raise ValueError("a kept message can no longer be read")  # it was read when it came
    return Earlier(message=read_message(resource), order=order, open=still_open)
