"""When is a bulk export ready to be taken? When everybody was looked at: it is said so, with what is in it and who is not."""

from datetime import datetime
from uuid import UUID

from homeward.fhir.bulk.vocabulary import KEPT_FOR, LEFT_OUT
from homeward.fhir.models import BulkExport
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused


@action("bulk.keep")
def keep_bulk(*, export_id: UUID, by: Actor, at: datetime) -> Happening[BulkExport]:
    """Ready from now on, for its hours."""
    export = BulkExport.objects.select_for_update().get(pk=export_id)
    if export.state == "gathering":
        export.state, export.ready_at, export.expires_at = "ready", at, at + KEPT_FOR
        export.save(update_fields=["state", "ready_at", "expires_at"])
    elif export.state != "ready":  # ready: its worker was only slow, and another has gathered it meanwhile
        raise Refused("This export is over.", next_step="Ask for it again.")
    left_out = {why: getattr(export, why) for why in LEFT_OUT}
    facts = {"organisation": export.organisation, "people": export.given, **left_out}
    return Happening(result=export, subject_kind="bulk", subject_id=export.id, person_id=None, facts=facts)
