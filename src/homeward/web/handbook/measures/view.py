"""Which numbers are there, which of them are counted, and what do the others wait for?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.grammar.api import Measure
from homeward.web.handbook.shown import shown
from homeward.web.page import PageRequest, page

LAST = 1000


@page("handbook.view", methods=("GET",))
def measures(request: PageRequest) -> HttpResponse:
    """Every measure with its question: first those that are counted, then those that wait."""
    rows = sorted(directory.place().measures.values(), key=_order)
    counted = [each for each in rows if each.expression is not None]
    waiting = [each for each in rows if each.expression is None]
    return shown(request, "handbook/measures/page.html", counted=counted, waiting=waiting)


def _order(measure: Measure) -> tuple[int, str]:
    """M1, M2 … M36 as they are numbered, those without a number after them."""
    figures = "".join(filter(str.isdigit, measure.number or ""))
    return (int(figures) if figures else LAST, measure.title)
