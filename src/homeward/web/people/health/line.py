"""How is one item of a partner's record said in a line: what, how old, and who said so?"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.records.api import ItemLine, app_of_source
from homeward.web.people.aged import day_and_age


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a block. `at` is when it happened, or else when it was written down or came."""

    id: UUID
    words: str
    detail: str = ""
    at: datetime
    source: str
    odd: bool = False
    grave: bool = False

    def when(self, now: datetime) -> str:
        """'3 March 2026, 12 days ago'."""
        return day_and_age(self.at, now)


@dataclass(frozen=True, kw_only=True)
class Block:
    """The lines of one block. `closed`: there is more that the asker's role does not open. `full`: older ones are left out."""

    lines: Sequence[Line] = field(default_factory=tuple)
    closed: bool = False
    full: bool = False

    def __bool__(self) -> bool:
        return bool(self.lines)


def source_named(code: str) -> str:
    """The organisation as it is called here, or the app, whose word nobody checked; a code that is not declared is shown as it is."""
    client_id = app_of_source(code)
    if client_id:
        return f"{access.app_named(client_id)} (sent by an app, not checked)"
    found = directory.organisation_known_as(code)
    return found.name if found else code


def opened(rows: Iterable[ItemLine], by: Actor) -> tuple[list[ItemLine], bool]:
    """The rows that the asker's role opens, and whether any stays shut. Asked once for each kind of sensitivity."""
    sees: dict[str, bool] = {}
    shown, closed = [], False
    for row in rows:
        kind = row.sensitivity
        if kind and kind not in sees:
            sees[kind] = access.may_see(by, kind)
        if not kind or sees[kind]:
            shown.append(row)
        else:
            closed = True
    return shown, closed


def block(rows: Sequence[ItemLine], by: Actor, said: Callable[[ItemLine], Line | None], *, most: int) -> Block:
    """The block of these rows, each said by `said` (None leaves it out); the same is said once, by the newest."""
    shown, closed = opened(rows, by)
    lines: dict[tuple[str, str], Line] = {}
    for row in shown:
        line = said(row)
        if line is not None:
            lines.setdefault((line.words.casefold(), line.detail.casefold()), line)
    return Block(lines=tuple(lines.values()), closed=closed, full=len(rows) >= most)


def plain(row: ItemLine, *, words: str = "", detail: str = "", grave: bool = False) -> Line:
    """A line with the row's own name, age and source."""
    return Line(
        id=row.id,
        words=words or row.display or row.code or "Not named",
        detail=detail,
        at=row.placed_at,
        source=source_named(row.source),
        odd=bool(row.flags),
        grave=grave,
    )
