"""How long does another engine take for the rows of every measure, beside DuckDB over the same lake, at a size and at ten times that?

From both sizes follows where the other would begin to win, if both went on as they began: each costs so much for every
measure, and so much for every row of the lake.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

TIMES = 10
OURS = "duckdb"
Tell = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Sized:
    """Seconds for the rows of all measures, by engine, over a lake of so many rows; and rows that each gave."""

    rows: int
    seconds: Mapping[str, float]
    given: Mapping[str, int]


def engines(other: str, *, people: int, rows: int, tell: Tell) -> dict[str, Any]:
    """Facts for machines; `words` for people. The database must be a new one. Raises SparkMissing."""
    from homeward.measures.api import computed, made_up_lake, refresh_lake, rows_of_measure

    at, sizes = datetime.now(UTC), list[Sized]()
    for share in (TIMES, 1):
        refresh_lake(at=at, everything=True)  # what was made up before is no more
        many = made_up_lake(people=people // share, rows=rows // share, at=at, tell=lambda words: None)
        tell(f"{many:,} rows made up")
        codes = computed()
        for engine in (OURS, other):
            rows_of_measure(codes[0], engine=engine)  # what only a first question costs: libraries, a Java machine
        seconds, given = {OURS: 0.0, other: 0.0}, {OURS: 0, other: 0}
        for code in codes:
            for engine in (OURS, other):
                began = perf_counter()
                given[engine] += rows_of_measure(code, engine=engine).num_rows
                seconds[engine] += perf_counter() - began
            tell(f"{code}: {OURS} {seconds[OURS]:.1f} s, {other} {seconds[other]:.1f} s so far")
        sizes.append(Sized(rows=many, seconds=seconds, given=given))
    return _told(other, sizes, measures=len(codes))


def meet(sizes: Sequence[Sized], other: str) -> float | None:
    """The size of the lake at which both lines cross; None when the other costs as much or more for every row."""
    small, large = sizes
    slope = {name: (large.seconds[name] - small.seconds[name]) / (large.rows - small.rows) for name in small.seconds}
    start = {name: small.seconds[name] - slope[name] * small.rows for name in small.seconds}
    faster = slope[OURS] - slope[other]
    return (start[other] - start[OURS]) / faster if faster > 0 else None


def _told(other: str, sizes: Sequence[Sized], *, measures: int) -> dict[str, Any]:
    lines = [f"The rows of {measures} measures, {OURS} beside {other}, both on this machine:"]
    lines += [
        f"  {each.rows:>13,} rows in the lake: {each.seconds[OURS]:8.1f} s and {each.seconds[other]:8.1f} s,"
        f" {each.seconds[other] / each.seconds[OURS]:.1f} times as long;"
        f" {'the same number of rows' if each.given[OURS] == each.given[other] else 'NOT THE SAME NUMBER OF ROWS'}"
        for each in sizes
    ]
    small, large = sizes
    told = large.seconds[other] > small.seconds[other] and large.seconds[OURS] > small.seconds[OURS]
    at = meet(sizes, other) if told else None
    if not told:
        lines.append("  These sizes are too small to tell where they meet: ten times the rows took no longer.")
    elif at is None:
        lines.append(f"  Every row costs {other} as much or more: on one machine it never begins to win.")
    else:
        lines.append(f"  If both went on so, {other} would begin to win at {max(0, at):,.0f} rows.")
    return {
        "engine": other, "measures": measures, "meet_at_rows": round(at) if at is not None else None,
        "sizes": [
            {"rows": each.rows, "seconds": {name: round(found, 2) for name, found in each.seconds.items()},
             "times": round(each.seconds[other] / each.seconds[OURS], 2), "given": dict(each.given)}
            for each in sizes
        ],
        "words": "\n".join(lines),
    }  # fmt: skip
