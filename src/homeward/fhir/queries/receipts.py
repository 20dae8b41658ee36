"""Was this message acted on before, and which messages spoke of this request?"""


from homeward.fhir.bars.message import Message
from homeward.fhir.models import Receipt
from homeward.foundation.actions import Actor
from homeward.foundation.one_at_a_time import one_at_a_time

MOST_COMPARED = 10


def hold_message(message: Message, by: Actor) -> None:
    """Until the transaction ends nobody else acts on this request of this sender: the same message twice at once is one."""
    one_at_a_time("message", f"{by.organisation}|{message.sender.organisation_code}|{message.identity.request_id}")


def receipt_of(message: Message, by: Actor) -> Receipt | None:
    """The receipt of this very message, when it came before."""
    return Receipt.objects.filter(
        partner=by.organisation,
        sender_code=message.sender.organisation_code,
        message_id=message.identity.message_id,
        content_digest=message.identity.content_digest,
    ).first()


def receipts_of_request(message: Message, by: Actor) -> list[Receipt]:
    """The latest messages of this sender that opened a referral for the request this message speaks of."""
    found = Receipt.objects.filter(
        partner=by.organisation,
        sender_code=message.sender.organisation_code,
        request_id=message.identity.request_id,
        kind__in=("new", "update"),
    )
    return list(found.order_by("-at", "-id")[:MOST_COMPARED])
