"""How do I have it put right? A team of mine is asked, and says what it did."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from homeward.episodes import api as episodes
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.web.me.correct.form import CorrectForm
from homeward.web.me.mine import mine
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, blame, page, show


@page("me.messages")
def correct(request: PageRequest) -> HttpResponse:
    """GET asks what is wrong; POST puts it on a team's list. Somebody whom no team looks after is told whom to ring."""
    by, at = request.actor, request.at
    who = whose(by, at)
    helpers = mine(who, by=by, at=at).helpers
    team = helpers[0] if helpers else None
    form = CorrectForm(request.POST if request.method == "POST" else None, initial={"key": new_id()}, auto_id="%s")
    if request.method == "POST" and team and form.is_valid():
        try:
            episodes.write_to_team(
                task_id=form.cleaned_data["key"], person_id=who.person_id, subject_id=team.about, team=team.code,
                title=f"{by.name} asks for their details to be put right", words=form.cleaned_data["words"], by=by, at=at,
            )  # fmt: skip
        except Invalid as wrong:
            blame(form, Invalid({field if field == "words" else "": words for field, words in wrong.errors.items()}))
        else:
            messages.success(request, _("Your message is sent. The team answers here."))
            return redirect("me_messages")
    return show(request, "me/correct/page.html", {"whose": who, "team": team}, form=form)
