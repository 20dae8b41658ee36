"""Who opened this person's record in the last year, and why?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.access import api as access
from homeward.people import api as people
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show

MOST = 200


@page("who_looked.view", methods=("GET",))
def looked(request: PageRequest, person_id: UUID) -> HttpResponse:
    """For the team that looks after the person; one row for each person, reason and day."""
    by, at = request.actor, request.at
    with access.gate.person(person_id, by=by, at=at, why="who looked"):
        banner = people.banner(person_id, by, at)
        looks = access.who_looked(person_id, by=by, at=at, limit=MOST)
    context = {"banner": banner, "person_id": person_id, "looks": looks, "full": len(looks) >= MOST}
    context["can_see_person"] = may(by, "person.view")
    return show(request, "people/looked/page.html", context)
