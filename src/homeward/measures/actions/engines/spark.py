"""How does Spark give the rows? From the lake's files, here or on a cluster that sees them. It is an extra to install.

It pays where the lake is larger than one machine reads; on one machine DuckDB is many times as fast (bench measures).
"""

import re
import warnings
from functools import reduce
from pathlib import Path
from typing import Any

import pyarrow as pa

from homeward.foundation.spark import spark_session
from homeward.grammar.api import Measure
from homeward.measures.actions.compile_measures import sql_of
from homeward.measures.actions.engines.base import tables_in
from homeward.measures.catalogue import Catalogue, Part, lake
from homeward.measures.extracts import Extract

SPARK_TYPES = {
    "uuid": "string", "string": "string", "timestamp": "timestamp", "date": "date", "float": "double", "integer": "bigint",
    "boolean": "boolean",
}  # fmt: skip


def rows(measure: Measure, catalogue: Catalogue) -> pa.Table:
    """All of them. Raises SparkMissing."""
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", FutureWarning
        )  # Spark warns of the newest pandas, which is not used on this way
        spark = session()
        query = sql_of(measure, catalogue.as_of, dialect="pyspark")
        for extract in tables_in(query):
            _frame(spark, extract, list(catalogue.parts(extract.name)), lake()).createOrReplaceTempView(extract.name)
        return spark.sql(in_floats(query)).toArrow()


def in_floats(query: str) -> str:
    """The query with its decimal numbers as doubles, as every other engine reads them; what stands in quotes is left alone."""
    parts = query.split("'")
    return "'".join(
        re.sub(r"(?<![\w.])\d+\.\d+(?![\w.])", r"\g<0>D", part) if at % 2 == 0 else part
        for at, part in enumerate(parts)
    )


def session() -> Any:
    """The same one until another task of this process needs Spark."""
    return spark_session(
        "homeward measures",
        lambda: {
            "spark.sql.session.timeZone": "UTC", "spark.sql.shuffle.partitions": "8", "spark.sql.parquet.filterPushdown": "true",
        },
    )  # fmt: skip


def _frame(spark: Any, extract: Extract, parts: list[Part], folder: Path) -> Any:
    """Every file's rows but those struck out."""
    columns = list(extract.columns)
    whole = [str(folder / part.path) for part in parts if not part.dead]
    frames = [spark.read.parquet(*whole).select(*columns)] if whole else []
    for part in parts:
        if part.dead:
            numbered = spark.read.parquet(str(folder / part.path)).selectExpr(*columns, "_metadata.row_index as row")
            dead = spark.read.parquet(str(folder / part.dead))
            frames.append(numbered.join(dead, "row", "left_anti").select(*columns))
    if not frames:
        return spark.createDataFrame(
            [], ", ".join(f"{name} {SPARK_TYPES[kind]}" for name, kind in extract.columns.items())
        )
    return reduce(lambda one, other: one.unionAll(other), frames)
