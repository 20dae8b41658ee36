"""What does the app ask, and about whom is it?"""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from homeward.access.api import (
    AUTHORISE_NAMES,
    App,
    SentBack,
    Wanted,
    judge_authorise,
    kinds_that_apps_send,
    read_launch,
)
from homeward.access.api import app as find_app
from homeward.foundation.errors import NotFound, NotPermitted
from homeward.web.page import PageRequest

UNKNOWN = gettext_noop("This app is not known here, or wants to send you to an address that was not agreed.")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A request that is right so far. `person_id` is whose record it is about, when that is known already."""

    app: App
    wanted: Wanted
    person_id: UUID | None
    by_launch: bool


def read(request: PageRequest) -> Asked | SentBack:
    """Raises NotFound when nobody may be sent back: an unknown app, or an address that is not exactly one of its own."""
    sent = {name: request.GET.getlist(name) for name in AUTHORISE_NAMES}
    asked = {name: values[0] for name, values in sent.items() if values}
    known = _known(asked.get("client_id", ""), asked.get("redirect_uri", ""), sent)
    base = request.build_absolute_uri("/fhir/R4")
    judged = judge_authorise(
        asked, [name for name, values in sent.items() if len(values) > 1], given=known.scopes, base=base,
        sends=kinds_that_apps_send(request.actor),
    )  # fmt: skip
    if isinstance(judged, SentBack):
        return judged
    return _about(known, judged, request)


def _known(client_id: str, redirect_uri: str, sent: dict[str, list[str]]) -> App:
    found = find_app(client_id) if client_id else None
    doubled = any(len(sent[name]) > 1 for name in ("client_id", "redirect_uri"))
    if found is None or doubled or redirect_uri not in found.redirect_uris:
        raise NotFound(_(UNKNOWN), next_step=_("Nothing was shared. Go back to the app and tell whoever runs it."))
    return found


def _about(app: App, wanted: Wanted, request: PageRequest) -> Asked | SentBack:
    by = request.actor
    if by.acting_for is not None:
        raise NotPermitted(
            _("An app acts only for whoever is signed in."), next_step=_("Choose to be yourself again first.")
        )
    if wanted.launch and "launch" in wanted.scopes:
        launched = read_launch(wanted.launch, client_id=app.client_id, user_id=by.user_id)
        if launched is None or (by.person_id is not None and launched.person_id != by.person_id):
            words = "The launch is over, was used, or is for another app or user."
            return SentBack(redirect_uri=wanted.redirect_uri, state=wanted.state, error="invalid_request", words=words)
        return Asked(app=app, wanted=wanted, person_id=launched.person_id, by_launch=True)
    if by.kind == "citizen" and by.person_id is None:
        raise NotPermitted(
            _("This account is not joined to a record."), next_step=_("Ask your GP practice to join it.")
        )
    return Asked(app=app, wanted=wanted, person_id=by.person_id if wanted.about_one else None, by_launch=False)
