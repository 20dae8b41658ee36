"""Which engines give the rows of a measure? The same expression on each, the same rows to the last one."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa

from homeward.measures.actions.engines import duckdb, postgres, spark
from homeward.measures.actions.engines.base import Engine
from homeward.measures.queries.asking import measure_called, query_of
from homeward.measures.queries.lake import catalogue_now

ENGINES: Mapping[str, Engine] = {"duckdb": duckdb.rows, "postgres": postgres.rows, "spark": spark.rows}


def rows_of_measure(code: str, *, engine: str = "duckdb") -> pa.Table:
    """Every row of the measure as of the lake's moment. Raises NotFound, NotCountedYet, SparkMissing.

    duckdb and spark read the lake; postgres reads the tables as they are now, behind the gate.
    """
    catalogue = catalogue_now()
    query_of(code, catalogue)  # says what it waits for when nothing computes it yet
    return ENGINES[engine](measure_called(code), catalogue)


def plain_rows(table: pa.Table) -> list[dict[str, Any]]:
    """The rows in the order of their ids, in values that compare across engines: moments in UTC, numbers as they are."""
    rows = [{name: _plain(value) for name, value in row.items()} for row in table.to_pylist()]
    return sorted(rows, key=lambda row: (str(row["row_id"]), str(row["started_at"])))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
