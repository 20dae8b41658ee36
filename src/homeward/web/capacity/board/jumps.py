"""What on the long board wants to be seen first, and how much of it is there?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from homeward.web.capacity.board.filters import Wanted
from homeward.web.capacity.board.rows import Row, kept

# Said after the number; the first of two for one alone.
IN_ORDER = {
    "unmet": ("need waits for room", "needs wait for room"), "stale": ("old or not reported",) * 2,
    "mine": ("number of my teams", "numbers of my teams"), "": ("number in all", "numbers in all"),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Jump:
    """One way straight to the rows that are so; `query` is its part of the address."""

    count: int
    words: str
    query: str


def jumps(rows: Sequence[Row], wanted: Wanted, *, teams: Collection[str]) -> list[Jump]:
    """Those to which there is something, under the other filters that are set; all rows at the end."""
    found = []
    for show, (one, many) in IN_ORDER.items():
        fitting = kept(rows, replace(wanted, show=show), teams=teams)
        count = _waiting(fitting) if show == "unmet" else len(fitting)
        if count or not show:
            found.append(Jump(count=count, words=one if count == 1 else many, query=wanted.query(show=show)))
    return found


def _waiting(rows: Sequence[Row]) -> int:
    """Needs, each once: a team with more than one line waits with all of them for the same."""
    return sum({(row.service_code, row.team_code): row.waiting for row in rows}.values())
