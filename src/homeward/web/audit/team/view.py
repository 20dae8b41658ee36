"""Which records did our own team open, and why?"""

from django.http import HttpResponse

from homeward.access import api as access
from homeward.web.asked_number import asked_number
from homeward.web.audit.folded import lines
from homeward.web.audit.names import team_names
from homeward.web.audit.team.form import TeamForm
from homeward.web.page import PageRequest, page, show


@page("who_looked.view", methods=("GET",))
def team_log(request: PageRequest) -> HttpResponse:
    """Newest first, with its filters in the address. Names only of people whom the team looks after now."""
    form = TeamForm(request.GET, auto_id="%s")
    found = None
    if form.is_valid():
        number = asked_number(request.GET.get("page"))
        found = access.team_openings(by=request.actor, at=request.at, page=number, filters=form.filters())
    query = request.GET.copy()
    query.pop("page", None)
    people = (row.person_id for row in found.rows) if found else ()
    names = team_names(people, by=request.actor, at=request.at)
    told = lines(found.rows) if found else []
    context = {"found": found, "lines": told, "names": names, "query": query.urlencode()}
    return show(request, "audit/team/page.html", context, form=form)
