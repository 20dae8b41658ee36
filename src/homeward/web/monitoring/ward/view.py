"""Who is on the virtual wards, the most pressing first?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.monitoring import api as monitoring
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show

SHOWS = {
    "": "Everybody",
    "unread": "Unread alerts",
    "late": "Observations late",
    "review": "Review due",
    "unlooked": "Not looked at",
}


@page("monitoring.view", methods=("GET",))
def ward(request: PageRequest) -> HttpResponse:
    """The round list. `team` keeps to one ward, `show` to what is pressing in one way."""
    by = request.actor
    team = request.GET.get("team", "")
    wanted = request.GET.get("show", "")
    every = monitoring.ward(by=by, at=request.at, teams=(team,) if team else ())
    rows = [row for row in every if _wanted(row, wanted)]
    context = {
        "rows": rows, "every": every, "team": team, "wanted": wanted if wanted in SHOWS else "", "wards": _wards(by),
        "shows": [(code, words, sum(_wanted(row, code) for row in every)) for code, words in SHOWS.items()],
        "may_admit": may(by, "monitoring.admit"),
    }  # fmt: skip
    return show(request, "monitoring/ward/page.html", context)


def _wanted(row: monitoring.WardRow, show_only: str) -> bool:
    match show_only:
        case "unread":
            return any(each.unread for each in row.alerts)
        case "late":
            return row.overdue and not row.gap
        case "review":
            return row.review_overdue
        case "unlooked":
            return row.unseen > 0
        case _:
            return True


def _wards(by: Actor) -> list[tuple[str, str]]:
    """The wards that the asker works for, or every ward where they work for none."""
    place = directory.place()
    teams = {
        provider.team: place.teams[provider.team].name
        for policy in place.monitoring_policies.values()
        for code in policy.services
        for provider in place.services[code].providers
    }
    mine = [(code, name) for code, name in teams.items() if code in by.teams]
    return mine or list(teams.items())
