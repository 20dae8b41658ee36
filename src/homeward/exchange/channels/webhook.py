"""How is a subscriber told of a change? Its endpoint is called as FHIR R4 has it: with nothing, with ids, or with the resource."""

from collections.abc import Callable
from uuid import UUID

from homeward.exchange.channels.sealing import NotOurs, unseal
from homeward.exchange.channels.wire import send
from homeward.exchange.models import Outgoing, Subscription
from homeward.exchange.rules.addresses import fault_of
from homeward.exchange.rules.trying import Outcome

FHIR = "application/fhir+json"
# (subscription id, kind, id) -> the resource as the subscriber may read it, or None when they may not, or it is gone.
Reader = Callable[[UUID, str, UUID], str | None]
_reader: list[Reader] = []


def set_resource_reader(reader: Reader) -> None:
    """Given by the FHIR door, which alone knows how a resource is written and who may read it."""
    _reader[:] = [reader]


def can_send_resources() -> bool:
    """Is there anybody to write a whole resource?"""
    return bool(_reader)


class Webhook:
    """Calls one subscriber."""

    def __init__(self, subscription: Subscription, *, private: bool) -> None:
        self._to, self._private = subscription, private

    def deliver(self, row: Outgoing) -> Outcome:
        """POST with nothing or ids; PUT endpoint/Kind/id with the whole resource, read now, so that it is never stale."""
        if self._to.status == "off":
            return Outcome(result="not_needed", words="The subscription is off.")
        if fault := fault_of(self._to.endpoint, private=self._private):
            return Outcome(result="refused", words=fault)
        method, url, body = "POST", self._to.endpoint, row.payload
        if self._to.payload == "full":
            kind, id = row.recipient_name.split("/")
            found = _reader[0](self._to.id, kind, UUID(id)) if _reader else None
            if found is None:
                return Outcome(result="not_needed", words="The subscriber may not read it, or it is gone.")
            method, url, body = "PUT", f"{self._to.endpoint.rstrip('/')}/{kind}/{id}", found
        try:
            headers = dict(each.split(":", 1) for each in unseal(self._to.sealed_headers))
        except NotOurs as wrong:
            return Outcome(result="refused", words=str(wrong))
        said = {name.strip(): value.strip() for name, value in headers.items()}
        said |= {"X-Request-Id": str(row.id), "Idempotency-Key": row.key} | ({"Content-Type": FHIR} if body else {})
        reply = send(method, url, body=body.encode(), headers=said, private=self._private)
        if 200 <= reply.status < 300:
            return Outcome(result="arrived")
        return Outcome(
            result="again", words=reply.trouble or f"It answered {reply.status}.", wait_seconds=reply.wait_seconds
        )
