"""How is a refusal shown? As a page with a status, a sentence and a next step, or as a few words inside a fragment."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotFound, NotPermitted, Refused
from homeward.web.asker import may
from homeward.web.frame import frame

STATUS: tuple[tuple[type[Refused], int, str], ...] = (
    (NotPermitted, 403, "You cannot open this"),
    (NotFound, 404, "We cannot find that"),
    (Clash, 409, "Someone else was first"),
    (Invalid, 422, "Something needs changing"),
)


def refusal(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The page for `refused`; a request for a fragment gets the fragment alone."""
    status, title = next(
        ((code, words) for kind, code, words in STATUS if isinstance(refused, kind)),
        (422, "This cannot be done"),
    )
    template = "parts/_refused.html" if wants_fragment(request) else "front/errors/refused.html"
    values = {**frame(request), "form": None, "refused": refused, "title": title, "shut": shut_to(request, refused)}
    response = render(request, template, values, status=status, using="jinja2")
    response.headers["Cache-Control"] = "no-store"
    return response


def shut_to(request: HttpRequest, refused: Refused) -> UUID | None:
    """The person whose record is shut to somebody who may open it out of turn."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None or not isinstance(refused, gate.RecordShut) or not may(actor, "access.glass_broken"):
        return None
    return refused.person_id


def wants_fragment(request: HttpRequest) -> bool:
    """Did a module on the page ask for a part of it?"""
    return request.headers.get("X-Fragment") == "1" or request.headers.get("HX-Request") == "true"
