"""Who may join a virtual ward, and may this person?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import Invalid
from homeward.monitoring import api as monitoring
from homeward.web.asker import may
from homeward.web.monitoring.join.form import JoinForm
from homeward.web.page import PageRequest, blame, page, show


@page("monitoring.admit", methods=("GET",))
def waiting(request: PageRequest) -> HttpResponse:
    """People whom the asker's teams look after and who are on no ward: those accepted for one first."""
    rows = monitoring.may_join(by=request.actor, at=request.at)
    places = monitoring.places(at=request.at)
    return show(request, "monitoring/join/list.html", {"rows": rows, "places": places, "may_end": may(request.actor, "episode.close")})


@page("monitoring.admit")
def join(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """The declared checks, then the stay begins; a full ward is said in the ledger's own words."""
    joining = monitoring.joining(referral_id, by=request.actor, at=request.at)
    posted = request.POST if request.method == "POST" else None
    wards = [(each.code, f"{each.title}: {each.words}") for each in joining.wards]
    form = JoinForm(
        posted, wards=wards, checks=joining.checks, initial={"came_from": joining.came_from}, auto_id="f-%s"
    )
    if form.is_valid():
        typed = form.cleaned_data
        service, _, team = typed["ward"].partition("|")
        try:
            stay_id = monitoring.admit(
                person_id=joining.banner.person_id, referral_id=referral_id, service_code=service, team_code=team,
                checks=form.met(), came_from=typed["came_from"], senior_name=typed["senior_name"],
                spo2_scale=typed["spo2_scale"], scale_why=typed["scale_why"], by=request.actor, at=request.at,
            )  # fmt: skip
        except Invalid as wrong:
            blame(form, wrong)
        else:
            messages.success(
                request, f"They have joined the {directory.service(service).title.lower()}. Take a whole set now."
            )
            return redirect("ward_stay", stay_id)
    return show(request, "monitoring/join/page.html", {"joining": joining}, form=form)
