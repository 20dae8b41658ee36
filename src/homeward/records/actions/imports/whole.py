"""How does a delivery go from its files to its end, and on from wherever it stopped?"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.records.actions.imports.apply import apply
from homeward.records.actions.imports.check import Progress, check
from homeward.records.actions.imports.house import found
from homeward.records.actions.imports.read import read
from homeward.records.actions.imports.retry import retry
from homeward.records.actions.imports.start import start


def quietly(what: str, done: int, of: int) -> None:
    """Progress that nobody watches."""


def start_import(
    *, files: Sequence[Path], source: str, by: Actor, at: datetime, dry_run: bool, progress: Progress = quietly
) -> UUID:
    """Read and compare the files; with `dry_run` stop there, else apply what is not in doubt. Returns the delivery's id."""
    run_id = start(files=files, source=source, dry_run=dry_run, by=by, at=at)
    resume_import(run_id=run_id, by=by, at=at, progress=progress)
    return run_id


def resume_import(*, run_id: UUID, by: Actor, at: datetime, progress: Progress = quietly) -> None:
    """Go on where it stopped, at whatever byte that was. A dry run ends when all is compared."""
    run = found(run_id)
    if run.state == "reading":
        read(run_id, by=by, at=at, progress=progress)
    if run.state in ("reading", "checking"):
        check(run_id, by=by, at=at, progress=progress)
    if not run.dry_run or run.state == "applying":
        apply(run_id, by=by, at=at, progress=progress)


def apply_import(*, run_id: UUID, by: Actor, at: datetime, progress: Progress = quietly) -> None:
    """Apply a delivery that was compared, as a dry run or after a review."""
    resume_import(run_id=run_id, by=by, at=at, progress=progress)
    apply(run_id, by=by, at=at, progress=progress)


def retry_import(*, run_id: UUID, by: Actor, at: datetime, progress: Progress = quietly) -> int:
    """Try again what was rejected: by today's policy, and with whoever is known by now. Returns how many were tried."""
    tried = retry(run_id=run_id, by=by, at=at)
    check(run_id, by=by, at=at, progress=progress)
    if not found(run_id).dry_run:
        apply(run_id, by=by, at=at, progress=progress)
    return tried
