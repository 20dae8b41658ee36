"""Who must somebody still look at?"""

from django.http import HttpResponse

from homeward.people import api as people
from homeward.web.page import PageRequest, page, show


@page("person.correct", methods=("GET",))
def review(request: PageRequest) -> HttpResponse:
    """People registered apart, with the reason, newest first."""
    rows = people.in_review(by=request.actor, at=request.at)
    return show(request, "people/review/page.html", {"rows": rows})
