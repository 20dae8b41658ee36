"""How is a delivery carried out by a process of its own, in small steps, so that a test can kill it at any moment?"""

from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

from homeward.records.actions.imports import apply, check, read, register
from homeward.records.api import importer, resume_import, start_import

AT = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
STEPS = 15


def deliver(tells: Connection, path: str, source: str, run_id: str) -> None:
    """Deliver the file from this source, or go on with this delivery. Tells 'go' once the work begins and 'done' at its end."""
    read.BATCH = check.BATCH = apply.BATCH = check.PEOPLE = register.PEOPLE = STEPS
    tells.send("go")
    if run_id:
        resume_import(run_id=UUID(run_id), by=importer(), at=AT)
    else:
        start_import(files=[Path(path)], source=source, by=importer(), at=AT, dry_run=False)
    tells.send("done")
