"""How does a copy of a record come to be: gathered by the house itself, kept as one zip, thrown away in time?"""

import hashlib
import tempfile
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.access.actors import system
from homeward.access.gate import ways
from homeward.access.models import Export
from homeward.access.queries.copy_of import write_copy
from homeward.access.queries.exports import person_of_export
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused

JOB = "copies"
IN_MEMORY = 8 * 1024 * 1024
KEPT_FOR = timedelta(days=30)
FAILED = "It could not be gathered. Ask again; if it fails again, give the number below to whoever runs Homeward."
CUT_SHORT = "Gathering it was cut short again and again. Ask again; if that fails too, give the number below to whoever runs Homeward."
MOVING = ("waiting", "gathering")


def gather(export_id: UUID, *, at: datetime) -> None:
    """Gather the copy that waits, or whose gathering was cut short. It says how far it is, and says so when it fails."""
    by, person_id = system(JOB), person_of_export(export_id)
    if person_id is None or not _marked(export_id, by, at, *MOVING, state="gathering", done=0):
        return

    def told(done: int, of: int) -> None:
        _marked(export_id, by, at, "gathering", done=done, total=of)

    try:
        with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as out:
            made = write_copy(person_id, out, by=by, at=at, progress=told)  # type: ignore[arg-type]  # a spooled file is a binary file
            out.seek(0)
            content = out.read()
        keep_export(export_id=export_id, content=content, rows=made.rows, withheld=len(made.withheld), by=by, at=at)
    except Refused as refused:
        words = f"{refused.message} {refused.next_step}".strip()
        _marked(export_id, by, at, "gathering", state="failed", words=words)
    except Exception:
        _marked(export_id, by, at, "gathering", state="failed", words=FAILED)
        raise


def give_copy_up(export_id: UUID, *, at: datetime) -> None:
    """Its gathering was cut short for the last time: it says so, and may be asked for again."""
    _marked(export_id, system(JOB), at, *MOVING, state="failed", words=CUT_SHORT)


@action("access.gather_export", about=lambda asked: person_of_export(asked["export_id"]))
def keep_export(
    *, export_id: UUID, content: bytes, rows: int, withheld: int, by: Actor, at: datetime
) -> Happening[Export]:
    """The zip is kept with its digest until its days are over."""
    export = Export.objects.select_for_update().get(pk=export_id)
    if export.state != "gathering":  # its worker was only slow, and another has gathered it meanwhile
        raise Refused("This copy is gathered already.", next_step="Open it.")
    export.state, export.content, export.size, export.ready_at = "ready", content, len(content), at
    export.sha256, export.rows, export.withheld = hashlib.sha256(content).hexdigest(), rows, withheld
    export.save()
    return Happening(
        result=export,
        subject_kind="copy",
        subject_id=export.id,
        person_id=export.person_id,
        facts={"rows": rows, "withheld": withheld, "bytes": export.size, "sha256": export.sha256},
    )


def throw_old_away(at: datetime) -> int:
    """Copies whose days are over keep their entry and lose their content; returns how many."""
    with ways.job(JOB, at=at):
        return Export.objects.filter(state="ready", ready_at__lt=at - KEPT_FOR).update(state="removed", content=None)


def _marked(export_id: UUID, by: Actor, at: datetime, *states: str, **changes: Any) -> bool:
    """How far it is: not an event, so it is written beside the log, in a transaction of its own."""
    with ways.job(JOB, by=by, at=at):
        return bool(Export.objects.filter(pk=export_id, state__in=states).update(**changes))
