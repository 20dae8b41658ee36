"""May this app act for me? Asked in plain words of whoever is signed in; yes gives the app a code, no gives it nothing."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from homeward.access import api as access
from homeward.access.api import SentBack, Wanted, in_plain_words, may_read, read_launch, sent_kinds, use_launch
from homeward.directory.api import place
from homeward.foundation.errors import NotPermitted
from homeward.people import api as people
from homeward.web.apps.authorise.asked import Asked, read
from homeward.web.apps.saying import how_long, sentences
from homeward.web.apps.sent_back import may_lead_to, sent_to
from homeward.web.page import PageRequest, page, show


@page("app.allow")
def authorise(request: PageRequest) -> HttpResponse:
    """GET asks (and, where a person must be chosen, finds them); POST answers."""
    if not may_read(request.actor):
        raise NotPermitted(_("Your role does not open people's records, so no app can do so for you."))
    asked = read(request)
    if isinstance(asked, SentBack):
        return _back(asked)
    if request.method == "POST":
        return _answered(request, asked)
    return _shown(request, asked)


def _answered(request: PageRequest, asked: Asked) -> HttpResponse:
    wanted = asked.wanted
    if request.POST.get("answer") != "yes":
        return _back(_fault(wanted, "access_denied", "The user said no."))
    person = asked.person_id or _chosen(request)
    if wanted.about_one and person is None:
        return _shown(request, asked, wrong=_("Choose whose record this is about."))
    if asked.by_launch:
        launched = read_launch(wanted.launch, client_id=asked.app.client_id, user_id=request.actor.user_id)
        if launched is None or not use_launch(launched):
            return _back(_fault(wanted, "invalid_request", "The launch was used already."))
    code = access.allow_app(
        client_id=asked.app.client_id, redirect_uri=wanted.redirect_uri, scopes=wanted.scopes, challenge=wanted.challenge,
        nonce=wanted.nonce, person_id=person if wanted.about_one else None, by=request.actor, at=request.at,
    )  # fmt: skip
    issuer = request.build_absolute_uri("/").rstrip("/")
    return sent_to(wanted.redirect_uri, {"code": code, "state": wanted.state, "iss": issuer})


def _shown(request: PageRequest, asked: Asked, *, wrong: str = "") -> HttpResponse:
    wanted, by = asked.wanted, request.actor
    banner = people.banner(asked.person_id, by, request.at) if asked.person_id else None
    typed = request.GET.get("q", "").strip()
    found = people.search(text=typed, by=by, at=request.at) if typed and wanted.about_one and not banner else None
    if found is not None and not found.rows:
        wrong = wrong or found.next_step or _("Nobody fits. Check what you typed.")
    own, sends = by.kind == "citizen", bool(sent_kinds(wanted.scopes))
    can = in_plain_words(wanted.scopes, citizen=own, name=banner.name if banner else "")
    context = {
        "wanted": wanted,
        "asks": _asks(asked.app.name, own=own, sends=sends),
        "sends": sends,
        "app": asked.app,
        "organisation": _organisation(asked),
        "banner": banner,
        "own": own,
        "typed": typed,
        "found": found,
        "wrong": wrong,
        "kept": [(name, value) for name, value in request.GET.items() if name != "q"],
        "can": sentences(can),
        "lasts": how_long(access.app_lasts(wanted.scopes)),
    }
    response = show(request, "apps/authorise/page.html", context, status=422 if wrong else 200)
    return may_lead_to(response, wanted.redirect_uri)


def _chosen(request: PageRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("person", ""))
    except ValueError:
        return None


def _organisation(asked: Asked) -> str:
    declared = place().organisations.get(asked.app.organisation)
    return declared.name if declared else ""


def _asks(name: str, *, own: bool, sends: bool) -> str:
    if own:
        words = _("Let %(name)s read and add to your record?") if sends else _("Let %(name)s read your record?")
    else:
        words = _("Let %(name)s read and write records for you?") if sends else _("Let %(name)s read records for you?")
    return words % {"name": name}


def _fault(wanted: Wanted, error: str, words: str) -> SentBack:
    return SentBack(redirect_uri=wanted.redirect_uri, state=wanted.state, error=error, words=words)


def _back(fault: SentBack) -> HttpResponse:
    said = {"error": fault.error, "error_description": fault.words, "state": fault.state}
    return sent_to(fault.redirect_uri, said)
