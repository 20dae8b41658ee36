"""What does the list of all numbers look like? Drawn once for one state of the lake, however many read it."""

from collections.abc import Hashable, Sequence

from django.template.loader import render_to_string
from django.utils.translation import get_language
from markupsafe import Markup

from homeward.measures import api as measures
from homeward.web.numbers.all.groups import Group
from homeward.web.numbers.drawn import icons, spark

MOST = 16
_drawn: dict[
    Hashable, tuple[Sequence[Group], Markup]
] = {}  # the groups are held, so that no other figure comes to bear their id


def listed(groups: Sequence[Group], *, words: str, state: str) -> Markup:
    """The groups as markup. It names nobody and links alike for everyone; what was searched for is drawn anew."""
    if words:
        return _draw(groups, words, state)
    shown = tuple(
        (line.measure.code, line.measure.version, id(line.figure))
        for group in groups
        for line in (*group.computed, *group.waiting)
    )
    key = (get_language(), state, tuple(group.code for group in groups), shown)
    held = _drawn.get(key)
    if held is None:
        if len(_drawn) >= MOST:
            _drawn.clear()
        held = _drawn[key] = (groups, _draw(groups, words, state))
    return held[1]


def _draw(groups: Sequence[Group], words: str, state: str) -> Markup:
    context = {
        "groups": groups, "words": words, "state": state, "spark": spark, "icons": icons, "said": measures.said,
        "said_interval": measures.said_interval, "out_of": measures.out_of, "few": measures.FEW,
    }  # fmt: skip
    return Markup(
        render_to_string("numbers/all/_groups.html", context, using="jinja2")
    )  # our own template, which escapes
