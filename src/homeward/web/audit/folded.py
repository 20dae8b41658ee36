"""Which openings are told in one line? What one person opened of one record, or of their lists, within one minute."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from homeward.access.api import Opening


@dataclass(frozen=True, kw_only=True)
class Line:
    """`row`: the newest of the openings. `count`: how many they are. `why`: each reason once, and how often."""

    row: Opening
    count: int
    why: str


def lines(rows: Iterable[Opening]) -> list[Line]:
    """The openings as they stand, neighbours of one minute together. Nothing is left out: each is counted in its line."""
    return [_line(list(each)) for _, each in groupby(rows, key=_alike)]


def _alike(row: Opening) -> tuple[object, ...]:
    minute = row.at.replace(second=0, microsecond=0)
    return minute, row.mode, row.person_id, row.actor_id, row.who, row.purpose, row.glass_id


def _line(rows: list[Opening]) -> Line:
    return Line(row=rows[0], count=len(rows), why=", ".join(_reasons(rows)))


def _reasons(rows: list[Opening]) -> Iterator[str]:
    for why, times in Counter(row.why.replace("for: ", "", 1) for row in rows).items():
        yield f"{why} ({times} times)" if times > 1 else why
