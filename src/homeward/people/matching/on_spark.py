"""How are pairs weighed by Spark, for populations larger than one machine compares? The same declaration, said in Spark's SQL.

Spark is an extra to install (`homeward-care[spark]`, Java 17). It takes the tidied records as Parquet from a folder that every
worker must see: the one for temporary files (TMPDIR). On one machine DuckDB is many times as fast.
"""

import re
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from homeward.foundation.spark import is_elsewhere, spark_session
from homeward.people.matching.training import LOWEST, Records, learn, quietly, settings

if TYPE_CHECKING:
    import duckdb

# As DuckDB says it, and as Spark with Splink's functions does.
_NAMES = {"jaro_winkler_similarity": "jaro_winkler", "starts_with": "startswith"}
_PART = re.compile(r"\b(\w+)\[(?:(\d+)?(:))?(\d+)\]")


def in_spark(sql: str) -> str:
    """A condition of ours in Spark's words: 'birth_l[1:4]' is 'substring(birth_l, 1, 4)'."""
    for ours, theirs in _NAMES.items():
        sql = sql.replace(f"{ours}(", f"{theirs}(")

    def part(found: re.Match[str]) -> str:
        name, first, several, last = found.groups()
        begins = int(first or 1) if several else int(last)
        return f"substring({name}, {begins}, {int(last) - begins + 1})"

    return _PART.sub(part, sql)


def scored_by_spark(records: Records, connection: "duckdb.DuckDBPyConnection") -> str:
    """The name of a table of pairs in DuckDB: `row_l`, `row_r`, `weight`. Raises SparkMissing."""
    with tempfile.TemporaryDirectory(prefix="homeward-link-") as folder, warnings.catch_warnings(), quietly():
        warnings.simplefilter("ignore")
        spark = _session(Path(folder))
        try:
            _weigh(records, connection, spark, Path(folder))
            connection.execute(
                "create or replace table scored as select row_l, row_r, match_weight as weight"
                f" from read_parquet('{folder}/scored/*.parquet')"
            )
        finally:
            if not is_elsewhere():
                spark.stop()
    return "scored"


def _weigh(records: Records, connection: "duckdb.DuckDBPyConnection", spark: Any, folder: Path) -> None:
    from splink import Linker
    from splink.backends.spark import SparkAPI

    database = SparkAPI(spark_session=spark, break_lineage_method="persist")
    registered = []
    for each in records.tables:
        connection.execute(f"""copy "{each}" to '{folder / each}.parquet' (format parquet)""")
        frame = spark.read.parquet(f"{folder / each}.parquet")
        registered.append(database.register(frame, dataset_display_name=each))
    linker = Linker(registered, settings(records, said=in_spark))
    learn(linker, records)
    found = linker.inference.predict(threshold_match_weight=LOWEST).as_spark_dataframe()
    found.select("row_l", "row_r", "match_weight").write.parquet(str(folder / "scored"))


def _session(folder: Path) -> Any:
    def given() -> dict[str, str]:
        from splink.backends.spark import similarity_jar_location

        return {
            "spark.jars": similarity_jar_location(), "spark.sql.shuffle.partitions": "8", "spark.default.parallelism": "8",
            "spark.local.dir": str(folder), "spark.ui.showConsoleProgress": "false", "spark.sql.warehouse.dir": str(folder / "warehouse"),
        }  # fmt: skip

    return spark_session("homeward link", given)
