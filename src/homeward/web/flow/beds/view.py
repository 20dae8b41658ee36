"""Who is in a recovery bed, who has been there too long, and does every site give the same?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.foundation.errors import NotFound
from homeward.hospital import api as hospital
from homeward.people import api as people
from homeward.web.asker import may
from homeward.web.flow.acts.bed_acts import BED_ACTS
from homeward.web.page import PageRequest, page, show
from homeward.web.people.health.read import alerts


@page("bed_stay.view", methods=("GET",))
def bed_board(request: PageRequest) -> HttpResponse:
    """People by site, and the sites side by side."""
    site = request.GET.get("site", "")
    site = site if site in directory.place().recovery_beds else ""
    rows = hospital.beds(by=request.actor, at=request.at, site=site)
    sites = hospital.sites(by=request.actor, at=request.at)
    shown = [each for each in sites if site in ("", each.code)]
    context = {
        "rows": rows,
        "long_there": sum(each.long_there for each in shown),
        "not_named": max(0, sum(each.there for each in shown) - len(rows)),
        "kept": hospital.beds_kept(by=request.actor, at=request.at),
        "may_answer": may(request.actor, "bed_stay.accept"),
        "sites": sites,
        "site": site,
        "long_days": hospital.policy().long_recovery_days,
    }
    return show(request, "flow/beds/page.html", context)


@page("bed_stay.view", methods=("GET",))
def one_bed(request: PageRequest, bed_stay_id: UUID) -> HttpResponse:
    """One stay in a recovery bed, whole."""
    by, at = request.actor, request.at
    person_id = hospital.person_of_bed_stay({"bed_stay_id": bed_stay_id})
    with access.gate.person(person_id, by=by, at=at, why="recovery bed"):
        found = hospital.bed_stay(bed_stay_id, at=at)
        if found is None:
            raise NotFound("There is no such stay.", next_step="Go back to the recovery beds.")
        context = {
            "found": found,
            "row": found.row,
            "banner": people.banner(person_id, by, at),
            "alerts": alerts(person_id, by=by, at=at),
        }
    open_here = found.row.left_at is None and found.row.team_code in by.teams
    context["acts"] = [act for act in BED_ACTS.values() if open_here and may(by, act.permission)]
    context["can_see_person"] = may(by, "person.view")
    return show(request, "flow/beds/one.html", context)
