"""How is a delivery carried out by a process of its own, in small steps, so that a test can kill it at any moment?

Arguments: the file, the source, and (to go on) the delivery's id. Prints 'go' once the work begins and 'done' at its end.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import django

AT = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
STEPS = 15


def main(path: str, source: str, run_id: str = "") -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.plumbing.settings")
    django.setup()
    from uuid import UUID

    from homeward.records.actions.imports import apply, check, read, register
    from homeward.records.api import importer, resume_import, start_import

    read.BATCH = check.BATCH = apply.BATCH = check.PEOPLE = register.PEOPLE = STEPS
    print("go", flush=True)
    if run_id:
        resume_import(run_id=UUID(run_id), by=importer(), at=AT)
    else:
        start_import(files=[Path(path)], source=source, by=importer(), at=AT, dry_run=False)
    print("done", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
