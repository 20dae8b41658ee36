"""How does a partner without an account say yes, or pass a need on so that somebody always has it?"""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, NotPermitted, Refused
from homeward.referrals import api as referrals
from homeward.referrals.api import TrackView
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.track.follow import follow
from homeward.web.track.partner.asked import Asked, asked_of
from homeward.web.track.partner.form import NoRoomForm, PassOnForm, YesForm


@page("referral.track", methods=("POST",))
def accept(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """We will do this."""
    _, actor, _ = _taken(request, referral_id)
    form = YesForm(request.POST)
    if not form.is_valid():
        raise Refused("This page is out of date.", next_step="Open your link again and look once more.")
    try:
        referrals.accept(
            referral_id=referral_id, by=actor, at=request.at, expected_version=form.cleaned_data["version"]
        )
    except Clash as clash:
        messages.warning(request, f"{clash.message} {clash.next_step}")
        return redirect("track_one", referral_id)
    messages.success(request, "Thank you. It is yours now: who it is and how to reach them is below.")
    return redirect("track_one", referral_id)


@page("referral.track")
def pass_on(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """GET asks why and to which hub; POST passes it on."""
    view, actor, asked = _taken(request, referral_id)
    form = PassOnForm(request.POST or None, initial={"version": view.version}, auto_id="%s")
    first = asked.hub_name
    form.offer(asked.moves.decline_reasons, sorted(asked.moves.next_owners, key=lambda hub: (hub[1] != first, hub[1])))
    return _answered(request, view, form, "track/partner/pass_on.html", asked, lambda: referrals.decline(
        referral_id=referral_id, reason_code=form.cleaned_data["reason_code"], words=form.cleaned_data["words"],
        next_team=form.cleaned_data["next_team"], expected_version=form.cleaned_data["version"], by=actor, at=request.at,
    ))  # fmt: skip


@page("referral.track")
def no_room(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """GET explains; POST gives it back to the hub, which counts the lack of room."""
    view, actor, asked = _taken(request, referral_id, kind="no_capacity")
    form = NoRoomForm(request.POST or None, initial={"version": view.version}, auto_id="%s")
    return _answered(request, view, form, "track/partner/no_room.html", asked, lambda: referrals.no_capacity(
        referral_id=referral_id, words=form.cleaned_data["words"], expected_version=form.cleaned_data["version"],
        by=actor, at=request.at,
    ))  # fmt: skip


def _taken(request: PageRequest, referral_id: UUID, *, kind: str = "accept") -> tuple[TrackView, Actor, Asked]:
    """The referral, the link's holder and what they are asked. Refuses whoever may not answer now."""
    view, actor = follow(request, referral_id)
    asked = asked_of(referral_id, by=actor, at=request.at)
    if asked is None or kind not in asked.moves.may:
        raise NotPermitted(
            "This cannot be answered here now.", next_step=f"{view.team_name} has it. Ring them if you need to."
        )
    return view, actor, asked


def _answered(
    request: PageRequest,
    view: TrackView,
    form: forms.Form,
    template: str,
    asked: Asked,
    act: Callable[[], object],
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except NotPermitted:
            raise
        except Clash as clash:
            messages.warning(request, f"{clash.message} {clash.next_step}")
            return redirect("track_one", view.id)
        except Refused as refused:
            blame(form, refused)
        else:
            messages.success(request, "Thank you for saying so. The hub has it now and finds other help.")
            return redirect("track_one", view.id)
    return show(request, template, {"view": view, "asked": asked}, form=form)
