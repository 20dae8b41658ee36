"""What does a measure say when another engine gives its rows? The same count of them, whichever engine it was."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from homeward.measures.queries.asking import Asked, measure_called, query_of
from homeward.measures.queries.lake import catalogue_now, opened
from homeward.measures.queries.tabulate import Line, tabulated


def ask_engine(
    code: str, *, engine: str, asked: Asked, by: Sequence[str], lenient: bool = False
) -> tuple[list[Line], datetime]:
    """One line for each combination of the cuts, and the moment they were counted for. `lenient`: a cut that the rows lack is empty.

    Raises NotFound, NotCountedYet, Invalid (a cut), SparkMissing.
    """
    catalogue = catalogue_now()
    measure, query = measure_called(code), query_of(code, catalogue)
    with opened(catalogue) as lake:
        if engine == "duckdb":
            return tabulated(lake, query, measure, asked=asked, by=by, lenient=lenient), catalogue.as_of
        lake.register("rows_of_engine", rows_of_measure(code, engine=engine))
        try:
            return tabulated(
                lake, "select * from rows_of_engine", measure, asked=asked, by=by, lenient=lenient
            ), catalogue.as_of
        finally:
            lake.unregister("rows_of_engine")


def rows_of_measure(code: str, *, engine: str = "duckdb") -> Any:
    """Every row of a measure as an Arrow table, from that engine. Raises NotFound, NotCountedYet, SparkMissing."""
    from homeward.measures.actions import engines  # Arrow and Ibis, which pages need not carry

    return engines.rows_of_measure(code, engine=engine)
