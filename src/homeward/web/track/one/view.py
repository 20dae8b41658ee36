"""Where is this one? In plain words, with what the follower can do: answer, add something, withdraw."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted, Refused
from homeward.referrals import api as referrals
from homeward.referrals.api import TrackView
from homeward.web.asker import may
from homeward.web.offering import offer
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.track.follow import follow
from homeward.web.track.one.form import AnswerForm, WithdrawForm
from homeward.web.track.partner.asked import asked_of


@page("referral.track")
def one(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """GET shows it. POST keeps an answer to the open question, or a note when there is none."""
    view, actor = follow(request, referral_id)
    can_add = view.can_answer or (not view.ended and may(actor, "referral.note"))
    form = AnswerForm(request.POST if request.method == "POST" else None, auto_id="%s")
    if not view.can_answer:
        form.fields["words"].label = _("Add something we should know")
    if request.method == "POST" and can_add and form.is_valid():
        try:
            _say(view, form.cleaned_data["words"], actor, request)
        except NotPermitted:
            raise
        except Refused as refused:
            blame(form, refused)
        else:
            messages.success(request, _("Thank you. The team can see what you wrote."))
            return redirect("track_one", referral_id)
    asked = asked_of(referral_id, by=actor, at=request.at)
    context = {"view": view, "can_add": can_add, "staff": actor.kind == "staff", "asked": asked}
    return show(request, "track/one/page.html", context, form=form)


@page("referral.track")
def withdraw(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """Ask why, then withdraw it."""
    view, actor = follow(request, referral_id)
    reasons = directory.place().reasons_for("revoke")
    form = WithdrawForm(request.POST if request.method == "POST" else None, auto_id="%s")
    offer(form, "reason_code", [(each.code, each.title) for each in reasons.reasons])
    if request.method == "POST" and form.is_valid():
        try:
            referrals.revoke(referral_id=referral_id, by=actor, at=request.at, **form.cleaned_data)
        except NotPermitted:
            raise
        except Refused as refused:
            blame(form, refused)
        else:
            messages.success(request, _("It is withdrawn, and everyone who had it has been told."))
            return redirect("track_one", referral_id)
    return show(request, "track/one/withdraw.html", {"view": view}, form=form)


def _say(view: TrackView, words: str, actor: Actor, request: PageRequest) -> None:
    say = referrals.answer if view.can_answer else referrals.note
    say(referral_id=view.id, words=words, by=actor, at=request.at)
