"""How may this person be contacted, where never, and what were they told?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access.api import gate
from homeward.exchange import api as exchange
from homeward.foundation.errors import Invalid, Refused
from homeward.foundation.ids import new_id
from homeward.people.api import banner
from homeward.web.asker import may
from homeward.web.exchange.person.form import DangerForm, SendForm, WishForm
from homeward.web.page import PageRequest, blame, page, show


@page("message.view", methods=("GET",))
def contacting(request: PageRequest, person_id: UUID) -> HttpResponse:
    """The page."""
    return _shown(request, person_id)


@page("message.prefer", methods=("POST",))
def prefer(request: PageRequest, person_id: UUID) -> HttpResponse:
    """Keep their wish."""
    exchange.prefer(person_id=person_id, way=request.POST.get("way", ""), by=request.actor, at=request.at)
    messages.success(request, "Their wish is kept. The next message goes by it where it can.")
    return redirect("contacting", person_id)


@page("message.forbid", methods=("POST",))
def forbid(request: PageRequest, person_id: UUID) -> HttpResponse:
    """Mark a number, address or way as dangerous."""
    form = DangerForm(request.POST, values=_values(request, person_id), auto_id="f-%s")
    if form.is_valid():
        kind, _, what = form.cleaned_data["what"].partition(":")
        named = {"way": what} if kind == "way" else {"value": what}
        try:
            exchange.forbid(
                person_id=person_id, reason=form.cleaned_data["reason"], by=request.actor, at=request.at, **named
            )
            messages.success(request, "Marked. It is not used any more, and what waited for it is stopped.")
            return redirect("contacting", person_id)
        except Invalid as wrong:
            blame(form, wrong)
    return _shown(request, person_id, danger=form)


@page("message.allow", methods=("POST",))
def allow(request: PageRequest, person_id: UUID, rule_id: UUID) -> HttpResponse:
    """It is safe again."""
    exchange.allow(person_id=person_id, rule_id=rule_id, by=request.actor, at=request.at)
    messages.success(request, "The mark is taken away. It may be used again.")
    return redirect("contacting", person_id)


@page("message.send", methods=("POST",))
def send(request: PageRequest, person_id: UUID) -> HttpResponse:
    """Send one of the declared messages."""
    form = SendForm(request.POST, auto_id="f-%s")
    if form.is_valid():
        typed = form.cleaned_data
        try:
            sent = exchange.send(
                person_id=person_id,
                template_code=typed["template"],
                key=f"by-hand:{typed['key']}",
                by=request.actor,
                at=request.at,
            )
            stopped = sent.state == "stopped"
            words = f"Not sent. {sent.state_words}" if stopped else "It goes at the next decent hour, which may be now."
            (messages.error if stopped else messages.success)(request, words)
            return redirect("contacting", person_id)
        except Refused as wrong:
            blame(form, wrong)
    return _shown(request, person_id, sending=form)


def _values(request: PageRequest, person_id: UUID) -> list[tuple[str, str]]:
    with gate.person(person_id, by=request.actor, at=request.at, why="how they are contacted"):
        ways = exchange.contacting(person_id).ways
    return [(f"value:{each.recipient}", f"{each.words}: {each.recipient.replace(chr(10), ', ')}") for each in ways]


def _shown(
    request: PageRequest, person_id: UUID, *, danger: DangerForm | None = None, sending: SendForm | None = None
) -> HttpResponse:
    by, at = request.actor, request.at
    with gate.person(person_id, by=by, at=at, why="how they are contacted"):
        known, told = exchange.contacting(person_id), exchange.messages_of(person_id, limit=50)
        top = banner(person_id, by, at)
    values = [
        (f"value:{each.recipient}", f"{each.words}: {each.recipient.replace(chr(10), ', ')}") for each in known.ways
    ]
    context = {
        "banner": top,
        "known": known,
        "told": told,
        "wish": WishForm(initial={"way": known.prefers}, auto_id="f-%s"),
        "danger": danger or DangerForm(values=values, auto_id="f-%s"),
        "sending": sending or SendForm(initial={"key": str(new_id())}, auto_id="f-%s"),
        "can": {verb: may(by, f"message.{verb}") for verb in ("prefer", "forbid", "allow", "send")},
    }
    return show(request, "exchange/person/page.html", context, form=danger or sending)
