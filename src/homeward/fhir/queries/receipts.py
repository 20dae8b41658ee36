"""Was this message acted on before, and which messages spoke of this request?"""

from django.db import connection

from homeward.fhir.bars.message import Message
from homeward.fhir.models import Receipt
from homeward.foundation.actions import Actor

MOST_COMPARED = 10


def hold_message(message: Message, by: Actor) -> None:
    """Until the transaction ends nobody else acts on this request of this sender: the same message twice at once is one."""
    key = f"{by.organisation}|{message.sender.organisation_code}|{message.identity.request_id}"
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 8))", [key])


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
