"""How is a file of a bulk export handed out? Each time written down; whoever has objected since it was gathered is not in it."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.fhir.bulk.held import Handed, file_of
from homeward.fhir.bulk.vocabulary import JOB
from homeward.fhir.models import BulkExport
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound


@action("bulk.take")
def take_bulk(*, export_id: UUID, kind: str, file: int, by: Actor, at: datetime) -> Happening[Handed]:
    """The lines of one file. Raises NotFound when there is none, or its hours are over."""
    export = BulkExport.objects.filter(pk=export_id, state="ready", expires_at__gt=at).first()
    with gate.job(JOB, by=by, at=at, why="handing out a file of a bulk export"):
        found = file_of(export, kind, file, by=by) if export else None
    if export is None or found is None:
        raise NotFound("There is no such file, or its hours are over.", next_step="Ask for a new export.")
    facts = {"organisation": export.organisation, "kind": kind, "file": file, "resources": found.count}
    return Happening(result=found, subject_kind="bulk", subject_id=export.id, person_id=None, facts=facts)
