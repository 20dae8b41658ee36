"""What does a measure say when another engine gives its rows? The same count of them, whichever engine it was."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from homeward.measures.queries.asking import Asked, measure_called, query_of
from homeward.measures.queries.by_age import ByAge, of_rows
from homeward.measures.queries.lake import catalogue_now, opened
from homeward.measures.queries.tabulate import Line, tabulated


def ask_engine(
    code: str, *, engine: str, asked: Asked, by: Sequence[str], lenient: bool = False
) -> tuple[list[Line], datetime]:
    """One line for each combination of the cuts, and the moment they were counted for. `lenient`: a cut that the rows lack is empty.

    Raises NotFound, NotCountedYet, Invalid (a cut), SparkMissing.
    """
    measure, as_of = measure_called(code), catalogue_now().as_of
    with _rows(code, engine) as (lake, query):
        return tabulated(lake, query, measure, asked=asked, by=by, lenient=lenient), as_of


def ask_by_age(code: str, *, engine: str, asked: Asked) -> ByAge | None:
    """The same rate of all and of each locality, standardised for age; None for a measure that names no standard.

    Raises NotFound, NotCountedYet, SparkMissing.
    """
    measure, as_of = measure_called(code), catalogue_now().as_of
    if not measure.standard:
        return None
    with _rows(code, engine) as (lake, query):
        return of_rows(lake, query, measure, asked=asked, as_of=as_of)


@contextmanager
def _rows(code: str, engine: str) -> Iterator[tuple[Any, str]]:
    """The lake, and the query by which it gives the measure's rows, whichever engine they are of."""
    catalogue = catalogue_now()
    query = query_of(code, catalogue)
    with opened(catalogue) as lake:
        if engine == "duckdb":
            yield lake, query
            return
        lake.register("rows_of_engine", rows_of_measure(code, engine=engine))
        try:
            yield lake, "select * from rows_of_engine"
        finally:
            lake.unregister("rows_of_engine")


def rows_of_measure(code: str, *, engine: str = "duckdb") -> Any:
    """Every row of a measure as an Arrow table, from that engine. Raises NotFound, NotCountedYet, SparkMissing."""
    from homeward.measures.actions import engines  # Arrow and Ibis, which pages need not carry

    return engines.rows_of_measure(code, engine=engine)
