"""What happens when a partner sends a BaRS message to `$process-message`? (NHS England BaRS; FHIR R4 messaging.)"""

from django.db import transaction

from homeward.directory.api import place
from homeward.fhir.actions.keep_message import keep_message, keeper
from homeward.fhir.bars.message import Message
from homeward.fhir.bars.read_message import read_message
from homeward.fhir.bars.reply import reply_bundle
from homeward.fhir.door.body import read_body
from homeward.fhir.door.once_more import once_more
from homeward.fhir.door.route import Answer, Call
from homeward.fhir.models import Receipt
from homeward.fhir.operations.change_referral import change_referral
from homeward.fhir.operations.person_of_message import person_of_message
from homeward.fhir.operations.receive_referral import receive_referral
from homeward.fhir.operations.take_answer import take_answer
from homeward.fhir.operations.withdraw_referral import withdraw_referral
from homeward.fhir.queries.receipts import hold_message, receipt_of
from homeward.foundation.r4.issues import Faulty, Resource
from homeward.foundation.r4.validate import validate
from homeward.referrals.api import ServiceRequest
from homeward.referrals.vocabulary import STATES


def process_message(call: Call) -> Answer:
    """Act on the message once, keep it as it came, and answer it; the same message again gets the same answer."""
    resource = validate(read_body(call.request))
    if not isinstance(resource, Resource):
        raise Faulty(*resource)
    message = read_message(resource)
    return _answer(message, once_more(lambda: _receipt(message, resource, call)), call)


def _receipt(message: Message, resource: Resource, call: Call) -> Receipt:
    with transaction.atomic():
        hold_message(message, call.partner)
        return receipt_of(message, call.partner) or _act(message, resource, call)


def _act(message: Message, resource: Resource, call: Call) -> Receipt:
    referral = _referral(message, call)
    return keep_message(
        message=message,
        text=resource.text,
        person_id=referral.person_id,
        referral_id=referral.id,
        status=STATES[referral.known_state].request_status,
        version=referral.version,
        by=keeper(call.partner),
        at=call.at,
    )


def _referral(message: Message, call: Call) -> ServiceRequest:
    by, at = call.partner, call.at
    if message.kind == "cancel":
        return withdraw_referral(message, by=by, at=at)
    if message.kind == "answer":
        return take_answer(message, by=by, at=at)
    changed = change_referral(message, by=by, at=at) if message.kind == "update" else None
    if changed is not None:
        return changed
    # A change to a request that never came is not refused: a need is never lost, so it becomes a referral.
    person = person_of_message(message, by=by, at=at)
    return receive_referral(message, person_id=person.id, by=by, at=at)


def _answer(message: Message, receipt: Receipt, call: Call) -> Answer:
    """The same text each time: it is made from the message and the receipt alone."""
    reply = reply_bundle(
        message,
        reply_id=receipt.id,
        referral_id=receipt.referral_id,
        request_status=receipt.answered_status,
        version=receipt.answered_version,
        at=receipt.at,
        us=place().name,
        base=call.address(""),
    )
    where = call.address(f"ServiceRequest/{receipt.referral_id}")
    return Answer(resource=reply, headers={"Content-Location": where, "ETag": f'W/"{receipt.answered_version}"'})
