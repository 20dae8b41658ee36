"""How does the team's week stand?"""

from datetime import date, timedelta

from django.http import HttpResponse

from homeward.rounds import api as rounds
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show
from homeward.web.rounds.chosen import teams_of, the_day, the_team

WEEK = timedelta(days=rounds.DAYS)


@page("round.view", methods=("GET",))
def rounds_week(request: PageRequest) -> HttpResponse:
    """The week of the day asked for (`from`), from its Monday; without one, this week."""
    code, name = the_team(request)
    today = rounds.team_day_of(code, request.at)
    first = _monday(the_day(request.GET["from"]) if request.GET.get("from") else today)
    view = rounds.week(team=code, first=first, by=request.actor, at=request.at)
    context = {
        "view": view, "team": code, "team_name": name, "teams": teams_of(request.actor), "today": today, "trades": rounds.TRADES,
        "before": first - WEEK, "following": first + WEEK, "this_week": first == _monday(today),
        "may_caseload": may(request.actor, "caseload.view"),
    }  # fmt: skip
    return show(request, "rounds/week/page.html", context)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
