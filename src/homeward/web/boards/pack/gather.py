"""What goes on paper: which boards, which numbers once each, what changed, what is overdue, what small counts are kept back?"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.grammar.api import Dashboard
from homeward.measures import api as measures
from homeward.measures.api import ICON_WORDS, Figure, Spc, Tile, spc_svg
from homeward.web.boards.asked import BoardAsked
from homeward.web.boards.feeds.shown import FeedShown, feeds_of
from homeward.web.boards.shown import Shown, shown
from homeward.web.words import clock_face, day

KEPT_BACK = "Kept back: too few"
KEPT_WORDS = (
    "Small counts are kept back, as each number declares: one to four, or more. Not for publication: the other figures are exact."
)
NOT_TOLD = "Too few people stand behind the last point, so it is neither drawn nor judged here."
HOW = (
    "How to read it: every figure is the count of its own list. A chart shows the values, their average and the limits between "
    "which chance alone moves them; a point outside, seven on one side, seven in a row the same way or two in three close to a "
    "limit is a change that chance hardly explains."
)


def pack(
    boards: Sequence[Dashboard], asked: BoardAsked, *, title: str, small: bool, by: Actor, at: datetime,
    of: datetime | None = None, told: Callable[[int], None] = lambda done: None,
) -> dict[str, Any]:  # fmt: skip
    """Plain values for the typesetter. `small` False keeps back every count that its measure declares small, and its percentage.

    `told` hears how many of the boards are counted. `of`: the moment whose numbers these are; else as they are now.
    """
    listed = []
    for done, board in enumerate(boards, start=1):
        found = measures.tiles(board.numbers, asked=asked.asked, by=by, at=at, of=of)
        listed.append((board, [shown(each) for each in found]))
        told(done)
    once = {each.tile.measure.code: each for _, tiles in listed for each in tiles}
    actions = measures.actions_about(list(once), by=by, at=at, most=40)
    changed = [each for each in once.values() if _changed(each)]
    lake = measures.lake_or_none()
    as_of = of or (lake.as_of if lake else None)
    return {
        "title": title, "place": asked.where, "period": f"{day(asked.asked.first)} to {day(asked.asked.last)}",
        "as_of": f"{day(as_of)} at {clock_face(as_of)}" if as_of else "no count yet",
        "made_up": measures.made_up(),
        "foot": "For members only: small counts are in it." if small else KEPT_WORDS,
        "summary": [
            *_summary(once.values(), len(changed), sum(1 for each in actions if each.state == "overdue")), *_of_another(once.values(), as_of),
        ],
        "changed": [{"title": each.tile.measure.title, "sentence": _told(each, small)} for each in changed if small or not _few(each.tile.figure)],
        "overdue": [_action(each) for each in actions if each.state == "overdue"], "how": HOW,
        "actions": [_action(each) for each in actions],
        "boards": [_board(board, tiles, small, feeds_of(board.feeds, by=by, at=at)) for board, tiles in listed],
        "numbers": [_number(each, small) for each in once.values() if each.tile.said],
    }  # fmt: skip


def _summary(tiles: Iterable[Shown], changed: int, overdue: int) -> list[str]:
    listed = list(tiles)
    told = [each for each in listed if each.tile.said]
    reached = sum(1 for each in told if each.reached)
    aimed = sum(1 for each in told if each.reached is not None)
    said = [f"{len(told)} of {len(listed)} numbers have a figure; the others say what they wait for."]
    said.append(
        f"{changed} changed more than chance explains."
        if changed
        else "None changed more than chance explains, or there are too few points to say."
    )
    if aimed:
        said.append(f"{reached} of {aimed} with a target reach it.")
    if overdue:
        said.append(f"{overdue} action{'' if overdue == 1 else 's'} overdue.")
    return [" ".join(said)]


def _of_another(tiles: Iterable[Shown], as_of: datetime | None) -> list[str]:
    """A number whose meaning was changed since the moment of the pack is as of its own, and says so."""
    others = [(each.tile.measure.title, each.tile.figure.as_of) for each in tiles if each.tile.figure and each.tile.figure.as_of != as_of]
    return [f"{title} is as of another moment: {day(then)} at {clock_face(then)}." for title, then in others]


def _changed(each: Shown) -> bool:
    return each.variation.partition("_")[0] in ("improvement", "concern", "neutral")


def _board(board: Dashboard, tiles: Sequence[Shown], small: bool, feeds: Sequence[FeedShown]) -> dict[str, Any]:
    return {
        "title": board.title, "question": board.question, "cannot": board.cannot_tell,
        "rows": [
            {"title": each.tile.measure.title, "figure": _figure(each, small), "target": _target(each), "way": _way(each)}
            for each in tiles if each.tile.said
        ],
        "waits": [{"title": each.tile.measure.title, "why": each.tile.waits} for each in tiles if not each.tile.said],
        "feeds": [
            {"title": each.health.feed.title, "state": f"{each.state}. {each.late}".rstrip(". ") + ".", "missing": each.missing,
             "last": f"{day(each.health.heard.last)}, {clock_face(each.health.heard.last)}" if each.health.heard.last else "Not in 28 days"}
            for each in feeds
        ],
    }  # fmt: skip


def _figure(each: Shown, small: bool) -> str:
    if not small and _few(each.tile.figure):
        return KEPT_BACK
    return f"{each.figure}, {each.of}" if each.of else each.figure


def _target(each: Shown) -> str:
    if not each.target:
        return "None set"
    return each.target if each.reached is None else f"{each.target}: {'reached' if each.reached else 'not reached'}"


def _way(each: Shown) -> str:
    return ICON_WORDS.get(each.variation, "No chart") if each.variation else "No chart"


def _few(found: Figure | None) -> bool:
    """Is the count, or what is left of it, one to four? Both can be worked out from one percentage."""
    if found is None:
        return False
    return any(
        0 < count < found.measure.small_numbers.least
        for count in (found.numerator, found.denominator, found.denominator - found.numerator)
    )


def _number(each: Shown, small: bool) -> dict[str, Any]:
    tile, measure = each.tile, each.tile.measure
    few = not small and _few(tile.figure)
    spc, hidden = _spc(tile, small)
    owner = directory.place().organisations.get(measure.owner)
    sentence = "" if few else _told(each, small)
    drawn = spc is not None and not few
    sentence = "" if drawn else sentence  # a chart says it itself
    if hidden and not few:
        sentence += (
            f" {hidden} of the points are not drawn, because too few people stand behind them."
            if hidden > 1
            else " One of the points is not drawn, because too few people stand behind it."
        )
    return {
        "title": measure.title, "why": tile.why, "figure": KEPT_BACK if few else each.figure, "of": "" if few else each.of,
        "target": f"{each.target[:1].lower()}{each.target[1:]}", "sentence": sentence.strip(), "alt": f"{measure.title}. {_told(each, small)}",
        "chart": spc_svg(spc, title=_by(tile), height=230, palette="file") if spc is not None and drawn else "",
        "definition": measure.definition, "numerator": measure.numerator.rstrip("."), "denominator": measure.denominator.rstrip("."),
        "coverage": each.coverage, "safety": f"{tile.safety.measure.title}: {each.safety}".rstrip(".") if tile.safety and (small or not _few(tile.safety.figure)) else "",
        "stated": [f"{_stated(one.role)}, {one.period}: {one.words.rstrip('.')}. Counted then: {one.definition}" for one in measure.stated],
        "few": few, "cannot": " ".join(f"{words.rstrip('.')}." for words in measure.cannot_tell), "source": measure.source.rstrip("."), "owner": owner.name if owner else measure.owner,
    }  # fmt: skip


def _by(tile: Tile) -> str:
    return (
        f"{tile.measure.title}, {tile.figure.asked.every} by {tile.figure.asked.every}"
        if tile.figure
        else tile.measure.title
    )


def _stated(role: str) -> str:
    return {"goal": "Goal", "result": "Result", "baseline": "Starting point"}[role]


def _spc(tile: Tile, small: bool) -> tuple[Spc | None, int]:
    """The chart, without points behind which fewer than five stand, and how many those are."""
    found = tile.figure
    if found is None or found.spc is None or len(found.spc.points) < 2:
        return None, 0
    if small:
        return found.spc, 0
    few = _few_days(found)
    hidden = [each for each in found.spc.points if each.at in few and each.value is not None]
    drawn = tuple(replace(each, value=None, special=False) if each.at in few else each for each in found.spc.points)
    if sum(1 for each in drawn if each.value is not None) < 2:
        return None, len(hidden)
    return replace(found.spc, points=drawn, sentence=_sentence(found.spc, few)), len(hidden)


def _few_days(found: Figure) -> set[date]:
    """The points behind which few stand, or of which few are left over."""
    counts = {each.at: (each.numerator, each.denominator, each.denominator - each.numerator) for each in found.series}
    return {at for at, three in counts.items() if any(0 < count < found.measure.small_numbers.least for count in three)}


def _told(each: Shown, small: bool) -> str:
    """The sentence about a number's chart, which may not say what the chart keeps back."""
    found = each.tile.figure
    return each.sentence if small or found is None or found.spc is None else _sentence(found.spc, _few_days(found))


def _sentence(made: Spc, few: set[date]) -> str:
    """A sentence tells the last point's value, and what it means, only where that is drawn."""
    return NOT_TOLD if made.enough and made.last is not None and made.last.at in few else made.sentence


def _action(each: measures.ActionView) -> dict[str, str]:
    known = directory.place().measures.get(each.row.measure_code)
    return {
        "what": each.row.what, "about": known.title if known else each.row.measure_code, "who": each.row.owner_name,
        "due": day(each.row.due_on), "state": each.state_words,
    }  # fmt: skip
