"""What goes where when two records are found to be one person, and when they are parted again? One entry a table."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Mover:
    """How the rows of one table with a `person_id` behave in a merge.

    `follows` maps a column to the tables whose rows it names: work done after a merge goes back with the row that it
    hangs on. A table that `stays` keeps its rows where they are, and says why.
    """

    table: str
    follows: Mapping[str, tuple[str, ...]]
    stays: str = ""


_movers: dict[str, Mover] = {}
_followed: dict[tuple[str, str], set[str]] = defaultdict(set)


def on_merge(
    table: str,
    *,
    follows: Mapping[str, str] | None = None,
    followed_by: Mapping[str, str] | None = None,
    stays: str = "",
) -> None:
    """Declare once, when the package is loaded, how a table's rows move. Declaring the same again changes nothing.

    `follows`: {column of this table: table of this package or one below whose rows it names}.
    `followed_by`: {table of a package below: its column that names rows of this table}.
    """
    mover = Mover(table=table, follows={column: (leader,) for column, leader in (follows or {}).items()}, stays=stays)
    if _movers.setdefault(table, mover) != mover:
        raise ValueError(f"the table '{table}' is declared twice, differently")
    for follower, column in (followed_by or {}).items():
        _followed[follower, column].add(table)


def movers() -> Sequence[Mover]:
    """Every declared table, those that others follow before their followers."""
    ordered: list[Mover] = []
    waiting = {table: _whole(mover) for table, mover in sorted(_movers.items())}
    while waiting:
        ready = [each for each in waiting.values() if not _leads(each) & (waiting.keys() - {each.table})]
        for each in ready or list(waiting.values())[:1]:
            ordered.append(waiting.pop(each.table))
    return ordered


def _whole(mover: Mover) -> Mover:
    follows = {column: set(tables) for column, tables in mover.follows.items()}
    for (follower, column), tables in _followed.items():
        if follower == mover.table:
            follows.setdefault(column, set()).update(tables)
    return Mover(
        table=mover.table,
        stays=mover.stays,
        follows={column: tuple(sorted(tables)) for column, tables in follows.items()},
    )


def _leads(mover: Mover) -> set[str]:
    return {table for tables in mover.follows.values() for table in tables}
