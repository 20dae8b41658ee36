"""Whom do I see in this stretch of work, and whom first?"""

from datetime import timedelta

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.moments import at_london, london_day
from homeward.rounds import api as rounds
from homeward.visits import api as visits
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show
from homeward.web.visit.round.days import made, to_make


@page("visit.view", methods=("GET",))
def my_round(request: PageRequest) -> HttpResponse:
    """The visits of the visitor's teams in this day or night of theirs; `team` keeps to one of them."""
    by, at = request.actor, request.at
    team = request.GET.get("team", "")
    teams = (team,) if team in by.teams else None
    stretch = rounds.my_stretch(by=by, at=at)
    rows = visits.my_visits(by=by, at=at, teams=teams, stretch=stretch)
    context = {
        "may_carry": may(by, "visit.carry"), "days": to_make(rows, at), "done": made(rows, at),
        "todo": sum(row.open for row in rows), "more": len(rows) >= visits.ROUND_MOST, "most": visits.ROUND_MOST,
        "ends": stretch.ends if stretch.ends > at_london(london_day(at) + timedelta(days=1)) else None,
        "team": team if teams else "",
        "teams": [(code, directory.team(code).name) for code in by.teams if code in directory.place().teams],
    }  # fmt: skip
    return show(request, "visit/round/page.html", context)
