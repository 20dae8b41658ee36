"""What do all boards show of their numbers: tiles, what changed, what is done about it, how fresh it is?"""

from collections import Counter
from collections.abc import Sequence

from homeward.directory import api as directory
from homeward.grammar.api import BoardNumber
from homeward.measures import api as measures
from homeward.web.asker import may
from homeward.web.boards.asked import BoardAsked
from homeward.web.boards.listed import listed
from homeward.web.page import PageRequest

ACTIONS = 12


def drawn(request: PageRequest, numbers: Sequence[BoardNumber], asked: BoardAsked) -> dict[str, object]:
    """Those values of the template that every board needs."""
    by, at = request.actor, request.at
    codes = [each.measure for each in numbers]
    actions = measures.actions_about(codes, by=by, at=at, most=ACTIONS)
    flags = _flags(measures.flags_of(codes, by=by, at=at), asked)
    open_ones = Counter(each.row.measure_code for each in actions if each.state != "done")
    flagged = {each.measure_code for each in flags if not each.cut or each.cut == asked.asked.cut}
    tiles = measures.tiles(numbers, asked=asked.asked, by=by, at=at, at_once=True)
    lake = measures.lake_or_none()
    shown_now = [each.figure for each in tiles if each.figure is not None]
    may_act = may(by, "number.act")
    return {
        "tiles": tiles,
        "listed": lambda: listed(tiles, asked=asked, open_actions=open_ones, flagged=flagged, may_act=may_act),
        "actions": actions, "flags": flags, "by_chance": measures.by_chance(flags), "measures": directory.place().measures,
        "as_of": min((each.as_of for each in shown_now), default=lake.as_of if lake else None),
        "newer": sum(each.newer for each in shown_now), "fresh": bool(lake and measures.fresh(at, lake.as_of)),
        "may_act": may_act, "may_see": may(by, "number.see_flag"),
    }  # fmt: skip


def _flags(found: Sequence[measures.Flag], asked: BoardAsked) -> list[measures.Flag]:
    """Changes nobody has seen: those of the chosen area alone; for everyone the whole first, then its parts."""
    waiting = [each for each in found if each.seen_at is None]
    if asked.asked.cut:
        return [each for each in waiting if (each.cut, each.part) == (asked.asked.cut, asked.asked.value)]
    return sorted(waiting, key=lambda each: bool(each.cut))
