"""What is a situation report: a table with its total, its definition beside it, counted when it is asked for?"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from homeward.grammar.api import SituationReport

Cell = str | int | float | date | None


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: its code for machines, its words for people; `number` columns are added up and set to the right."""

    code: str
    title: str
    number: bool = True
    percent: bool = False


@dataclass(frozen=True, kw_only=True)
class Section:
    """One table of the report. `totals` stand under it; empty where adding up would mislead."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    totals: Sequence[Cell] = ()


@dataclass(frozen=True, kw_only=True)
class Report:
    """One report at one moment. `notes` say what a reader must know."""

    declared: SituationReport
    as_of: datetime
    sections: Sequence[Section]
    notes: Sequence[str] = field(default=())
    asked: Mapping[str, str] = field(default_factory=dict)


def share(part: int, whole: int) -> float | None:
    """Percent to one place, or nothing where nobody was counted."""
    return round(100 * part / whole, 1) if whole else None


def as_csv(report: Report) -> str:
    """The report with its definition at the head; tables one under another."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    told = report.declared
    writer.writerows([["report", told.title], ["as of", report.as_of.isoformat()], ["definition", told.definition]])
    writer.writerows(
        [["source", told.source], ["version", told.version], *([key, value] for key, value in report.asked.items())]
    )
    for section in report.sections:
        writer.writerows([[], [section.title], [column.title for column in section.columns], *section.rows])
        if section.totals:
            writer.writerow(section.totals)
    return text.getvalue()


def as_json(report: Report) -> str:
    """The report for machines."""
    told = report.declared
    return json.dumps(
        {
            "report": told.code, "title": told.title, "as_of": report.as_of.isoformat(), "definition": told.definition,
            "source": told.source, "version": told.version, **report.asked, "notes": list(report.notes),
            "tables": [
                {
                    "title": section.title,
                    "rows": [dict(zip((column.code for column in section.columns), row, strict=True)) for row in section.rows],
                    "total": dict(zip((column.code for column in section.columns), section.totals, strict=False)),
                }
                for section in report.sections
            ],
        },
        ensure_ascii=False, default=str, indent=1,
    )  # fmt: skip
