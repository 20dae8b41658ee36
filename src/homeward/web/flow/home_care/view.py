"""Who waits for home care, what can be had now, and how many hours did people need at the start and at the end?"""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.access import api as access
from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.foundation.errors import NotFound
from homeward.hospital import api as hospital
from homeward.people import api as people
from homeward.web.asked_number import asked_number
from homeward.web.asker import may
from homeward.web.flow.acts.care_acts import CARE_ACTS
from homeward.web.page import PageRequest, page, show
from homeward.web.people.health.read import alerts

PAGE_SIZE = 50
A_YEAR = timedelta(days=365)


@page("home_care.view", methods=("GET",))
def care_board(request: PageRequest) -> HttpResponse:
    """What is asked for, beside what the ledger says is free."""
    state = request.GET.get("state", "")
    number = asked_number(request.GET.get("page"))
    rows, total = hospital.care_list(by=request.actor, at=request.at, state=state, page=number, page_size=PAGE_SIZE)
    service = hospital.policy().home_care
    context = {
        "rows": rows,
        "total": total,
        "state": state if state in hospital.CARE_STATES else "",
        "states": [
            (code, words) for code, words in hospital.CARE_STATES.items() if code in ("asked", "agreed", "running")
        ],
        "number": number,
        "last": max(1, -(-total // PAGE_SIZE)),
        "offers": [(_whose(each), each) for each in capacity.offers([service], at=request.at).get(service, ())],
        "hours": hospital.care_hours(since=request.at - A_YEAR, until=request.at, by=request.actor, at=request.at),
    }
    return show(request, "flow/home_care/page.html", context)


@page("home_care.view", methods=("GET",))
def one_care(request: PageRequest, request_id: UUID) -> HttpResponse:
    """One request, whole."""
    by, at = request.actor, request.at
    person_id = hospital.person_of_home_care({"request_id": request_id})
    with access.gate.person(person_id, by=by, at=at, why="home care"):
        found = hospital.home_care(request_id)
        if found is None:
            raise NotFound("There is no such request.", next_step="Go back to home care.")
        needs = hospital.way_home(found.row.stay_id).needs if found.row.stay_id else ()
        context = {
            "found": found,
            "row": found.row,
            "needs": needs,
            "banner": people.banner(person_id, by, at),
            "alerts": alerts(person_id, by=by, at=at),
        }
    context["ledger"] = _on_ledger(request_id, found.row.team_code, request)
    theirs = {found.row.team_code, found.row.asked_team} & set(by.teams)
    none_to_take = not any(each.state == "open" for each in found.offers)
    context["acts"] = [
        act for act in CARE_ACTS.values()
        if theirs and may(by, act.permission) and found.row.state in act.states and not (none_to_take and act.slug == "take")
    ]  # fmt: skip
    context["can_see_person"] = may(by, "person.view")
    context["reasons"] = {each.code: each.title for each in hospital.policy().why_handed_back}
    return show(request, "flow/home_care/one.html", context)


def _on_ledger(request_id: UUID, team_code: str, request: PageRequest) -> dict[str, Any]:
    """What is kept or booked for them on the ledger of capacity, and how each of their brokers' lines stands now."""
    lines = {each.line_id: each for each in hospital.home_care_lines(team_code, at=request.at)}
    return {
        "lines": [(_whose(each), each) for each in lines.values()],
        "shares": [
            (_whose(lines[each.line_id]), each)
            for each in capacity.shares(request_id, at=request.at)
            if each.line_id in lines
        ],
    }


def _whose(line: capacity.Offer) -> str:
    return line.site or directory.place().teams[line.team_code].name
