"""How does a bulk export end? Its system needs it no more, somebody here ends it, or its hours are over; then its content is gone."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import gate, system
from homeward.fhir.bulk.vocabulary import JOB, OVER
from homeward.fhir.models import BulkExport, BulkPage
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound, Refused


@action("bulk.end")
def end_bulk(*, export_id: UUID, by: Actor, at: datetime) -> Happening[BulkExport]:
    """No more of it: what is being gathered stops, what was gathered is thrown away."""
    return _over(export_id, by, at)


@action("bulk.stop")
def stop_bulk(*, export_id: UUID, why: str, by: Actor, at: datetime) -> Happening[BulkExport]:
    """Somebody here ends it, with a reason that its system is told. Raises Invalid without one, Refused when it is over."""
    if not why.strip():
        raise Invalid({"why": "Say why it is ended. The partner's system is told."})
    export = BulkExport.objects.select_for_update().filter(pk=export_id).first()
    if export is None:
        raise NotFound("There is no such export.", next_step="Look at the list of exports.")
    if export.state in OVER:
        raise Refused("It is over already.", next_step="Look at the list of exports.")
    return _over(export_id, by, at, words=why.strip())


@action("bulk.expire")
def expire_bulk(*, export_id: UUID, by: Actor, at: datetime) -> Happening[BulkExport]:
    """The same when its hours are over."""
    return _over(export_id, by, at)


def throw_bulk_away(*, at: datetime) -> int:
    """End every export whose hours are over; returns how many."""
    over = list(BulkExport.objects.filter(state="ready", expires_at__lte=at).values_list("id", flat=True))
    for export_id in over:
        expire_bulk(export_id=export_id, by=system(JOB), at=at)
    return len(over)


def _over(export_id: UUID, by: Actor, at: datetime, *, words: str = "") -> Happening[BulkExport]:
    export = BulkExport.objects.select_for_update().get(pk=export_id)
    with gate.job(JOB, by=by, at=at):
        BulkPage.objects.filter(export=export).delete()
    export.state, export.words = "ended", words
    export.save(update_fields=["state", "words"])
    facts = {"organisation": export.organisation, **({"why": words} if words else {})}
    return Happening(result=export, subject_kind="bulk", subject_id=export.id, person_id=None, facts=facts)
