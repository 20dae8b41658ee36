"""What does this message say, how did it go, and what can we do about it?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access.api import gate
from homeward.exchange import api as exchange
from homeward.foundation.errors import Invalid, NotFound, Refused
from homeward.people.api import banner
from homeward.web.asker import may
from homeward.web.exchange.one.form import GiveUpForm
from homeward.web.page import PageRequest, blame, page, show


@page("message.view", methods=("GET",))
def one(request: PageRequest, message_id: UUID) -> HttpResponse:
    """The message, its state and its tries."""
    return _shown(request, message_id, GiveUpForm(auto_id="f-%s"))


@page("message.retry", methods=("POST",))
def retry(request: PageRequest, message_id: UUID) -> HttpResponse:
    """Send it again now."""
    try:
        exchange.retry(message_id=message_id, by=request.actor, at=request.at)
        messages.success(request, "It will be sent again now. Look here in a minute to see how it went.")
    except Refused as refused:
        messages.error(request, f"{refused.message} {refused.next_step}".strip())
    return redirect("message", message_id)


@page("message.give_up", methods=("POST",))
def give_up(request: PageRequest, message_id: UUID) -> HttpResponse:
    """It will not be sent, and here is why."""
    form = GiveUpForm(request.POST, auto_id="f-%s")
    if form.is_valid():
        try:
            exchange.give_up(message_id=message_id, reason=form.cleaned_data["reason"], by=request.actor, at=request.at)
            messages.success(request, "Given up. Your reason stays with the message.")
            return redirect("message", message_id)
        except Invalid as wrong:
            blame(form, wrong)
    return _shown(request, message_id, form)


def _shown(request: PageRequest, message_id: UUID, form: GiveUpForm) -> HttpResponse:
    by, at = request.actor, request.at
    person_id = exchange.person_of_message({"message_id": message_id})
    if person_id is None:  # about no person: for those who stand behind it alone
        found, top = exchange.message(message_id), None
    else:
        with gate.person(person_id, by=by, at=at, why="a message that went out"):
            found = exchange.message(message_id)
            top = banner(person_id, by, at)
    if found is None or (person_id is None and found.owner_team not in by.teams):
        raise NotFound("There is no such message.", next_step="Go back to the list and choose it there.")
    ours = found.owner_team in by.teams
    context = {
        "message": found,
        "banner": top,
        "can_retry": ours and found.state == "dead" and may(by, "message.retry"),
        "can_give_up": ours and found.state in ("dead", "queued", "failed") and may(by, "message.give_up"),
    }
    return show(request, "exchange/one/page.html", context, form=form)
