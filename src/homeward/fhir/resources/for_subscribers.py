"""What may a subscriber read of something that changed, when the whole resource is sent?"""

from datetime import UTC, datetime
from uuid import UUID

from django.http import HttpRequest

from homeward.exchange.api import Subscription
from homeward.fhir.door.unasked import Unasked
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.resources.reading import find
from homeward.foundation.actions import Actor


def resource_for(subscription_id: UUID, kind: str, id: UUID) -> str | None:
    """The resource as the subscriber's own system may read it, through the gate; None when it may not, or it is gone."""
    held = Subscription.objects.filter(id=subscription_id).first()
    if held is None or kind not in KINDS:
        return None
    by = Actor(
        user_id=held.client_id, name=held.client_name, kind="partner", organisation=held.organisation,
        teams=tuple(held.teams), role=held.role,
    )  # fmt: skip
    # A job that carries messages has no request and no moment given to it: it reads now, so that nothing sent is stale.
    call = Unasked(request=HttpRequest(), at=datetime.now(UTC), by=by)
    found = find(call, KINDS[kind], str(id), why="telling a subscriber of a change")
    return found.json.decode() if found else None
