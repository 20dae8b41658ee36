"""What is known and decided about one visit of the round: put off, nobody opens, handed over?"""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from homeward.access.api import gate
from homeward.foundation.errors import Invalid, NotFound
from homeward.rounds import api as rounds
from homeward.web.asker import may
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.rounds.chosen import the_day
from homeward.web.rounds.visit.form import DeferForm, NoteForm, PreferForm, StepForm

SAID = {
    "defer": "The visit is put off, with your name, your reason and the risk beside it. Tell the person.",
    "step": "Noted. Go on with the next step.",
    "prefer": "Noted. The next round is planned by it as far as what is due allows.",
    "note": "Handed over. It shows as unread until a colleague says they read it.",
}


@page("round.no_access")
def one_visit(request: PageRequest, day: str, encounter_id: UUID) -> HttpResponse:
    """One visit; `do` says which of its forms was sent."""
    by, at, when, policy = request.actor, request.at, the_day(day), rounds.policy()
    if policy is None:
        raise NotFound("This place plans no rounds.", next_step="Go back to your work.")
    row = rounds.one_row(encounter_id=encounter_id, day=when, by=by, at=at)
    do = request.POST.get("do", "") if request.method == "POST" else ""
    forms: dict[str, Form] = {
        "defer": DeferForm(
            request.POST if do == "defer" else None, policy=policy, day=when + timedelta(days=1), auto_id="d-%s"
        ),
        "step": StepForm(request.POST if do == "step" else None, auto_id="s-%s"),
        "prefer": PreferForm(request.POST if do == "prefer" else None, now=row.wishes, auto_id="p-%s"),
        "note": NoteForm(request.POST if do == "note" else None, auto_id="n-%s"),
    }
    form = forms.get(do)
    if form is not None and form.is_valid():
        try:
            _done(do, form, row, request)
            messages.success(request, SAID[do])
            here = reverse(
                "rounds" if do == "defer" else "rounds_visit", args=[] if do == "defer" else [day, encounter_id]
            )
            return redirect(here)
        except Invalid as wrong:
            blame(form, wrong)
    decided = rounds.visit_decisions(encounter_id, by=by, at=at)
    done = {each.code for each in decided if each.kind == "no_access"}
    with gate.person(row.person_id, by=by, at=at, why="notes handed over"):
        notes = rounds.notes_of(row.person_id)
    context = {
        "row": row, "day": when, "forms": forms, "decided": decided, "steps": policy.no_access, "done": done, "notes": notes,
        "wish_words": _wished(row.wishes),
        "next_step": next((each for each in policy.no_access if each.code not in done), None), "user_id": by.user_id,
        "titles": {each.code: each.title for each in policy.no_access} | {each.code: each.title for each in policy.deferral_reasons},
        "may": {"defer": may(by, "round.defer"), "note": may(by, "handover.write"), "prefer": may(by, "round.prefer"), "read": may(by, "handover.acknowledge")},
    }  # fmt: skip
    return show(request, "rounds/visit/page.html", context, form=form)


def _wished(wishes: rounds.Wishes | None) -> str:
    """In a sentence; nothing where nobody said anything."""
    if wishes is None:
        return ""
    hours = (
        f"between {wishes.opens // 60}:00 and {wishes.closes // 60}:00"
        if wishes.opens is not None and wishes.closes is not None
        else ""
    )
    said = (
        " and ".join(part for part in (hours, "somebody they know" if wishes.same_face else "") if part)
        or "any hour, anybody"
    )
    return f"{said[0].upper()}{said[1:]}{', said a carer' if wishes.whose == 'carer' else ''}. {wishes.words}".strip()


def _done(do: str, form: Form, row: rounds.VisitRow, request: PageRequest) -> None:
    typed, by, at = form.cleaned_data, request.actor, request.at
    if isinstance(form, DeferForm):
        rounds.defer(
            encounter_id=row.id,
            to=form.to(),
            reason=typed["reason"],
            risk=typed["risk"],
            words=typed["words"],
            by=by,
            at=at,
        )
    elif isinstance(form, PreferForm):
        opens, closes = form.hours()
        rounds.prefer(
            encounter_id=row.id, opens=opens, closes=closes, same_face=typed["same_face"], whose=typed["whose"],
            words=typed["words"], by=by, at=at,
        )  # fmt: skip
    elif do == "step":
        rounds.no_access(encounter_id=row.id, step=typed["step"], words=typed["words"], by=by, at=at)
    else:
        rounds.hand_over(person_id=row.person_id, team_code=row.team, words=typed["words"], by=by, at=at)
