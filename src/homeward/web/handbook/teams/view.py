"""Which teams answer needs, where and when?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.grammar.api import is_open
from homeward.web.handbook.kept import kept_all
from homeward.web.handbook.shown import shown
from homeward.web.page import PageRequest, page


@page("handbook.view", methods=("GET",))
def teams(request: PageRequest) -> HttpResponse:
    """Every team, hubs first, with whether it is open now."""
    here = directory.place()
    rows = sorted(here.teams.values(), key=lambda each: (not each.hub, each.name))
    open_now = {each.code for each in rows if is_open(here.calendars[each.calendar], at=request.at)}
    kepts = kept_all(rows, today=london_day(request.at), kind="team")
    return shown(request, "handbook/teams/page.html", rows=rows, open_now=open_now, kepts=kepts)
