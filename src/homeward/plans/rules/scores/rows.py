"""What does a score make of each row of a file? The same row with its points, or the cell that cannot be."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from homeward.plans.rules.scores.reading import Unreadable, read
from homeward.plans.rules.scores.score import Score, Told


@dataclass(frozen=True, kw_only=True)
class RowScored:
    """One row worked out. `faults` are sentences that name the row and the column; with one there is no total."""

    number: int
    added: Mapping[str, str]
    faults: tuple[str, ...]


def added_columns(score: Score) -> tuple[str, ...]:
    """What is added behind the file's own columns."""
    return (*(f"{part.column}_points" for part in score.parts if part.scored), "total", "response")


def score_rows(score: Score, rows: Iterable[Mapping[str, str]]) -> Iterator[RowScored]:
    """Every row in order; the first row under the heading is row 2, as a spreadsheet numbers it."""
    for number, row in enumerate(rows, start=2):
        parts: dict[str, Told | None] = {}
        faults = []
        for part in score.parts:
            try:
                parts[part.column] = read(part, row.get(part.column) or "")
            except Unreadable as wrong:
                faults.append(f"row {number}, {part.column}: {wrong}")
        found = score.work_out(parts)
        added = {f"{column}_points": "" if value is None else str(value) for column, value in found.points.items()}
        added["total"] = "" if found.total is None or faults else str(found.total)
        added["response"] = "" if faults else found.response
        yield RowScored(number=number, added=added, faults=tuple(faults))
