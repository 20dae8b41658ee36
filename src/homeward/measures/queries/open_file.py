"""What is in the file that anyone may open? Counts by week and by locality, with the small ones kept back."""

import csv
import io
from collections.abc import Iterable

from homeward.measures.queries.asking import Asked
from homeward.measures.queries.figure import Figure, counted
from homeward.measures.rules.suppress import Cell, suppressed

KEPT_BACK = "*"
HEAD = ("measure", "part", "value", "numerator", "denominator", "percent")


def open_file(code: str, *, asked: Asked) -> str:
    """The measure as CSV. '*' stands for counts kept back because they are small or would give a small one away."""
    figure = counted(code, asked=asked)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for part, cells in _tables(figure):
        for cell in suppressed(cells):
            writer.writerow([code, part, cell.label, *_said(cell)])
    return out.getvalue()


def _tables(figure: Figure) -> Iterable[tuple[str, list[Cell]]]:
    yield "all", [Cell(label="", numerator=figure.numerator, denominator=figure.denominator)]
    weeks = [point for point in figure.weeks if point.complete]
    yield (
        "week beginning",
        [Cell(label=p.monday.isoformat(), numerator=p.numerator, denominator=p.denominator) for p in weeks],
    )
    parts = figure.cuts["locality"]
    yield "locality", [Cell(label=p.label, numerator=p.numerator, denominator=p.denominator) for p in parts]


def _said(cell: Cell) -> tuple[str, str, str]:
    if cell.kept_back or cell.numerator is None or cell.denominator is None:
        return (KEPT_BACK, KEPT_BACK, KEPT_BACK)
    percent = f"{100 * cell.numerator / cell.denominator:.1f}" if cell.denominator else ""
    return (str(cell.numerator), str(cell.denominator), percent)
