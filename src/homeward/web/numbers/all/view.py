"""Which numbers are there, and what does each say now?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.measures import api as measures
from homeward.web.numbers.all.groups import STATES, groups
from homeward.web.numbers.all.listed import listed
from homeward.web.numbers.asked import read
from homeward.web.page import PageRequest, page, show


@page("numbers.view", methods=("GET",))
def numbers(request: PageRequest) -> HttpResponse:
    """Every declared number in its group: figure, latest weeks, whether it changed; or what it waits for."""
    asked = read(request.GET, now=request.at).asked
    lake = measures.lake_or_none()
    words, state = request.GET.get("q", "").strip()[:80], request.GET.get("state", "")
    state = state if state in STATES else ""

    computed = [code for code, each in directory.place().measures.items() if each.expression is not None]
    figures = measures.figures(computed, asked=asked, by=request.actor, at=request.at) if lake else {}
    found = groups(figures, words=words, state=state)
    context = {
        "groups": found, "listed": lambda: listed(found, words=words, state=state), "words": words, "state": state, "states": STATES, "declared": len(directory.place().measures),
        "computed": sum(len(group.computed) for group in found), "waiting": sum(len(group.waiting) for group in found),
        "counted": lake is not None, "asked": asked, "newer": any(each.newer for each in figures.values()),
        "as_of": min((each.as_of for each in figures.values()), default=lake.as_of if lake else None),
        "fresh": bool(lake and measures.fresh(request.at, lake.as_of)),
    }  # fmt: skip
    return show(request, "numbers/all/page.html", context)


@page("numbers.view", methods=("POST",))
def refresh(request: PageRequest) -> HttpResponse:
    """Ask for the numbers to be counted again; the worker does it."""
    measures.refresh_soon()
    messages.success(request, "The numbers are being counted again. Refresh the page in a moment.")
    return redirect("numbers")
