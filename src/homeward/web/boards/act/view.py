"""What is being done about one number, and how far is one action?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import Clash, Invalid
from homeward.measures import api as measures
from homeward.web.asker import may
from homeward.web.boards.act.form import WordsForm
from homeward.web.boards.act.watched import watched
from homeward.web.page import PageRequest, blame, page, show


@page("numbers.view", methods=("GET",))
def actions(request: PageRequest, code: str) -> HttpResponse:
    """Every action about one number, overdue first, and what changed."""
    found = measures.flags_of([code], by=request.actor, at=request.at)
    waiting = [each for each in found if not each.seen_at]
    context = {
        "measure": measures.measure_called(code), "measures": directory.place().measures,
        "actions": measures.actions_about([code], by=request.actor, at=request.at),
        "flags": waiting, "by_chance": measures.by_chance(waiting), "past": [each for each in found if each.seen_at],
        "may_act": may(request.actor, "number.act"), "may_see": may(request.actor, "number.see_flag"),
        "may_follow": may(request.actor, "number.follow"), "may_build": False, "follow_kind": "measure", "follow_code": code,
        "follows": ("measure", code) in measures.followed(by=request.actor), **watched(request, code),
    }  # fmt: skip
    return show(request, "boards/act/all.html", context)


@page("numbers.view", methods=("GET",))
def action(request: PageRequest, action_id: UUID) -> HttpResponse:
    """One action: what, who, by when, what happened since."""
    return _drawn(request, action_id, WordsForm(auto_id="f-%s"))


@page("number.note", methods=("POST",))
def action_note(request: PageRequest, action_id: UUID) -> HttpResponse:
    """How far it is."""
    form = WordsForm(request.POST, auto_id="f-%s")
    if form.is_valid():
        try:
            measures.note(action_id=action_id, words=form.cleaned_data["words"], by=request.actor, at=request.at)
            messages.success(request, "Your note is kept.")
            return redirect("action", action_id)
        except Invalid as refused:
            blame(form, refused)
    return _drawn(request, action_id, form)


@page("number.finish", methods=("POST",))
def action_finish(request: PageRequest, action_id: UUID) -> HttpResponse:
    """It is done, and this came of it."""
    form = WordsForm(request.POST, auto_id="f-%s")
    if form.is_valid():
        try:
            measures.finish(action_id=action_id, outcome=form.cleaned_data["words"], by=request.actor, at=request.at)
            messages.success(request, "Done. What came of it stays with the number.")
            return redirect("action", action_id)
        except Invalid as refused:
            blame(form, refused)
        except Clash as clash:
            messages.warning(request, f"{clash.message} {clash.next_step}")
            return redirect("action", action_id)
    return _drawn(request, action_id, form)


def _drawn(request: PageRequest, action_id: UUID, form: WordsForm) -> HttpResponse:
    found = measures.action_called(action_id, by=request.actor, at=request.at)
    context = {
        "each": found, "measure": directory.place().measures.get(found.row.measure_code),
        "may_note": may(request.actor, "number.note"), "may_finish": may(request.actor, "number.finish"),
    }  # fmt: skip
    return show(request, "boards/act/one.html", context, form=form)
