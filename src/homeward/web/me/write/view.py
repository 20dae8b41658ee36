"""How do I write to my team? It becomes theirs to answer, by a day."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from homeward.episodes import api as episodes
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.web.me.mine import mine
from homeward.web.me.whose import whose
from homeward.web.me.write.form import WriteForm
from homeward.web.offering import offer
from homeward.web.page import PageRequest, blame, page, show


@page("me.messages")
def write(request: PageRequest) -> HttpResponse:
    """GET asks to whom and what; POST puts it on that team's list."""
    by, at = request.actor, request.at
    who = whose(by, at)
    found = mine(who, by=by, at=at)
    form = WriteForm(
        request.POST if request.method == "POST" else None,
        initial={"key": new_id(), "team": request.GET.get("team") or (found.helpers[0].code if found.helpers else "")},
        auto_id="%s",
    )
    offer(form, "team", [(each.code, each.name) for each in found.helpers])
    if request.method == "POST" and form.is_valid():
        team = found.helper(form.cleaned_data["team"])
        assert team is not None  # the form offers no other
        try:
            episodes.write_to_team(
                task_id=form.cleaned_data["key"], person_id=who.person_id, subject_id=team.about, team=team.code,
                title=f"{by.name} wrote to you", words=form.cleaned_data["words"], by=by, at=at,
            )  # fmt: skip
        except Invalid as wrong:
            blame(form, wrong)
        else:
            messages.success(request, _("Your message is sent. The team answers here."))
            return redirect("me_messages")
    return show(request, "me/write/page.html", {"whose": who, "mine": found}, form=form)
