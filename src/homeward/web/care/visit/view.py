"""When does somebody go again?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.visits import api as visits
from homeward.web.care.asking import ask, open_care
from homeward.web.care.visit.form import VisitForm
from homeward.web.page import PageRequest, page


@page("visit.plan")
def visit(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """Plan a further visit under this need, for the team that gives the care."""
    by, at = request.actor, request.at
    care = visits.care(referral_id, by=by, at=at)
    episode_id = open_care(care)
    form = VisitForm(request.POST if request.method == "POST" else None, now=at, auto_id="f-%s")
    return ask(
        request, "care/visit/page.html", care, form, done="The visit is planned. It is on your team’s round on its day.",
        act=lambda typed: visits.plan(
            person_id=care.episode.person_id, referral_id=referral_id, episode_id=episode_id,
            team_code=care.episode.team_code, planned_at=typed["planned_at"], way=typed["way"],
            purpose=typed["purpose"].strip(), by=by, at=at,
        ),
    )  # fmt: skip
