"""What is in the file that anyone may open? Counts by week and by locality, with the small ones kept back."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache

from homeward.foundation.moments import london_day
from homeward.measures.queries.asking import Asked
from homeward.measures.queries.figure import Figure, counted
from homeward.measures.queries.lake import catalogue_now
from homeward.measures.rules.periods import monday_of
from homeward.measures.rules.suppress import Cell, suppressed

KEPT_BACK = "*"
WEEKS = 52
HEAD = ("measure", "part", "value", "numerator", "denominator", "percent")


def open_file(code: str) -> str:
    """The measure over the last 52 whole weeks as CSV. Nothing else may be asked for, so no two files can be subtracted.

    '*' stands for counts kept back because they are small or would give a small one away.
    """
    return _written(code, catalogue_now().as_of)


@lru_cache(maxsize=64)  # anyone may ask, as often as they like: it is counted once each time the lake is written
def _written(code: str, as_of: datetime) -> str:
    last = monday_of(london_day(as_of)) - timedelta(days=1)
    figure = counted(code, asked=Asked(first=last - timedelta(weeks=WEEKS) + timedelta(days=1), last=last))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for part, cells in _tables(figure):
        for cell in suppressed(cells):
            writer.writerow([code, part, cell.label, *_said(cell)])
    return out.getvalue()


def _tables(figure: Figure) -> Iterable[tuple[str, list[Cell]]]:
    yield "all", [Cell(label="", numerator=figure.numerator, denominator=figure.denominator)]
    weeks = [point for point in figure.series if point.complete]
    yield (
        "week beginning",
        [Cell(label=p.at.isoformat(), numerator=p.numerator, denominator=p.denominator) for p in weeks],
    )
    parts = figure.cuts.get("locality", ())
    yield "locality", [Cell(label=p.label, numerator=p.numerator, denominator=p.denominator) for p in parts]


def _said(cell: Cell) -> tuple[str, str, str]:
    if cell.kept_back or cell.numerator is None or cell.denominator is None:
        return (KEPT_BACK, KEPT_BACK, KEPT_BACK)
    percent = f"{100 * cell.numerator / cell.denominator:.1f}" if cell.denominator else ""
    return (str(cell.numerator), str(cell.denominator), percent)
