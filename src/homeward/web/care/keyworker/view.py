"""Who holds this care by name?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from homeward.episodes import api as episodes
from homeward.foundation.errors import Clash, NotPermitted, Refused
from homeward.visits import api as visits
from homeward.visits.api import Care
from homeward.web.asker import may
from homeward.web.care.asking import open_care
from homeward.web.care.keyworker.form import KeyworkerForm
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.people.health.opened import alerts_of


@page("episode.keyworker")
def keyworker(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """Name, change or take away the keyworker, and go back to where it was asked: the caseload, the person or the care."""
    by, at = request.actor, request.at
    care = visits.care(referral_id, by=by, at=at)
    open_care(care)
    if not care.theirs:
        raise NotPermitted(f"{care.team_name} gives this care.", next_step="Ask them to name the keyworker.")
    form, clash = _form(request, care), None
    if form.is_valid():
        try:
            return _done(request, care, form)
        except Clash as found:
            clash, care = found, visits.care(referral_id, by=by, at=at)
            form = _form(request, care, again=True)
        except NotPermitted:
            raise
        except Refused as refused:
            blame(form, refused)
    context = {
        "care": care, "alerts": alerts_of(request, care.banner.person_id, why="care"), "clash": clash, "back": _back(request, care),
        "left": bool(episodes.who_left([care.episode], at=at)), "came": _from(request),
    }  # fmt: skip
    return show(request, "care/keyworker/page.html", context, form=form, status=409 if clash else 200)


def _form(request: PageRequest, care: Care, *, again: bool = False) -> KeyworkerForm:
    found = care.episode
    return KeyworkerForm(
        request.POST if request.method == "POST" and not again else None,
        colleagues=episodes.colleagues_of(found.team_code, at=request.at), named=found.keyworker_user is not None,
        version=found.keyworker_version, chosen=request.POST.get("to") or str(found.keyworker_user or ""), auto_id="f-%s",
    )  # fmt: skip


def _done(request: PageRequest, care: Care, form: KeyworkerForm) -> HttpResponse:
    name = episodes.set_keyworker(
        episode_id=care.episode.id, user_id=form.chosen(), by=request.actor, at=request.at,
        expected_version=form.cleaned_data["version"],
    )  # fmt: skip
    whom = care.banner.name
    messages.success(request, f"{name} is the keyworker of {whom} now." if name else f"{whom} has no keyworker now.")
    return redirect(_back(request, care))


def _from(request: PageRequest) -> str:
    asked = request.POST.get("from") or request.GET.get("from", "")
    return asked if asked in ("caseload", "person") else ""


def _back(request: PageRequest, care: Care) -> str:
    came = _from(request)
    if came == "caseload" and may(request.actor, "caseload.view"):
        return f"{reverse('caseload')}?team={care.episode.team_code}#people"
    if came == "person" and may(request.actor, "person.view"):
        return reverse("person", args=[care.banner.person_id])
    return reverse("care", args=[care.need.row.id])
