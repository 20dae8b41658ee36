"""How is one row of the board shown? The door's row with its button, who is looking, its place in the order and its mark."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.people.api import language_name
from homeward.referrals.api import BoardRow
from homeward.web.hub.board.next_step import NextStep, next_step
from homeward.web.words import count, listed

NEVER = 9_000_000_000_000
SOON_SECONDS = 30 * 60


@dataclass(frozen=True, kw_only=True)
class ShownRow:
    """One row, ready to draw. `mark` changes whenever anything shown does, but for the ticking clock."""

    row: BoardRow
    step: NextStep
    looking: str
    pace: str
    sort: int
    mark: str
    said: str
    who: str
    language: str
    colour: str
    not_joined: bool


def shown(
    rows: Sequence[BoardRow], *, lookers: Mapping[UUID, Sequence[str]], actor: Actor, at: datetime,
    not_joined: Collection[UUID] = (),
) -> list[ShownRow]:  # fmt: skip
    """The rows in the order given. `not_joined`: a virtual ward has said yes to these, and they have not joined it."""
    return [_shown(row, listed(list(lookers.get(row.id, ()))), actor, at, row.id in not_joined) for row in rows]


def _shown(row: BoardRow, looking: str, actor: Actor, at: datetime, not_joined: bool) -> ShownRow:
    due = row.clock.due_at if row.clock else None
    step = next_step(row, actor)
    return ShownRow(
        row=row,
        step=step,
        looking=looking,
        pace=pace(row, at),
        sort=int(due.timestamp() * 1000) if due else NEVER + int(row.received_at.timestamp()),
        mark=f"{row.version}.{due.timestamp() if due else ''}.{row.rungs_climbed}.{bool(row.likely_late)}.{step.words}.{looking}.{pace(row, at)}.{not_joined}",
        said=f"{row.name}, {row.need_title.lower()}: {row.state_title.lower()}, {row.owner_team_name}",
        who=_who(row),
        language=_language(row),
        colour=urgency_colour(row.urgency),
        not_joined=not_joined,
    )


def pace(row: BoardRow, at: datetime) -> str:
    """'late', 'soon' or 'calm'."""
    if row.clock is None or row.clock.paused or row.clock.due_at is None:
        return "calm"
    if row.clock.late:
        return "late"
    return "soon" if (row.clock.due_at - at).total_seconds() < SOON_SECONDS else "calm"


def urgency_colour(code: str) -> str:
    """The tag's colour, which only repeats its words: the soonest urgencies stand out."""
    urgency = directory.place().urgencies.get(code)
    return {1: "red", 2: "orange", 3: "yellow"}.get(urgency.order if urgency else 1, "white")


def _who(row: BoardRow) -> str:
    age = count(row.age, "year") if row.age is not None else "age not known"
    return f"{age}{', ' + row.sex if row.sex in ('female', 'male') else ''}"


def _language(row: BoardRow) -> str:
    language = language_name(row.language_code) if row.language_code else ""
    if row.interpreter_needed:
        return f"{language or 'Other language'}, interpreter needed"
    return language if language != "English" else ""
