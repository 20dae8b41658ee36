"""What is there for me to do, across people and teams, and what runs out first?"""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.rounds import api as rounds
from homeward.visits import api as visits
from homeward.web.asked_number import asked_number
from homeward.web.asker import may
from homeward.web.capacity.asked import asked_numbers
from homeward.web.menu import menu
from homeward.web.my_work.work.words import NEWS
from homeward.web.notices.shown import shown as notices_shown
from homeward.web.page import PageRequest, page, show

# Where what is to be done leads, by what it is about, and who opens that page.
LEADS = {
    "referral": ("hub_referral", "hub.view"), "stay": ("flow_stay", "flow.view"), "call": ("line_call", "line.view"),
    "follow_up": ("flow_follow_up_answer", "follow_up.answer"),
}  # fmt: skip
KINDS = {"": "Everything", "need": "Needs", "visit": "Visits", "task": "Tasks"}


@page("my_work.view", methods=("GET",))
def work(request: PageRequest) -> HttpResponse:
    """What their teams own, the person whose clock runs out first at the top."""
    by, asked = request.actor, request.GET
    kind = asked.get("kind", "") if asked.get("kind", "") in KINDS else ""
    teams = [team for team in asked.getlist("team") if team in by.teams]
    mine, unread = "mine" in asked, "unread" in asked
    found = visits.my_work(
        by=by, at=request.at, teams=teams, kind=kind, mine=mine, unread=unread,
        page=asked_number(asked.get("page")), stretch=rounds.my_stretch(by=by, at=request.at),
    )  # fmt: skip
    chosen = {"kind": kind, "team": teams, "mine": "1" if mine else "", "unread": "1" if unread else ""}
    context = {
        "work": found, "kinds": KINDS, "kind": kind, "chosen_teams": teams, "mine": mine, "unread": unread, "news": NEWS,
        "teams": [(code, directory.team(code).name) for code in by.teams if code in directory.place().teams],
        "query": _query(chosen), "without": {name: _query({**chosen, name: ""}) for name in chosen},
        "may_round": may(by, "visit.view"), "may_caseload": bool(by.teams) and may(by, "caseload.view"), "may_hub": may(by, "hub.view"), "may_finish": may(by, "task.done"),
        "has_board": any(entry.address == "/hub/" for entry in menu(request, by)), "may_person": may(by, "person.view"),
        "may_accept": may(by, "referral.accept"), "leads": LEADS,
    }  # fmt: skip
    told = notices_shown(request, page="my_work")
    return show(request, "my_work/work/page.html", context | told | asked_numbers(request, page="my_work"))


def _query(chosen: Mapping[str, object]) -> str:
    return urlencode({name: value for name, value in chosen.items() if value}, doseq=True)
