"""What do the numbers of a board look like? Drawn once for one state of the lake and of what is done, however many read them."""

from collections.abc import Collection, Hashable, Mapping, Sequence

from django.template.loader import render_to_string
from django.utils.translation import get_language
from markupsafe import Markup

from homeward.measures.api import Tile
from homeward.web.boards.asked import BoardAsked
from homeward.web.boards.shown import shown

MOST = 128
_drawn: dict[
    Hashable, tuple[Sequence[Tile], Markup]
] = {}  # the tiles are held, so that no other figure comes to bear their id


def listed(
    tiles: Sequence[Tile], *, asked: BoardAsked, open_actions: Mapping[str, int], flagged: Collection[str], may_act: bool
) -> Markup:
    """The tiles as markup. It names nobody, and is alike for everyone who may do the same."""
    each_one = tuple(
        (*_says(each), _says(each.safety) if each.safety else None, open_actions.get(each.measure.code, 0), each.measure.code in flagged)
        for each in tiles
    )  # fmt: skip
    key = (get_language(), may_act, asked.period, asked.asked.cut, asked.asked.value, each_one)
    held = _drawn.get(key)
    if held is None:
        if len(_drawn) >= MOST:
            _drawn.clear()
        context = {
            "tiles": [
                shown(each, open_actions=open_actions.get(each.measure.code, 0), flagged=each.measure.code in flagged)
                for each in tiles
            ],
            "asked": asked, "may_act": may_act,
        }  # fmt: skip
        held = _drawn[key] = (tiles, Markup(render_to_string("boards/_tiles.html", context, using="jinja2")))
    return held[1]  # our own template, which escapes


def _says(tile: Tile) -> tuple[object, ...]:
    """What tells one tile from every other: the figure itself, or why there is none, and the declaration it is shown by."""
    return (id(tile.measure), id(tile.figure), tile.why, tile.waits)
