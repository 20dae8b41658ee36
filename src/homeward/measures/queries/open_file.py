"""What is in the files that anyone may open? The public number as CSV or as JSON, with what it means."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from homeward.foundation.moments import london_day
from homeward.grammar.api import Measure
from homeward.measures.queries.files.made_up import made_up
from homeward.measures.queries.public import PublicNumber, Quarter, public_number
from homeward.measures.rules.plain_cells import plain
from homeward.measures.rules.suppress import PublicCell

KEPT_BACK = "*"
HEAD = ("measure", "version", "quarter", "part", "value", "numerator", "denominator", "percent", "figure", "coverage")
RULE = (
    "Counts of 1 to {under} are kept back (*), and others with them where one could be worked out. Counts are rounded to {to}; "
    "percentages are of the rounded counts. A quarter that is itself kept back for being small is not divided. Only whole quarters "
    "are given, four weeks after they end."
)


def open_file(code: str) -> str:
    """The number as CSV: one row for each quarter, month and group, then notes. Raises NotFound, NotCountedYet."""
    number = public_number(code)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for quarter in number.quarters:
        for part, cell in _cells(quarter):
            writer.writerow([plain(each) for each in _row(number.measure, quarter, part, cell)])
    for name, words in notes(number):
        writer.writerow([plain(each) for each in (code, number.measure.version, "", f"note: {name}", words)])
    return out.getvalue()


def open_json(code: str) -> str:
    """The same as JSON."""
    number = public_number(code)
    said: dict[str, Any] = {"measure": code, **dict(notes(number)), "quarters": []}
    for quarter in number.quarters:
        parts = [
            {"part": part, "value": cell.label, "code": cell.code, "numerator": cell.numerator,
             "denominator": cell.denominator, "percent": cell.percent, "kept_back": cell.kept_back}
            for part, cell in _cells(quarter)
        ]  # fmt: skip
        said["quarters"].append(
            {"begins": quarter.begins.isoformat(), "ends": quarter.ends.isoformat(), "figure": quarter.figure,
             "coverage_percent": quarter.coverage, "parts": parts}
        )  # fmt: skip
    return json.dumps(said, ensure_ascii=False, indent=1)


def notes(number: PublicNumber) -> list[tuple[str, str]]:
    """What the reader of a file must know, whatever its form."""
    measure = number.measure
    return [
        ("title", measure.title),
        ("definition", measure.definition),
        ("counted", measure.numerator),
        ("out of", measure.denominator),
        ("version", measure.version),
        ("unit", measure.unit),
        ("as of", london_day(number.as_of).isoformat()),
        ("source", measure.source),
        ("disclosure", RULE.format(under=measure.small_numbers.least - 1, to=measure.small_numbers.round_to)),
        *((f"cannot tell {i}", words) for i, words in enumerate(measure.cannot_tell, start=1)),
        *((("people", words),) if (words := made_up()) else ()),
    ]


def _cells(quarter: Quarter) -> Iterator[tuple[str, PublicCell]]:
    yield "all", quarter.told.total
    for name, cells in quarter.told.tables.items():
        for cell in cells:
            yield name, cell


def _row(measure: Measure, quarter: Quarter, part: str, cell: PublicCell) -> tuple[object, ...]:
    whole = part == "all"
    counts = (KEPT_BACK,) * 3 if cell.kept_back else (cell.numerator, cell.denominator, _or_none(cell.percent))
    return (
        measure.code, measure.version, quarter.begins.isoformat(), part, cell.label, *counts,
        _or_none(quarter.figure) if whole else "", _or_none(quarter.coverage) if whole else "",
    )  # fmt: skip


def _or_none(value: float | None) -> object:
    return "" if value is None else value
