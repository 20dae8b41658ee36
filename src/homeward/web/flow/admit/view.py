"""How is somebody admitted by hand, when no ward system tells of it?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Refused
from homeward.foundation.ids import new_id
from homeward.hospital import api as hospital
from homeward.people.api import PersonDetails, find_or_register
from homeward.web.flow.admit.form import AdmitForm
from homeward.web.page import PageRequest, blame, page, show


@page("stay.admit")
def admit(request: PageRequest) -> HttpResponse:
    """Find the person or register them, and begin the stay."""
    posted = request.POST if request.method == "POST" else None
    form = AdmitForm(posted, at=request.at, thing=new_id(), auto_id="f-%s")
    if form.is_valid():
        told = form.cleaned_data
        try:
            person, _ = find_or_register(
                details=PersonDetails(
                    family=told["family"], given=told["given"], birth_date=told["birth_date"], nhs_number=told["nhs_number"]
                ),
                by=request.actor, at=request.at,
            )  # fmt: skip
            where, _, ward = told["ward"].partition("|")
            stay_id = hospital.admit(
                person_id=person.id, hospital=where, ward=ward, bed=told["bed"], method=told["method"],
                reason_words=told["reason"], from_care_home=told["from_care_home"], admitted_at=form.moment(),
                by=request.actor, at=request.at,
            )  # fmt: skip
            messages.success(request, "Admitted. They are on the board.")
            return redirect("flow_stay", stay_id)
        except Refused as refused:
            blame(form, refused)
    return show(request, "flow/admit/page.html", {}, form=form)
