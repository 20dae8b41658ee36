"""What does each number of a board say, for everyone or for one area; and what does it wait for where it says nothing?"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound, NotPermitted
from homeward.grammar.api import BoardNumber, Dashboard, Measure
from homeward.measures.queries.asking import Asked, check_may
from homeward.measures.queries.figure import Figure, count_ahead, figure
from homeward.measures.queries.lake import NotCountedYet
from homeward.measures.queries.rebases import standing_of

# What a board is narrowed by when one area of a kind is chosen: a cut of the rows, or a column of the people table.
NARROWED: Mapping[str, str] = {
    "locality": "locality", "neighbourhood": "neighbourhood", "pcn": "pcn", "practice_list": "practice",
}  # fmt: skip
Ask = Callable[[str, Asked], Figure]


@dataclass(frozen=True, kw_only=True)
class Tile:
    """One number as a board shows it. Without a figure `waits` says why, in a sentence. `safety` is shown beside it."""

    measure: Measure
    why: str
    figure: Figure | None
    waits: str = ""
    safety: "Tile | None" = None

    @property
    def said(self) -> bool:
        """Is there a value to show?"""
        return self.figure is not None and self.figure.value is not None


def boards(*, by: Actor) -> list[Dashboard]:
    """The declared boards meant for the actor's role, in their order."""
    check_may(by)
    found = (each for each in directory.place().dashboards.values() if not each.audience or by.role in each.audience)
    return sorted(found, key=lambda board: (board.order, board.title))


def board_called(code: str, *, by: Actor) -> Dashboard:
    """One of them. Raises NotFound, NotPermitted."""
    check_may(by)
    found = directory.place().dashboards.get(code)
    if found is None:
        raise NotFound("There is no such board.", next_step="Choose one from the page of boards.")
    if found.audience and by.role not in found.audience:
        raise NotPermitted("This board is not meant for your role.", next_step="Choose one from the page of boards.")
    return found


def tiles(
    numbers: Sequence[BoardNumber], *, asked: Asked, by: Actor, at: datetime, at_once: bool = False,
    of: datetime | None = None,
) -> list[Tile]:  # fmt: skip
    """A tile for each, in their order. A measure that is no longer declared is left out. `at_once`, `of`: as for a figure."""
    check_may(by)
    known = directory.place().measures
    codes = {code for each in numbers for code in (each.measure, each.safety) if code and code in known}
    anew = standing_of(codes)

    def ask(code: str, asked: Asked) -> Figure:
        return figure(code, asked=asked, by=by, at=at, anew=anew, at_once=at_once, of=of)

    with suppress(NotCountedYet):  # each tile says so itself
        count_ahead(codes, asked=replace(asked, cut="", value=""), anew=anew, at_once=at_once, of=of)
    return [_with_safety(each, asked, ask) for each in numbers if each.measure in known]


def _with_safety(number: BoardNumber, asked: Asked, ask: Ask) -> Tile:
    tile = _tile(number.measure, number.why, asked, ask)
    known = number.safety in directory.place().measures
    return replace(tile, safety=_tile(number.safety, "", asked, ask)) if number.safety and known else tile


def _tile(code: str, why: str, asked: Asked, ask: Ask) -> Tile:
    measure = directory.place().measures[code]
    if measure.expression is None:
        return Tile(measure=measure, why=why, figure=None, waits=_waits(measure))
    try:
        if asked.cut and not _can_be_narrowed(code, asked, ask):
            return Tile(
                measure=measure, why=why, figure=None, waits="This number cannot be told for a part of the place."
            )
        found = ask(code, asked)
    except NotCountedYet as refused:
        return Tile(measure=measure, why=why, figure=None, waits=refused.message)
    except NotFound:
        return Tile(measure=measure, why=why, figure=None, waits=_waits(measure))
    return Tile(measure=measure, why=why, figure=found, waits="" if found.value is not None else _nobody(found))


def _can_be_narrowed(code: str, asked: Asked, ask: Ask) -> bool:
    """Do its rows say where? Otherwise the whole place's number would stand under one area's name."""
    whole = ask(code, replace(asked, cut="", value=""))
    return asked.cut not in ("locality", "neighbourhood") or asked.cut in whole.cuts or whole.denominator == 0


def _waits(measure: Measure) -> str:
    return f"Waits for {measure.waits_for.rstrip('.')}." if measure.waits_for else "Nothing computes it yet."


def _nobody(found: Figure) -> str:
    if found.too_early:
        return f"Too early to say: {found.too_early} not over yet."
    if found.excluded:
        return f"Nobody was counted in this time: {found.excluded:,} left out, and its page says why."
    return "Nobody was counted in this time."
