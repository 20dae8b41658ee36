"""When is a month gathered into one file again? When it is in many pieces or much of it is struck out. No number changes."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from homeward.measures.actions.lake.columns import hidden
from homeward.measures.actions.lake.parts import Writing, live
from homeward.measures.catalogue import Catalogue, Part, publish
from homeward.measures.extracts import EXTRACTS

PIECES = 8
SHARE = 0.2  # of a month's rows, struck out or added since it was last gathered
MOST_ROWS = 6_000_000  # in one refresh, so that the next one is not kept waiting


def compacted(catalogue: Catalogue, folder: Path) -> Catalogue:
    """The catalogue with the worst months gathered, put in force; the same one when there is nothing to do."""
    files = {table: dict(months) for table, months in catalogue.files.items()}
    due = sorted(
        (sum(part.rows for part in parts), extract.name, label, extract)
        for extract in EXTRACTS
        for label, parts in files.get(extract.name, {}).items()
        if _worth_it(parts)
    )
    done = 0
    for rows, table, label, extract in due:
        if done and done + rows > MOST_ROWS:
            break
        writing = Writing(folder, extract, label)
        for part in files[table][label]:
            for portion in live(folder, part, extract):
                writing.add(portion, hidden(portion, extract))
        gathered = writing.finish()
        files[table].pop(label)
        files[table] |= {label: [gathered]} if gathered else {}
        done += rows
    if not done:
        return catalogue
    made = replace(catalogue, files=files)
    publish(made, folder)
    return made


def _worth_it(parts: Sequence[Part]) -> bool:
    if len(parts) > PIECES:
        return True
    most = max(part.rows for part in parts)
    loose = sum(part.rows for part in parts) - most + sum(part.gone for part in parts)
    return loose > SHARE * most and loose > 20_000
