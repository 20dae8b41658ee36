"""Who is on the virtual wards, the most pressing first?"""

from collections.abc import Iterable

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
    found, asked = _asked(request)
    context = {
        **asked, "rows": found.rows, "all": found.counts[""], "wards": wards_of(by),
        "shows": [(code, words, found.counts[code]) for code, words in SHOWS.items()],
        "may": lambda permission: may(by, permission), "on_duty": monitoring.on_duty(by.teams, at=request.at),
    }  # fmt: skip
    return show(request, "monitoring/ward/page.html", context)


@page("monitoring.view", methods=("GET",))
def rows(request: PageRequest) -> HttpResponse:
    """The list alone, for a page that is open and heard that something changed."""
    found, asked = _asked(request, counted=False)
    return show(request, "monitoring/ward/_rows.html", {**asked, "rows": found.rows})


def _asked(request: PageRequest, *, counted: bool = True) -> tuple[monitoring.Ward, dict[str, str]]:
    team, wanted = request.GET.get("team", ""), request.GET.get("show", "")
    wanted = wanted if wanted in SHOWS else ""
    found = monitoring.ward(
        by=request.actor, at=request.at, teams=(team,) if team else (), show=wanted, counted=counted
    )
    return found, {"team": team, "wanted": wanted}


def wards_of(by: Actor) -> list[tuple[str, str]]:
    """The wards that the asker works for, and their teams whose visitors measure; every ward where they work for none."""
    place = directory.place()
    policies = place.monitoring_policies.values()
    wards = _teams(code for policy in policies for code in policy.services)
    visitors = _teams(code for policy in policies if policy.at_visits for code in policy.at_visits.services)
    mine = [(code, name) for code, name in {**wards, **visitors}.items() if code in by.teams]
    return mine or list(wards.items())


def _teams(services: Iterable[str]) -> dict[str, str]:
    place = directory.place()
    return {each.team: place.teams[each.team].name for code in services for each in place.services[code].providers}
