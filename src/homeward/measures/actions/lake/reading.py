"""How are rows read from the database? As Arrow by a connection of its own, behind the gate; or by the one in hand.

The gate opens for one transaction of one connection, so the second connection opens it for itself, as the same job. Where
the caller's transaction has not ended (a test, a command), nobody else can see its rows, and its own connection reads them.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode

import pyarrow as pa
from django.db import connection

from homeward.access.api import gate
from homeward.measures.actions.lake.columns import ARROW
from homeward.measures.actions.lake.packing import packed, unpacked
from homeward.measures.extracts import Extract
from homeward.measures.queries.spoken_of import Spoken, naming

Reader = Callable[[Extract, str], Iterator[pa.RecordBatch]]
BATCH = 20_000


@contextmanager
def readers(*, at: datetime, in_hand: bool, many: int, spoken: Spoken | None) -> Iterator[list[Reader]]:
    """So many that may read at once; only one where it is done by the connection `in_hand`, inside its open gate.

    The first of them, and the connection in hand, know the ids that were `spoken` of.
    """
    if spoken and spoken.ids:
        with connection.cursor() as cursor:
            for statement in naming(spoken):
                cursor.execute(statement)
    if in_hand:
        yield [_by_rows]
        return
    from adbc_driver_postgresql import dbapi  # 25 MB that only the worker carries

    with closing(dbapi.connect(_address())) as first, ExitStack() as opened:
        ways = [first, *(opened.enter_context(closing(first.adbc_clone())) for _ in range(many - 1))]
        yield [opened.enter_context(_reading(way, at=at, spoken=spoken if way is first else None)) for way in ways]


@contextmanager
def _reading(way: Any, *, at: datetime, spoken: Spoken | None) -> Iterator[Reader]:
    """Reads rows of an extract that meet a condition ('' for all), by another connection. A clone knows the types already."""
    with closing(way.cursor()) as cursor:
        cursor.execute("set time zone 'UTC'")
        cursor.execute(gate.job_elsewhere("extract", at=at))
        cursor.fetchall()
        for statement in naming(spoken) if spoken and spoken.ids else ():
            cursor.execute(statement)

        def stream(extract: Extract, condition: str) -> Iterator[pa.RecordBatch]:
            cursor.execute(_query(extract, condition, packed(extract)))
            for batch in cursor.fetch_record_batch():
                yield unpacked(batch, extract)

        yield stream
    way.commit()  # the opening is written down


def _query(extract: Extract, condition: str, columns: str = "") -> str:
    where = f" where {condition}" if condition else ""
    return f"select {columns or ', '.join(extract.columns)} from ({extract.sql}) rows{where}"


def _by_rows(extract: Extract, condition: str) -> Iterator[pa.RecordBatch]:
    schema = pa.schema(
        [(name, pa.binary(16) if kind == "uuid" else ARROW[kind]) for name, kind in extract.columns.items()]
    )
    ids = [at for at, kind in enumerate(extract.columns.values()) if kind == "uuid"]
    with connection.chunked_cursor() as cursor:
        cursor.execute(_query(extract, condition))
        while rows := cursor.fetchmany(BATCH):
            columns = [list(values) for values in zip(*rows, strict=True)]
            for at in ids:
                columns[at] = [value and value.bytes for value in columns[at]]
            arrays = [pa.array(values, type=field.type) for values, field in zip(columns, schema, strict=True)]
            yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def _address() -> str:
    """The address of Django's database, as a second driver wants it."""
    known = connection.get_connection_params()
    who = quote(str(known.get("user") or ""), safe="")
    if known.get("password"):
        who += ":" + quote(str(known["password"]), safe="")
    named = {
        name: known[name] for name in ("host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey") if known.get(name)
    }
    return f"postgresql://{who}{'@' if who else ''}/{quote(str(known.get('dbname') or ''), safe='')}?{urlencode(named)}"
