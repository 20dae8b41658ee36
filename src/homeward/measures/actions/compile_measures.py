"""Which query gives the rows behind each measure? Its declared expression, compiled once by the worker.

Web processes read the text of the query from the catalogue, so they never import Ibis (docs/decisions).
"""

import hashlib
import json
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from homeward.directory import api as directory
from homeward.grammar.api import Measure
from homeward.measures.extracts import TABLES
from homeward.measures.queries.pseudonyms import fingerprint
from homeward.measures.vocabulary import ROW_COLUMNS


def compiled(as_of: datetime) -> dict[str, str]:
    """DuckDB's SQL for the rows of every measure that has an expression, by code."""
    measures = directory.place().measures.values()
    return {measure.code: sql_of(measure, as_of) for measure in measures if measure.expression is not None}


def sql_of(measure: Measure, as_of: datetime, *, dialect: str = "duckdb") -> str:
    """The rows of one measure as SQL. Raises ValueError when its expression leaves out a column that every measure has."""
    import ibis  # here, because only the worker needs it

    assert measure.expression is not None  # the caller asks only for those that have one
    rows = measure.expression(tables(as_of))
    missing = [name for name in ROW_COLUMNS if name not in rows.columns]
    if missing:
        raise ValueError(f"The expression of {measure.code} gives no column {', '.join(missing)}.")
    return str(ibis.to_sql(rows, dialect=dialect))


def tables(as_of: datetime) -> Any:
    """What an expression is given: a table for each extract, the areas, and the moment the lake was written."""
    import ibis  # here, because only the worker needs it

    named = {each.name: ibis.table(each.schema, name=each.name) for each in TABLES}
    return SimpleNamespace(**named, as_of=ibis.literal(as_of, type="timestamp('UTC', 6)"))


def shape() -> str:
    """A digest of the lake's columns, queries and key: when it changes, all is written anew."""
    said = json.dumps([(each.name, dict(each.columns), each.sql, each.month_of, each.by) for each in TABLES])
    said += fingerprint()
    return hashlib.sha256(said.encode()).hexdigest()[:16]
