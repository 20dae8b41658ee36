"""How do I ask for another time, or cancel? The team is asked and answers: nothing is changed behind anybody's back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from homeward.episodes import api as episodes
from homeward.foundation.errors import Invalid, NotFound
from homeward.foundation.ids import new_id
from homeward.foundation.moments import clock_face, london_day
from homeward.visits.api import VisitView
from homeward.web.me.change.form import ChangeForm
from homeward.web.me.mine import mine
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, blame, page, show

ASKED = {"time": "asks for another time", "cancel": "asks to cancel", "tell": "wrote"}  # as the team reads it


@page("me.visits")
def change(request: PageRequest, visit_id: UUID) -> HttpResponse:
    """GET asks what and why; POST puts it on the team's list."""
    by, at = request.actor, request.at
    who = whose(by, at)
    found = mine(who, by=by, at=at)
    visit = next((each for each in found.coming if each.id == visit_id), None)
    if visit is None:
        raise NotFound(_("There is no such visit to come."), next_step=_("Look at your visits to see what is booked."))
    form = ChangeForm(request.POST if request.method == "POST" else None, initial={"key": new_id()}, auto_id="%s")
    if request.method == "POST" and form.is_valid():
        try:
            episodes.write_to_team(
                task_id=form.cleaned_data["key"], person_id=who.person_id, subject_id=visit.referral_id, team=visit.team_code,
                title=f"{by.name} {ASKED[form.cleaned_data['change']]}: {_said(visit)}", words=form.cleaned_data["words"], by=by, at=at,
            )  # fmt: skip
        except Invalid as wrong:
            blame(form, Invalid({field if field == "words" else "": words for field, words in wrong.errors.items()}))
        else:
            messages.success(request, _("The team has been asked. The visit stays as it is until they answer you."))
            return redirect("me_messages") if "me.messages" in by.scopes or who.own else redirect("me_visits")
    context = {"whose": who, "visit": visit, "team": found.helper(visit.team_code)}
    return show(request, "me/change/page.html", context, form=form)


def _said(visit: VisitView) -> str:
    """The visit as its team knows it."""
    if visit.planned_at is None:
        return f"{visit.purpose or 'visit'}, no time set"
    day = london_day(visit.planned_at)
    return f"{visit.purpose or 'visit'} on {day.day} {day:%B} at {clock_face(visit.planned_at)}"
