"""How does a delivery begin? With its files named and its source said; nothing is read yet."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.records.actions.imports.files import named
from homeward.records.models import Run, RunFile


@action("import.start")
def start(*, files: Sequence[Path], source: str, dry_run: bool, by: Actor, at: datetime) -> Happening[UUID]:
    """Note the delivery; returns its id. `source` is the sender's organisation code. Raises Invalid."""
    if not source.strip():
        raise Invalid({"source": "Say which organisation sent it."})
    found = named(files)
    run = Run(
        id=new_id(), source=source.strip(), state="reading", dry_run=dry_run, by_user=by.user_id, by_name=by.name,
        started_at=at,
    )  # fmt: skip
    run.save(force_insert=True)
    RunFile.objects.bulk_create(
        RunFile(run=run, number=number, name=name, path=str(path.resolve()), form=form, size=path.stat().st_size)
        for number, (path, name, form) in enumerate(found, start=1)
    )
    facts = {"source": run.source, "files": len(found), "dry_run": dry_run}
    return Happening(result=run.id, subject_kind="import", subject_id=run.id, person_id=None, facts=facts)
