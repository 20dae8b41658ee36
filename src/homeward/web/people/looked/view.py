"""Who opened this person's record, and why?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.access import api as access
from homeward.people import api as people
from homeward.web.asked_day import asked_day
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show


@page("who_looked.view", methods=("GET",))
def looked(request: PageRequest, person_id: UUID) -> HttpResponse:
    """For the team that looks after the person; one row for each person, reason and day, a page at a time."""
    by, at, before = request.actor, request.at, asked_day(request.GET.get("before"))
    with access.gate.person(person_id, by=by, at=at, why="who looked"):
        banner = people.banner(person_id, by, at)
        found = access.page_of_looks(person_id, by=by, at=at, before=before)
    context = {"banner": banner, "person_id": person_id, "looks": found.rows, "older": found.older, "before": before}
    context["can_see_person"] = may(by, "person.view")
    return show(request, "people/looked/page.html", context)
