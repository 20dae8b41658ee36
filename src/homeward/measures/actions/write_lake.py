"""How do changed rows reach the lake? Months that changed are written anew, then one rename puts them in force."""

import shutil
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from django.db import connection, transaction

from homeward.access.api import gate
from homeward.foundation import events
from homeward.measures.actions.compile_measures import compiled, shape
from homeward.measures.actions.declared_rows import area_rows, need_rows
from homeward.measures.catalogue import Catalogue, current, lake, publish
from homeward.measures.extracts import AREAS, EXTRACTS, NEEDS, Extract
from homeward.measures.queries.months_held import months_held
from homeward.measures.queries.spoken_of import Spoken, changed_in, spoken_of

ARROW = {
    "uuid": pa.string(),
    "string": pa.string(),
    "timestamp": pa.timestamp("us", tz="UTC"),
    "date": pa.date32(),
    "float": pa.float64(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
}
BATCH = 20_000
KEEP_SECONDS = 900  # a reader may still hold the former catalogue


def refresh_lake(*, at: datetime, everything: bool = False, folder: Path | None = None) -> Catalogue | None:
    """Bring the lake up to `at`; returns its catalogue, or None when another refresh is at work.

    Only months with rows that events speak of since the last time are read, unless `everything`.
    """
    folder = folder or lake()
    folder.mkdir(parents=True, exist_ok=True)
    with transaction.atomic(), gate.job("extract", at=at):
        if not _alone():
            return None
        before = None if everything else current(folder)
        if before is not None and before.shape != shape():
            before = None
        spoken = spoken_of(events.Watermark(xid=before.xid, position=before.position) if before else None)
        if spoken.too_many:
            before = None
        files = {name: dict(months) for name, months in before.files.items()} if before else {}
        for extract in EXTRACTS:
            months = _all_months(extract) if before is None else _months_touched(extract, spoken, before, folder)
            _write_months(extract, months, files.setdefault(extract.name, {}), folder)
        files[AREAS.name] = {"all": _write(folder, AREAS, "all", area_rows())}
        files[NEEDS.name] = {"all": _write(folder, NEEDS, "all", need_rows())}
        made = Catalogue(
            as_of=at, xid=spoken.to.xid, position=spoken.to.position, files=files, measures=compiled(at), shape=shape()
        )
    publish(made, folder)
    _sweep(made, folder)
    return made


def _alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(hashtext('measures_lake'))")
        return bool(cursor.fetchone()[0])


def _all_months(extract: Extract) -> set[date]:
    return _months(f"select distinct {_month(extract)} from ({extract.sql}) rows", [])


def _months_touched(extract: Extract, spoken: Spoken, before: Catalogue, folder: Path) -> set[date]:
    changed = changed_in(extract, spoken)
    if not changed:
        return set()
    now = _months(
        f"select distinct {_month(extract)} from ({extract.sql}) rows where {extract.by} = any (%s)", [list(changed)]
    )
    return now | months_held(before, extract, changed, folder)


def _month(extract: Extract) -> str:
    return f"date_trunc('month', {extract.month_of} at time zone 'UTC')::date"


def _months(query: str, values: list[Any]) -> set[date]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return {row[0] for row in cursor.fetchall()}


def _write_months(extract: Extract, months: Iterable[date], files: dict[str, str], folder: Path) -> None:
    for month in sorted(months):
        label = f"{month:%Y-%m}"
        written = _write(folder, extract, label, _rows(extract, month))
        if written:
            files[label] = written
        else:
            files.pop(label, None)


def _rows(extract: Extract, month: date) -> Iterator[list[tuple[Any, ...]]]:
    starts = datetime(month.year, month.month, 1, tzinfo=UTC)
    ends = datetime(month.year + month.month // 12, month.month % 12 + 1, 1, tzinfo=UTC)
    columns = ", ".join(f"{name}::text" if kind == "uuid" else name for name, kind in extract.columns.items())
    query = f"select {columns} from ({extract.sql}) rows where {extract.month_of} >= %s and {extract.month_of} < %s"
    with connection.chunked_cursor() as cursor:
        cursor.execute(query, [starts, ends])
        while batch := cursor.fetchmany(BATCH):
            yield batch


def _write(folder: Path, extract: Extract, label: str, batches: Iterable[list[tuple[Any, ...]]]) -> str:
    """One Parquet file of all batches; '' when there are no rows. Returns its path within the lake."""
    schema = pa.schema([(name, ARROW[kind]) for name, kind in extract.columns.items()])
    home = folder / extract.name / f"month={label}"
    home.mkdir(parents=True, exist_ok=True)
    path = home / f"part-{time.time_ns():x}.parquet"
    rows = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in batches:
            columns = list(zip(*batch, strict=True))
            arrays = [pa.array(values, type=field.type) for values, field in zip(columns, schema, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            rows += len(batch)
    if rows:
        return str(path.relative_to(folder))
    path.unlink()
    return ""


def _sweep(made: Catalogue, folder: Path) -> None:
    """Remove files that no catalogue names any more, once nobody can still be reading them."""
    named = {folder / path for months in made.files.values() for path in months.values()}
    old = time.time() - KEEP_SECONDS
    held: dict[Path, int] = defaultdict(int)
    for path in folder.glob("*/month=*/*.parquet"):
        if path not in named and path.stat().st_mtime < old:
            path.unlink(missing_ok=True)
        else:
            held[path.parent] += 1
    for home in folder.glob("*/month=*"):
        if not held[home] and home.stat().st_mtime < old:
            shutil.rmtree(home, ignore_errors=True)
