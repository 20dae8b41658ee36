"""Which person is meant?"""

from django.http import HttpResponse

from homeward.foundation.moments import london_day
from homeward.people import api as people
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show
from homeward.web.people.search.form import SearchForm


@page("person.search", methods=("GET",))
def search(request: PageRequest) -> HttpResponse:
    """Up to 20 people who fit, the likeliest first, each with the reason. Every search is written down."""
    asked = "q" in request.GET or "born" in request.GET
    form = SearchForm(request.GET if asked else None, today=london_day(request.at), auto_id="%s")
    found = None
    if form.is_valid():
        typed = form.cleaned_data
        found = people.search(text=typed["q"], birth_date=typed["born"], by=request.actor, at=request.at)
    for field in form.fields.values():
        field.required = True  # one of the two is wanted, so neither is marked as optional; both were checked above
    context = {
        "found": found,
        "may_view": may(request.actor, "person.view"),
        "may_register": may(request.actor, "person.register"),
        "may_correct": may(request.actor, "person.correct"),
        "may_refer": may(request.actor, "referral.make"),
    }
    return show(request, "people/search/page.html", context, form=form)
