"""What is everything that the house keeps about one person? Written table by table into one zip."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from homeward.access.gate import ways
from homeward.access.queries.own_rows import TableAbout, own_rows, tables_about_people
from homeward.access.queries.who_looked import every_look
from homeward.access.rules.copying import (
    KEPT_BACK_SECRET,
    SECRET_COLUMNS,
    TableCopied,
    Withheld,
    cleaned,
    front_page,
    is_kept_back,
)
from homeward.directory.api import place
from homeward.foundation.actions import Actor

TOGETHER = 8  # tables read under one opening of the record, so that the log of who looked stays readable
Progress = Callable[[int, int], None]


@dataclass(kw_only=True)
class Copy:
    """What was copied so far."""

    tables: list[TableCopied] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)

    @property
    def rows(self) -> int:
        return sum(each.rows for each in self.tables)


def write_copy(person_id: UUID, out: BinaryIO, *, by: Actor, at: datetime, progress: Progress) -> Copy:
    """Everything into `out` as a zip. Opens the record itself, for a few tables at a time; `progress(done, of)`."""
    tables, made = tables_about_people(), Copy()
    hidden = [each.code for each in place().sensitivities.values() if not each.person_sees]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for start in range(0, len(tables), TOGETHER):
            with ways.person(person_id, by=by, at=at, why="access.gather_export"):
                for table in tables[start : start + TOGETHER]:
                    made.tables.append(_table(archive, table, person_id, hidden, made.withheld))
            progress(min(start + TOGETHER, len(tables)), len(tables))
        with ways.person(person_id, by=by, at=at, why="access.gather_export"):
            lines = [(look.last_at.isoformat(), look.words) for look in every_look(person_id, by=by)]
        _csv(archive, "who-looked.csv", ("when", "what happened"), lines)
        kept = ((each.table, each.row, each.kind, each.reason) for each in made.withheld)
        secrets = (
            (each.name, column, "column", KEPT_BACK_SECRET) for each in made.tables for column in each.columns_withheld
        )
        _csv(archive, "withheld.csv", ("table", "entry", "kind", "why"), (*kept, *secrets))
        page = front_page(place=place().name, made_at=at, person=str(person_id), tables=made.tables, looks=len(lines))
        archive.writestr("index.html", page)
    return made


def unpacked(zip_file: BinaryIO, folder: Path) -> None:
    """The same copy as a folder."""
    with zipfile.ZipFile(zip_file) as archive:
        archive.extractall(folder)


def _table(
    archive: zipfile.ZipFile, table: TableAbout, person_id: UUID, hidden: Iterable[str], withheld: list[Withheld]
) -> TableCopied:
    kept_back, rows, secret = 0, list[dict[str, Any]](), set[str]()
    for row in own_rows(table, person_id):
        if is_kept_back(row, hidden):
            kept_back += 1
            title = place().sensitivities[row["sensitivity"]].title
            withheld.append(Withheld(table=table.name, row=str(row.get("id", "")), kind=title))
            continue
        secret |= SECRET_COLUMNS & row.keys()
        rows.append(cleaned(row))
    archive.writestr(f"tables/{table.name}.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    heads = tuple(rows[0]) if rows else ()
    _csv(archive, f"tables/{table.name}.csv", heads, (tuple(_plain(row.get(head)) for head in heads) for row in rows))
    _as_received(archive, rows)
    return TableCopied(name=table.name, rows=len(rows), withheld=kept_back, columns_withheld=tuple(sorted(secret)))


def _as_received(archive: zipfile.ZipFile, rows: Iterable[dict[str, Any]]) -> None:
    """What a partner sent is also given as it came: rows that keep its text under 'body'."""
    for row in rows:
        if isinstance(row.get("body"), str) and row.get("kind") and row["body"].lstrip().startswith("{"):
            archive.writestr(f"received/{row['kind']}-{row['id']}.json", row["body"])


def _csv(archive: zipfile.ZipFile, name: str, heads: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows(rows)
    archive.writestr(name, "\ufeff" + text.getvalue())


def _plain(value: Any) -> str:
    """A cell that a spreadsheet shows and does not run."""
    text = value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text
