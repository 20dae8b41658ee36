"""How is a copy asked for and put in the queue of the house's background work?"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app

from homeward.access.actions.ask_export import ask_export
from homeward.access.models import Export
from homeward.foundation.actions import Actor

GATHER = "access.gather_copy"


def ask_copy(*, person_id: UUID, reason: str, by: Actor, at: datetime, queue: bool = True) -> Export:
    """The copy that waits; its gathering is queued in the same transaction unless the caller gathers it. Raises Invalid."""
    with transaction.atomic():
        export = ask_export(person_id=person_id, reason=reason, by=by, at=at)
        if queue:
            app.configure_task(GATHER, allow_unknown=True).defer(export_id=str(export.id))
    return export
