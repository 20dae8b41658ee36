"""Which query gives the rows behind each measure? Its declared expression, compiled once by the worker.

Web processes read the text of the query from the catalogue, so they never import Ibis (docs/decisions).
"""

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any

from homeward.directory import api as directory
from homeward.grammar.api import Measure
from homeward.measures.extracts import TABLES
from homeward.measures.queries.pseudonyms import fingerprint
from homeward.measures.vocabulary import ROW_COLUMNS

# Every query is compiled for a moment that never was, so that its text changes only when the measure does; the moment of the
# lake is put in afterwards.
NEVER = datetime(1, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)


def compiled(as_of: datetime) -> dict[str, str]:
    """DuckDB's SQL for the rows of every measure that has an expression, by code."""
    measures = directory.place().measures.values()
    return {measure.code: sql_of(measure, as_of) for measure in measures if measure.expression is not None}


def sql_of(measure: Measure, as_of: datetime, *, dialect: str = "duckdb") -> str:
    """The rows of one measure as SQL. Raises ValueError when its expression leaves out a column that every measure has."""
    return at_moment(template_of(measure, dialect), as_of, dialect)


def at_moment(template: str, as_of: datetime, dialect: str = "duckdb") -> str:
    """The query of a template for one moment."""
    return template.replace(_literal(NEVER, dialect), _literal(as_of, dialect))


def template_of(measure: Measure, dialect: str = "duckdb") -> str:
    """The same for no moment in particular."""
    assert measure.expression is not None  # the caller asks only for those that have one
    return _compiled(measure.expression, measure.code, dialect)


@cache  # compiling one takes 20 to 50 ms and there are dozens; a reloaded place brings new functions
def _compiled(expression: Callable[[Any], Any], code: str, dialect: str) -> str:
    import ibis  # here, because only the worker needs it

    if dialect == "pyspark":
        getattr(ibis, dialect)  # its compiler asks for options that only loading the backend gives
    rows = expression(tables(NEVER))
    missing = [name for name in ROW_COLUMNS if name not in rows.columns]
    if missing:
        raise ValueError(f"The expression of {code} gives no column {', '.join(missing)}.")
    return str(ibis.to_sql(rows, dialect=dialect))


def moment_text(dialect: str = "duckdb") -> str:
    """What stands in a template for the moment of the lake."""
    return _literal(NEVER, dialect)


@lru_cache(maxsize=64)
def _literal(moment: datetime, dialect: str) -> str:
    """How a dialect writes a moment."""
    import ibis

    if moment != NEVER:
        return f"CAST('{moment.isoformat()}' AS {'TIMESTAMP' if dialect == 'pyspark' else 'TIMESTAMPTZ'})"
    text = str(ibis.to_sql(ibis.literal(moment, type="timestamp('UTC', 6)").name("moment"), dialect=dialect))
    return text.removeprefix("SELECT").rpartition(" AS ")[0].strip()


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
