"""How are the files of a delivery read into rows, batch by batch, so that a crash at any byte loses and doubles nothing?"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg.types.json import Jsonb

from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.records.actions.imports.files import Found, Unreadable, resources
from homeward.records.actions.imports.house import OvertakenBy, found, step
from homeward.records.models import Run, RunFile
from homeward.records.rules.prepared import STAGED, House, prepare

BATCH = 4000
BATCH_BYTES = 24_000_000
Progress = Callable[[str, int, int], None]
_COLUMNS = ("run_id", "file", "place", *STAGED)
_LISTED = ", ".join(_COLUMNS)
_ARRAYS = tuple(_COLUMNS.index(name) for name in ("reasons", "flags", "more_codes", "identifiers", "refs"))
_PARTS = _COLUMNS.index("parts")
_SUBJECTS = """
insert into records_subject (run_id, key, patient, how, reason)
select %s, key, patient, 'read', '' from unnest(%s::text[], %s::text[]) as told (key, patient)
on conflict (run_id, key) do update set patient = excluded.patient
where excluded.patient <> '' and records_subject.patient <> excluded.patient
"""


class _Told:
    """How far all files are read, told while one of them is."""

    def __init__(self, progress: Progress, before: int, total: int) -> None:
        self.progress, self.before, self.total = progress, before, total

    def upto(self, done: int) -> None:
        """So many bytes of this file are read."""
        self.progress("reading", self.before + done, self.total)


def read(run_id: UUID, *, by: Actor, at: datetime, progress: Progress) -> None:
    """Read whatever is not read yet. Called again after a crash it goes on where the last batch ended."""
    run = found(run_id)
    files = list(RunFile.objects.filter(run=run).order_by("number"))
    total = sum(each.size for each in files)
    before = 0
    for file in files:
        if not file.done:
            _file(run, file, by=by, at=at, told=_Told(progress, before, total))
        before += file.size
    with step(run_id, by=by, at=at) as run:
        if run.state == "reading":
            run.state = "checking"
            run.save(update_fields=["state"])


def _file(run: Run, file: RunFile, *, by: Actor, at: datetime, told: "_Told") -> None:
    path = Path(file.path)
    if not path.is_file() or path.stat().st_size != file.size:
        raise Refused(
            f"{file.name} is not there any more, or has changed since.", next_step="Start a new delivery with it."
        )
    declared = place()
    policy = next(iter(declared.import_policies.values()))
    house = House(
        source=run.source, policy=policy, sensitivities=tuple(declared.sensitivities.values()), at=run.started_at
    )
    tables = tuple(declared.csv_mappings.values())
    try:
        coming = resources(path, file.form, read_to=file.read_to, places=file.places, tables=tables)
        for batch in _ahead(_batches(coming), lambda found: _prepared(file, found, house)):
            _keep(file, batch, by=by, at=at)
            told.upto(file.size if file.form == "csv" else min(file.size, file.read_to))
    except Unreadable as fault:
        _finish(file, refused=str(fault), by=by, at=at)
    else:
        _finish(file, refused="", by=by, at=at)


def _batches(coming: Iterable[Found]) -> Iterator[list[Found]]:
    remaining = iter(coming)
    while first := next(remaining, None):
        batch, size = [first], len(first.text)
        for each in islice(remaining, BATCH - 1):
            batch.append(each)
            size += len(each.text)
            if size > BATCH_BYTES:
                break
        yield batch


@dataclass(frozen=True, kw_only=True)
class _Batch:
    """Rows ready to be copied in, the people they speak of, and where the file is read to with them."""

    rows: list[tuple[Any, ...]]
    subjects: dict[str, str]
    after: int
    place: int


def _ahead(batches: Iterator[list[Found]], prepare_all: Callable[[list[Found]], _Batch]) -> Iterator[_Batch]:
    """Batches in order, the next one made ready while the database keeps the one before."""

    def following() -> _Batch | None:
        found = next(batches, None)
        return prepare_all(found) if found else None

    with ThreadPoolExecutor(max_workers=1) as other:
        coming = other.submit(following)
        while batch := coming.result():
            coming = other.submit(following)
            yield batch


def _prepared(file: RunFile, batch: list[Found], house: House) -> _Batch:
    rows: list[tuple[Any, ...]] = []
    subjects: dict[str, str] = {}
    for each in batch:
        ready = prepare(
            each.text, house=house, source_id=each.source_id, only_patient=each.only_patient, why_not=each.why_not
        )
        rows.append(_as_copied([file.run_id, file.number, each.place, *ready.values]))
        if ready.subject.key and not subjects.get(ready.subject.key):
            subjects[ready.subject.key] = ready.subject.patient
    return _Batch(rows=rows, subjects=subjects, after=batch[-1].after, place=batch[-1].place)


def _as_copied(row: list[Any]) -> tuple[Any, ...]:
    """With its lists as the database spells them: the driver takes longer over a list than over the rest of the row."""
    for each in _ARRAYS:
        if row[each] is not None:
            row[each] = _array(map(str, row[each]))
    if row[_PARTS] is not None:
        row[_PARTS] = Jsonb(row[_PARTS])
    return tuple(row)


def _array(words: Iterable[str]) -> str:
    quoted = [each.replace("\\", "\\\\").replace('"', '\\"') for each in words]
    return '{"' + '","'.join(quoted) + '"}' if quoted else "{}"


def _keep(file: RunFile, batch: _Batch, *, by: Actor, at: datetime) -> None:
    """The batch's rows, its subjects and how far the file is read, together or not at all."""
    with step(file.run_id, by=by, at=at), connection.cursor() as cursor:
        now = RunFile.objects.get(id=file.id)
        if now.read_to != file.read_to or now.done:
            raise OvertakenBy
        _copy(cursor, batch.rows)
        cursor.execute(_SUBJECTS, [file.run_id, list(batch.subjects), list(batch.subjects.values())])
        file.read_to, file.places = batch.after, batch.place
        file.save(update_fields=["read_to", "places"])


def _copy(cursor: Any, rows: list[tuple[Any, ...]]) -> None:
    """COPY may not write through row-level security, so rows come by a table of this transaction's own."""
    cursor.execute(f"create temporary table coming on commit drop as select {_LISTED} from records_row with no data")
    with cursor.copy(f"copy coming ({_LISTED}) from stdin") as stream:
        for row in rows:
            stream.write_row(row)
    cursor.execute(f"insert into records_row ({_LISTED}) select {_LISTED} from coming")
    cursor.execute("drop table coming")


def _finish(file: RunFile, *, refused: str, by: Actor, at: datetime) -> None:
    with step(file.run_id, by=by, at=at):
        file.done, file.refused = True, refused
        file.save(update_fields=["done", "refused"])
