"""How is a partner's system given a client id and a secret?"""

from collections.abc import Sequence
from datetime import UTC, datetime

from homeward.access.api import FOR_APPS, LAUNCH, create_client, is_app_scope, register_app, scopes_that_send, system
from homeward.directory.api import place
from homeward.fhir.rules.scopes import KNOWN, is_scope, reads_people
from homeward.foundation.errors import Invalid
from homeward.grammar.api import APPS_SEND


def create_partner_client(
    *, name: str, scopes: Sequence[str], organisation: str = "", role: str = ""
) -> dict[str, str]:
    """{"client_id", "client_secret"}: the only time the secret is known. Raises Invalid for a scope nobody can use.

    Unless a role of the place is named, scopes that read people's records give the role of a system that shares in the
    whole record, and any others that of one that follows its own referrals.

    What is sent belongs to the organisation: every system of it may withdraw and follow it, so a secret can be renewed.
    Without an organisation the system's name stands for one.
    """
    unknown = [scope for scope in scopes if not is_scope(scope)]
    if unknown:
        raise Invalid({"scope": f"'{unknown[0]}' is not a scope. Use one such as: {', '.join(KNOWN)}."})
    if not name.strip():
        raise Invalid({"name": "Give the system a name."})
    if organisation and organisation not in place().organisations:
        organisation = _by_ods_code(organisation)
    made = create_client(
        name=name,
        organisation=organisation or f"client:{name.strip().lower()}",
        scopes=scopes,
        role=role or _role(shares=reads_people(scopes)),
        by=system("setup"),
        at=datetime.now(UTC),
    )
    return {"client_id": made.client_id, "client_secret": made.client_secret}


def create_app(
    *,
    name: str,
    scopes: Sequence[str],
    redirects: Sequence[str],
    organisation: str = "",
    public: bool = False,
    launch_url: str = "",
) -> dict[str, str]:
    """{"client_id", "client_secret"} of an app that people let act for them; a public one has no secret. Raises Invalid."""
    unknown = [scope for scope in scopes if not is_app_scope(scope)]
    if unknown:
        known = ", ".join((*FOR_APPS, *scopes_that_send(APPS_SEND), *LAUNCH))
        raise Invalid({"scope": f"'{unknown[0]}' is not a scope for an app. Use some of: {known}."})
    if organisation and organisation not in place().organisations:
        organisation = _by_ods_code(organisation)
    made = register_app(
        name=name,
        organisation=organisation or f"client:{name.strip().lower()}",
        scopes=scopes,
        redirect_uris=redirects,
        public=public,
        launch_url=launch_url,
        by=system("setup"),
        at=datetime.now(UTC),
    )
    secret = {"client_secret": made.client_secret} if made.client_secret else {}
    return {"client_id": made.client_id, **secret}


def _role(*, shares: bool) -> str:
    """The place's role for such a system: one that needs no relationship, or one that does."""
    machines = [each for each in place().roles.values() if each.machine]
    fitting = [each.code for each in machines if each.needs_relationship != shares]
    return next(iter(fitting or [each.code for each in machines]), "")


def _by_ods_code(code: str) -> str:
    for each in place().organisations.values():
        if each.ods_code == code.upper():
            return each.code
    raise Invalid({"organisation": f"The place declares no organisation '{code}'. Use its code or its ODS code."})
