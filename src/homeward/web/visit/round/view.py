"""Whom do I see today, and whom first?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.visits import api as visits
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show


@page("visit.view", methods=("GET",))
def my_round(request: PageRequest) -> HttpResponse:
    """Today's visits of the visitor's teams; `team` keeps to one of them."""
    by = request.actor
    team = request.GET.get("team", "")
    teams = (team,) if team in by.teams else None
    rows = visits.my_visits(by=by, at=request.at, teams=teams)
    context = {
        "may_carry": may(by, "visit.carry"),
        "todo": [row for row in rows if row.open],
        "done": [row for row in rows if not row.open],
        "team": team if teams else "",
        "teams": [(code, directory.team(code).name) for code in by.teams if code in directory.place().teams],
    }
    return show(request, "visit/round/page.html", context)
