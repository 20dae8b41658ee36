"""What is already known, what is still asked, and is it kept as it is filled in?"""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid
from homeward.grammar.api import Item
from homeward.plans import api as plans
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.plans.form.form import AnswersForm, in_field, initial

MINE = "mine."


@page("plan.answer")
def form(request: PageRequest, person_id: UUID, code: str) -> HttpResponse:
    """Every press of a button keeps what was typed; 'finish' asks for what is missing."""
    view = plans.form_view(code, person_id, by=request.actor, at=request.at)
    if request.method != "POST":
        return _drawn(request, view, AnswersForm(view=view, auto_id="f-%s"))
    posted = _with_mine(request.POST)
    typed = AnswersForm(posted, view=view, auto_id="f-%s")
    whole = typed.is_valid()
    saved = plans.save_progress(
        person_id=person_id, code=code, seen=_seen(posted), answers=typed.answers(), by=request.actor, at=request.at
    )  # fmt: skip
    if whole and not saved.clashes:
        if posted.get("step") == "later":
            messages.success(request, f"'{view.form.title}' is kept. Finish it when you can.")
            return redirect("forms", person_id)
        if posted.get("step") == "finish":
            try:
                done = plans.finish(response_id=saved.response_id, by=request.actor, at=request.at)
                messages.success(
                    request, f"'{view.form.title}' is finished. Every form that asks the same now knows its answers."
                )
                return redirect("answers", person_id, done)
            except Invalid as wrong:
                blame(typed, Invalid({f"q.{link}": words for link, words in wrong.errors.items()}))
    return _again(request, code, person_id, typed, posted, saved.clashes)


def _again(
    request: PageRequest, code: str, person_id: UUID, typed: AnswersForm, posted: QueryDict, clashes: Sequence[plans.Clashing]
) -> HttpResponse:  # fmt: skip
    """The form as it now stands, with what was wrong and what clashed."""
    view = plans.form_view(code, person_id, by=request.actor, at=request.at)
    if not typed.errors:
        return _drawn(request, view, AnswersForm(view=view, auto_id="f-%s"), clashes)
    again = AnswersForm(_as_it_stands(view, typed, posted), view=view, auto_id="f-%s")
    again.full_clean()
    told = {name: str(words[0]) for name, words in typed.errors.items() if name not in again.errors}
    if told:
        blame(again, Invalid(told))
    return _drawn(request, view, again, clashes)


def _as_it_stands(view: plans.FormView, typed: AnswersForm, posted: QueryDict) -> QueryDict:
    """What is kept now, also by others, and as it was typed only where that could not be kept."""
    data = QueryDict(mutable=True)
    for name, value in initial(view).items():
        if name in typed.errors:
            continue
        if value is True:
            data[name] = "on"
        else:
            data.setlist(name, value if isinstance(value, list) else [str(value)])
    for name in typed.errors:
        for each in (name, name.replace("q.", "still.", 1)):
            if each in posted:
                data.setlist(each, [str(value) for value in posted.getlist(each)])
    return data


def _drawn(
    request: PageRequest, view: plans.FormView, typed: AnswersForm, clashes: Sequence[plans.Clashing] = ()
) -> HttpResponse:
    items = {question.item.link_id: question.item for question in view.questions}
    said = {
        clash.link_id: {
            "clash": clash,
            "theirs": _words(items[clash.link_id], clash.theirs.typed),
            "mine": _words(items[clash.link_id], clash.mine),
            "raw": _raw(items[clash.link_id], clash.mine),
        }
        for clash in clashes
    }
    context = {"view": view, "person_id": view.banner.person_id, "clashes": said}
    return show(request, "plans/form/page.html", context, form=typed)


def _words(item: Item, typed: plans.Typed) -> str:
    return "nothing" if typed.value is None else plans.in_words(item, typed.value)


def _raw(item: Item, typed: plans.Typed) -> str:
    value = in_field(item, typed.value)
    return "\n".join(value) if isinstance(value, list) else str(value)


def _with_mine(posted: QueryDict) -> QueryDict:
    """Where somebody chose their own answer over a colleague's, it is the one on the page."""
    chosen = posted.copy()
    for name in posted:
        if name.startswith(MINE):
            link = name.removeprefix(MINE)
            chosen.setlist(f"q.{link}", str(posted[name]).splitlines() or [""])
            chosen.pop(f"still.{link}", None)
    return chosen


def _seen(posted: QueryDict) -> int:
    typed = posted.get("seen", "")
    return int(typed) if typed.isdecimal() else 0
