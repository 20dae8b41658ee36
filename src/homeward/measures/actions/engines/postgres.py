"""How does PostgreSQL give the rows? From the tables themselves, seen through temporary views named as the extracts are.

No lake is read: what was written a moment ago is counted. The job's opening of the gate lets it read, and is written down.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import pyarrow as pa
from django.db import connection, transaction
from psycopg import sql

from homeward.access.api import gate
from homeward.grammar.api import Measure
from homeward.measures.actions.compile_measures import sql_of
from homeward.measures.actions.declared_rows import declared
from homeward.measures.actions.engines.base import tables_in
from homeward.measures.catalogue import Catalogue
from homeward.measures.extracts import Extract
from homeward.measures.queries.pseudonyms import pseudonym

TYPES = {
    "uuid": "text", "string": "text", "timestamp": "timestamptz", "date": "date", "float": "float8", "integer": "bigint",
    "boolean": "boolean",
}  # fmt: skip
_IDS = ("row_id", "person_id")


def rows(measure: Measure, catalogue: Catalogue) -> pa.Table:
    """All of them, under the pseudonyms of the lake."""
    query = sql_of(measure, catalogue.as_of, dialect="postgres")
    with transaction.atomic(), gate.job("extract", at=catalogue.as_of), connection.cursor() as cursor:
        made = [extract.name for extract in tables_in(query)]
        given = declared(catalogue.as_of)
        for extract in tables_in(query):
            cursor.execute(_view(extract, given.get(extract.name)))
        cursor.execute(query)
        names = [column.name for column in cursor.description]
        found = [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
        for name in made:
            cursor.execute(sql.SQL("drop view {}").format(sql.Identifier("pg_temp", name)))
    for row in found:
        row |= {name: row[name] and pseudonym(UUID(row[name])) for name in _IDS}
    return pa.Table.from_pylist(found) if found else pa.table({name: pa.nulls(0) for name in names})


def _view(extract: Extract, given: Iterable[list[tuple[Any, ...]]] | None) -> Any:
    columns = ", ".join(f"{name}::{TYPES[kind]} as {name}" for name, kind in extract.columns.items())
    body = sql.SQL(extract.sql) if given is None else _values(extract, given)
    return sql.SQL("create temporary view {} as select {} from ({}) rows").format(
        sql.Identifier(extract.name), sql.SQL(columns), body
    )


def _values(extract: Extract, batches: Iterable[list[tuple[Any, ...]]]) -> Any:
    listed = [sql.SQL("({})").format(sql.SQL(", ").join(map(sql.Literal, row))) for batch in batches for row in batch]
    if not listed:
        return sql.SQL("select {} where false").format(
            sql.SQL(", ").join(sql.SQL("null as {}").format(sql.Identifier(name)) for name in extract.columns)
        )
    names = sql.SQL(", ").join(map(sql.Identifier, extract.columns))
    return sql.SQL("select * from (values {}) as declared ({})").format(sql.SQL(", ").join(listed), names)
