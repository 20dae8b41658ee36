"""How do changed rows reach the lake? They are written beside what is there, then one rename puts all in force together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
from django.db import connection, transaction

from homeward.access.api import gate
from homeward.foundation import events
from homeward.measures.actions.compile_measures import compiled, shape
from homeward.measures.actions.declared_rows import declared
from homeward.measures.actions.keep_versions import keep_versions
from homeward.measures.actions.lake.changes import Done, changed, hidden_ids, nobody, whole
from homeward.measures.actions.lake.columns import schema_of
from homeward.measures.actions.lake.compact import compacted
from homeward.measures.actions.lake.draw import drawn, still_meant, summed
from homeward.measures.actions.lake.parts import Writing, all_there, in_order, no_ids
from homeward.measures.actions.lake.reading import Reader, readers
from homeward.measures.actions.lake.sweep import sweep
from homeward.measures.catalogue import Catalogue, Drawn, Part, current, lake, publish
from homeward.measures.extracts import AREAS, DAYS, EXTRACTS, NEEDS, Extract
from homeward.measures.queries.spoken_of import Spoken, others_in, spoken_of

Files = dict[str, dict[str, list[Part]]]
READERS = (
    3  # connections that read side by side when all is written anew; each waits for its file or its server now and then
)


def refresh_lake(
    *, at: datetime, everything: bool = False, folder: Path | None = None, seen: Callable[[], None] | None = None,
    done: Done = nobody,
) -> Catalogue | None:  # fmt: skip
    """Bring the lake up to `at`; returns its catalogue, or None when another refresh is at work.

    Only rows that events speak of since the last time are read, unless `everything`. The numbers see them as soon as the
    catalogue is out; months with many small files are gathered into one afterwards, which changes no number. `done` is told
    each stretch of the work as it is over.
    """
    folder = folder or lake()
    folder.mkdir(parents=True, exist_ok=True)
    in_hand = connection.in_atomic_block
    with transaction.atomic(), gate.job("extract", at=at):
        if not _alone():
            return None
        before = None if everything else current(folder)
        if before is not None and (before.shape != shape() or not _all_there(before, folder)):
            before = None
        spoken = spoken_of(events.Watermark(xid=before.xid, position=before.position) if before else None)
        done("what events speak of asked for")
        if spoken.too_many:
            before = None
        with readers(at=at, in_hand=in_hand, many=1 if before else READERS, spoken=spoken if before else None) as reads:
            done("connected")
            files = _written(reads, before, spoken, folder, at=at, done=done)
        counted = Catalogue(
            as_of=at, xid=spoken.to.xid, position=spoken.to.position, files=files, measures=compiled(at), shape=shape(),
            drawn=still_meant(before) if before else Drawn(),
        )  # fmt: skip
        made = summed(counted, folder)
        done("measures compiled and summed")
        publish(made, folder)
        done("put in force")
        if seen:
            seen()
        keep_versions(at=at)
        tidied = drawn(compacted(made, folder), folder)
        sweep(tidied, folder, just_left=made)
    return tidied


def _written(
    reads: Sequence[Reader], before: Catalogue | None, spoken: Spoken, folder: Path, *, at: datetime, done: Done
) -> Files:
    if before is None:
        files = whole(reads, EXTRACTS, folder)
    else:
        former = {table: {label: list(parts) for label, parts in each.items()} for table, each in before.files.items()}
        named = in_order(hidden_ids(spoken.ids))
        files = {
            each.name: changed(reads[0], each, named, others_in(each, spoken), former.get(each.name, {}), folder, done)
            for each in EXTRACTS
        }
    given = declared(at)
    for extract in (AREAS, NEEDS, DAYS):
        part = _declared(folder, extract, given[extract.name])
        files[extract.name] = {"all": [part]} if part else {}
    done("declarations written")
    return files


def _all_there(before: Catalogue, folder: Path) -> bool:
    return all(all_there(before.parts(table), folder) for table in before.files)


def _alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(hashtext('measures_lake'))")
        return bool(cursor.fetchone()[0])


def _declared(folder: Path, extract: Extract, batches: Iterable[list[tuple[Any, ...]]]) -> Part | None:
    writing = Writing(folder, extract, "all")
    for table in _tables(extract, batches):
        writing.add(table, no_ids(table.num_rows))
    return writing.finish()


def _tables(extract: Extract, batches: Iterable[list[tuple[Any, ...]]]) -> Iterator[pa.Table]:
    schema = schema_of(extract)
    for batch in batches:
        columns = list(zip(*batch, strict=True)) or [()] * len(schema)
        arrays = [pa.array(values, type=field.type) for values, field in zip(columns, schema, strict=True)]
        yield pa.Table.from_arrays(arrays, schema=schema)
