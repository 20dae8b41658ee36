"""Which numbers are there, and what does each say now?"""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import NotFound
from homeward.grammar.api import Measure
from homeward.measures import api as measures
from homeward.web.numbers.asked import read
from homeward.web.page import PageRequest, page, show


@dataclass(frozen=True, kw_only=True)
class Tile:
    """One declared measure, with its figure where something computes it."""

    measure: Measure
    figure: measures.Figure | None


@page("numbers.view", methods=("GET",))
def numbers(request: PageRequest) -> HttpResponse:
    """Every declared number; those that are computed first."""
    asked, _ = read(request.GET, now=request.at)
    lake = measures.current()
    tiles = [
        Tile(measure=each, figure=_figure(request, each, asked, lake is not None))
        for each in directory.place().measures.values()
    ]
    tiles.sort(key=lambda tile: (tile.figure is None, tile.measure.number or "", tile.measure.title))
    context = {
        "computed": [tile for tile in tiles if tile.figure],
        "declared": [tile for tile in tiles if not tile.figure],
        "as_of": lake.as_of if lake else None,
        "fresh": bool(lake and measures.fresh(request.at, lake.as_of)),
    }
    return show(request, "numbers/all/page.html", context)


@page("numbers.view", methods=("POST",))
def refresh(request: PageRequest) -> HttpResponse:
    """Ask for the numbers to be counted again; the worker does it."""
    measures.refresh_soon()
    messages.success(request, "The numbers are being counted again. Refresh the page in a moment.")
    return redirect("numbers")


def _figure(request: PageRequest, measure: Measure, asked: measures.Asked, counted: bool) -> measures.Figure | None:
    if not counted or measure.expression is None:
        return None
    try:
        return measures.figure(measure.code, asked=asked, by=request.actor, at=request.at)
    except NotFound:
        return None
