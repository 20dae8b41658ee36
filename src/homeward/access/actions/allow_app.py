"""How does somebody let an app act for them? A code for it, good once within a minute."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.access.models import ApiClient, AppCode, AppGrant, Membership
from homeward.access.queries.sends import kinds_that_apps_send
from homeward.access.rules.app_scopes import sent_kinds
from homeward.access.rules.pkce import is_challenge
from homeward.access.rules.secrets import digest, new_secret
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound, NotPermitted

CODE_LASTS = timedelta(seconds=60)
OFFLINE, ONLINE = "offline_access", "online_access"
LASTS = {OFFLINE: timedelta(days=90), ONLINE: timedelta(hours=12)}
ONCE = timedelta(hours=1)


def lasts(scopes: Sequence[str]) -> timedelta:
    """How long the app may go on, when nobody ends it before."""
    return next((LASTS[each] for each in (OFFLINE, ONLINE) if each in scopes), ONCE)


def _person(asked: Mapping[str, Any]) -> UUID | None:
    found: UUID | None = asked.get("person_id")
    return found


@action("app.allow", about=_person)
def allow_app(
    *,
    client_id: str,
    redirect_uri: str,
    scopes: Sequence[str],
    challenge: str,
    by: Actor,
    at: datetime,
    person_id: UUID | None = None,
    nonce: str = "",
) -> Happening[str]:
    """The code, to be sent to `redirect_uri` and known to nobody else. With `person_id` that person is in context."""
    client = ApiClient.objects.filter(client_id=client_id, closed_at__isnull=True).first()
    if client is None or redirect_uri not in client.redirect_uris:
        raise NotFound("This app is not known here.", next_step="Tell whoever runs it.")
    user_id = _checked(by, scopes, challenge)
    member = Membership.objects.get(
        user_id=user_id, organisation_code=by.organisation, role_code=by.role, ended_at__isnull=True
    )
    grant = AppGrant.objects.create(
        client=client,
        user_id=user_id,
        membership=member,
        person_id=person_id,
        scopes=list(scopes),
        allowed_at=at,
        ends_at=at + lasts(scopes),
    )
    code = new_secret()
    AppCode.objects.create(
        grant=grant,
        digest=digest(code),
        redirect_uri=redirect_uri,
        challenge=challenge,
        nonce=nonce[:500],
        expires_at=at + CODE_LASTS,
    )
    return Happening(
        result=code,
        subject_kind="app",
        subject_id=grant.id,
        person_id=person_id,
        facts={
            "app": client.name,
            "client": client.client_id,
            "scopes": list(scopes),
            "until": grant.ends_at.isoformat(),
        },
    )


def _checked(by: Actor, scopes: Sequence[str], challenge: str) -> UUID:
    if by.user_id is None or by.acting_for is not None:
        raise NotPermitted("An app acts only for whoever is signed in.", next_step="Go back to your own record first.")
    if not is_challenge(challenge) or not scopes or any(each.startswith("system/") for each in scopes):
        raise Invalid({"scopes": "The app asks for something that nobody can give it. Tell whoever runs it."})
    if not sent_kinds(scopes) <= set(kinds_that_apps_send(by)):
        raise Invalid({"scopes": "The app asks to add something that your role lets no app add. Tell whoever runs it."})
    return by.user_id
