"""What may a phone ask and tell? Whether it may carry anything, the round of its user, and what was written without a signal."""

from typing import Any, cast

from django.http import HttpResponse
from django.middleware.csrf import get_token

from homeward.access import api as access
from homeward.foundation.errors import NotFound, NotPermitted
from homeward.rounds import api as rounds
from homeward.web.asker import may
from homeward.web.page import OpenRequest, PageRequest, open_page, page
from homeward.web.pocket.door.json import Answer, answered, said, sent
from homeward.web.pocket.door.pack import pack
from homeward.web.words import moment

TOKEN = "X-Pocket"


@open_page(methods=("GET",))
def hello(request: OpenRequest) -> HttpResponse:
    """May this phone still carry anything, who is signed in, and the word that a later POST must show. Asked also when locked."""
    found = access.device_called(request.headers.get(TOKEN, ""), at=request.at)
    actor = request.actor
    signed_in = actor is not None and actor.kind == "staff" and may(actor, "visit.carry")
    theirs = found is None or (actor is not None and actor.user_id == found.user_id)
    return said(
        {
            "standing": found.standing if found else "unknown", "at": request.at.isoformat(), "csrf": get_token(request),
            "signed_in": signed_in, "theirs": theirs, "name": actor.name if actor and signed_in else "",
            "whose": found.user_name if found and signed_in and not theirs else "",
        }
    )  # fmt: skip


@page("visit.carry", methods=("POST",))
@answered
def enrol(request: PageRequest) -> Answer:
    """This phone is set up for whoever is signed in; the token is said once."""
    name = sent(request).get("name", "")
    new = access.enrol_device(name=name if isinstance(name, str) else "", by=request.actor, at=request.at)
    return {"device": str(new.device_id), "token": new.token}


@page("visit.carry", methods=("POST",))
@answered
def take_along(request: PageRequest) -> Answer:
    """The round of the asker in this stretch of their work, each person's record opened for it and the opening logged."""
    device = _mine(request, _count(sent(request).get("waiting")))
    return pack(request, device_id=device.id)


@page("visit.carry", methods=("POST",))
@answered
def record(request: PageRequest) -> Answer:
    """One record: kept, then taken. What became of it; the same record sent again gets the same answer."""
    device = _mine(request, None)
    fate = rounds.receive_offline(sent=sent(request), device_id=device.id, by=request.actor, at=request.at)
    theirs = _stands(fate, request) if fate.state == "clash" else []
    return {
        "id": str(fate.id), "state": fate.state, "why": fate.why, "arrived_at": fate.arrived_at.isoformat(), "theirs": theirs,
    }  # fmt: skip


def _stands(fate: rounds.Fate, request: PageRequest) -> list[tuple[str, str]]:
    """The other version of the visit, in words; nothing where the record is shut to the asker by now."""
    try:
        both = rounds.both_versions(fate.id, by=request.actor, at=request.at)
    except (NotPermitted, NotFound):
        return []
    visit = both.visit
    said = [("What", visit.state_words), ("By", visit.practitioner), ("When", moment(visit.contact_at, request.at))]
    more = [("Why not", visit.why_not), ("Words", visit.words), ("Notice", visit.notice), *both.answers]
    return [(question, answer) for question, answer in (*said, *more) if answer]


@open_page(methods=("POST",))
def gone(request: OpenRequest) -> HttpResponse:
    """The phone has deleted everything, and says how many records had never been sent."""
    return _gone(cast(PageRequest, request))


@answered
def _gone(request: PageRequest) -> Answer:
    left, token = _count(sent(request).get("left_behind")), request.headers.get(TOKEN, "")
    access.device_wiped(token=token, left_behind=left or 0, by=access.system("devices"), at=request.at)
    return {"noted": True}


def _mine(request: PageRequest, waiting: int | None) -> access.DeviceView:
    device = access.device_called(request.headers.get(TOKEN, ""), at=request.at, waiting=waiting)
    if device is None:
        raise NotFound("This phone is not set up.", next_step="Set it up again.")
    if device.user_id != request.actor.user_id or device.standing != "kept":
        raise NotPermitted("This phone may not carry your round.", next_step="Set up a phone of your own.")
    return device


def _count(value: Any) -> int | None:
    return min(value, 10_000) if type(value) is int and value >= 0 else None
