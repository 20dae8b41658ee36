"""How does a partner's system ask for a bulk export? It is written down, and put in the queue of the house's background work."""

from datetime import datetime, timedelta

from django.db import transaction
from procrastinate.contrib.django import app

from homeward.fhir.bulk.asked import Asked
from homeward.fhir.bulk.vocabulary import AT_ONCE, GATHER, MOVING
from homeward.fhir.models import BulkExport
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotPermitted
from homeward.foundation.one_at_a_time import one_at_a_time
from homeward.foundation.r4.issues import Faulty, Issue
from homeward.records.api import coming_in_since

STILL_WRITTEN = timedelta(minutes=2)  # longer than any one change takes from its moment until others see it
BUSY = f"Your organisation has {AT_ONCE} exports under way. Wait until one is done, or end one by DELETE."


def ask_bulk(
    *, asked: Asked, whole: bool, request: str, scopes: tuple[str, ...], by: Actor, at: datetime, queue: bool = True
) -> BulkExport:
    """The export that waits to be gathered. Faulty 429 while too many of the same organisation are under way."""
    with transaction.atomic():
        made = _ask(asked=asked, whole=whole, request=request, scopes=scopes, by=by, at=at)
        if queue:
            app.configure_task(GATHER, allow_unknown=True).defer(export_id=str(made.id))
    return made


@action("bulk.ask")
def _ask(
    *, asked: Asked, whole: bool, request: str, scopes: tuple[str, ...], by: Actor, at: datetime
) -> Happening[BulkExport]:
    if by.user_id is None:
        raise NotPermitted("Many records at once are given to a partner's own system.")
    one_at_a_time("bulk export", by.organisation)
    if BulkExport.objects.filter(organisation=by.organisation, state__in=MOVING).count() >= AT_ONCE:
        raise Faulty(Issue(code="throttled", diagnostics=BUSY), status=429)
    made = BulkExport.objects.create(
        client_id=by.user_id, client_name=by.name, organisation=by.organisation, role=by.role, teams=list(by.teams),
        scopes=list(scopes), request=request, kinds=list(asked.kinds), whole=whole, people=list(asked.people),
        since=asked.since, asked_at=at, sure_until=_sure_until(at),
    )  # fmt: skip
    facts = {
        "organisation": by.organisation, "kinds": list(asked.kinds), "whole": whole, "named": len(asked.people),
        "since": asked.since.isoformat() if asked.since else "",
    }  # fmt: skip
    return Happening(result=made, subject_kind="bulk", subject_id=made.id, person_id=None, facts=facts)


def _sure_until(at: datetime) -> datetime:
    """All that was changed up to then can be seen by now. What a delivery brings bears the moment at which it began."""
    begun = coming_in_since()
    return min(at - STILL_WRITTEN, begun) if begun else at - STILL_WRITTEN
