"""Where does the person live now, and with which practice?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import Invalid
from homeward.foundation.moments import london_day
from homeward.people import api as people
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.people.move.form import MoveForm
from homeward.web.refer.need.practices import practices


@page("person.move")
def move(request: PageRequest, person_id: UUID) -> HttpResponse:
    """Record a move. Open needs go with the person; the teams concerned are told."""
    banner = people.banner(person_id, request.actor, request.at)
    today = london_day(request.at)
    wards = [(area.code, area.name) for area in directory.areas_listed("ward", on=today)]
    posted = request.POST if request.method == "POST" else None
    form = MoveForm(posted, today=today, practices=practices(on=today), wards=wards, auto_id="%s")
    if form.is_valid():
        try:
            _move(request, person_id, form)
            messages.success(request, f"{banner.name} has moved. Their open needs go with them.")
            return redirect("person", person_id)
        except Invalid as wrong:
            blame(form, wrong)
    context = {"banner": banner, "person_id": person_id, "practices": form.practices}
    return show(request, "people/move/page.html", context, form=form)


def _move(request: PageRequest, person_id: UUID, form: MoveForm) -> None:
    typed = form.cleaned_data
    people.move(
        person_id=person_id,
        since=typed["since"],
        address_lines=tuple(part.strip() for part in typed["address"].split(",") if part.strip()),
        postcode=typed["postcode"],
        ward_code=typed["ward"],
        practice_code=typed["practice"],
        by=request.actor,
        at=request.at,
    )
