"""Is this a new person, or somebody already here?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid, NotPermitted
from homeward.foundation.moments import london_day
from homeward.people import api as people
from homeward.web.asker import may
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.people.register.typed import half_typed
from homeward.web.refer.need.person_form import PersonForm
from homeward.web.refer.need.practices import practices

FIELDS = {"given": "given", "family": "family", "ward_code": "postcode", "practice_code": "practice"}


@page("person.register")
def register(request: PageRequest) -> HttpResponse:
    """Register somebody; people who are like them are shown first, with the reason, and one more click says it is none of them."""
    form = _form(request)
    alike: list[people.Likeness] = []
    if form.is_valid():
        alike = people.likenesses(details=form.details(), by=request.actor, at=request.at)
        if not alike or request.POST.get("none_of_these"):
            try:
                return _registered(request, people.register(details=form.details(), by=request.actor, at=request.at))
            except Invalid as wrong:
                blame(form, Invalid({FIELDS.get(field, field): words for field, words in wrong.errors.items()}))
    context = {"alike": alike, "practices": form.practices, "may_view": may(request.actor, "person.view")}
    return show(request, "people/register/page.html", context, form=form)


@page("person.register", methods=("POST",))
def likenesses(request: PageRequest) -> HttpResponse:
    """The same list while the details are being typed: a fragment, empty until there is enough to go by."""
    details = half_typed(request.POST, today=london_day(request.at))
    alike = people.likenesses(details=details, by=request.actor, at=request.at) if details else []
    context = {"alike": alike, "may_view": may(request.actor, "person.view")}
    return show(request, "people/register/_alike.html", context)


def _form(request: PageRequest) -> PersonForm:
    posted = request.POST if request.method == "POST" else None
    today = london_day(request.at)
    return PersonForm(posted, today=today, practices=practices(on=today), auto_id="%s")


def _registered(request: PageRequest, person: people.Person) -> HttpResponse:
    try:
        name = people.banner(person.id, request.actor, request.at).name
    except NotPermitted:  # the role sees only people whom its team looks after, and no team does yet
        messages.success(request, "The person is registered. Make a referral for the help they need.")
        return redirect("people" if may(request.actor, "person.search") else "refer")
    messages.success(request, f"{name} is registered.")
    return redirect("person", person.id)
