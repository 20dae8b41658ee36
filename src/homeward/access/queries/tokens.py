"""Which partner system is calling, and for how long may it? OAuth 2 client credentials (RFC 6749, section 4.4)."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection

from homeward.access.models import ApiClient, ApiToken
from homeward.access.queries.app_bearer import app_bearer
from homeward.access.queries.bearer import Bearer
from homeward.access.rules.secrets import digest, new_secret
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, NotPermitted

LASTS = timedelta(minutes=15)
# Asked with every call that partners make.
_HELD = """
select t.id, t.scopes, c.id, c.name, c.organisation_code, c.role_code
from access_apitoken t join access_apiclient c on c.id = t.client_id
where t.digest = %s and t.expires_at > %s and c.closed_at is null
"""


@dataclass(frozen=True, kw_only=True)
class IssuedToken:
    """A bearer token, known only now."""

    token: str
    scopes: tuple[str, ...]
    expires_in: int

    def __repr__(self) -> str:
        return f"IssuedToken(scopes={self.scopes})"


def issue_token(*, client_id: str, secret: str, at: datetime, scope: str | Sequence[str] = ()) -> IssuedToken:
    """A token for the scopes asked (all of the client's own when none are named; never those it may have only for a user).

    Raises NotPermitted when the client or its secret is unknown, Invalid (field 'scope') when it asks for more.
    """
    client = ApiClient.objects.filter(client_id=client_id, closed_at__isnull=True).first()
    kept = bytes(client.secret_digest) if client else b"\0" * 32
    if not hmac.compare_digest(kept, digest(secret)) or client is None or client.public:
        raise NotPermitted("The client id or secret is not right.")
    asked = tuple(scope.split() if isinstance(scope, str) else scope)
    own = tuple(each for each in client.scopes if each.startswith("system/"))
    beyond = set(asked) - set(own)
    if beyond:
        raise Invalid({"scope": f"This client was not given: {' '.join(sorted(beyond))}."})
    scopes = asked or own
    if not scopes:
        raise Invalid({"scope": "This client acts only for people who let it."})
    token = new_secret()
    ApiToken.objects.filter(client=client, expires_at__lt=at).delete()
    ApiToken.objects.create(
        client=client,
        digest=digest(token),
        scopes=list(scopes),
        issued_at=at,
        expires_at=at + LASTS,
    )
    return IssuedToken(token=token, scopes=scopes, expires_in=int(LASTS.total_seconds()))


def bearer(token: str, at: datetime) -> Bearer:
    """Who holds this token now. Raises NotPermitted for one that is unknown, over or of a closed client."""
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [digest(token), at])
        held = cursor.fetchone()
    if held is None:
        for_somebody = app_bearer(token, at)
        if for_somebody is None:
            raise NotPermitted("This token is not valid, or no longer.", next_step="Ask for a new token.")
        return for_somebody
    id, scopes, client_id, name, organisation, role = held
    actor = Actor(
        user_id=client_id, name=name, kind="partner", organisation=organisation, teams=(organisation,), role=role,
        session=str(id),
    )  # fmt: skip
    return Bearer(actor=actor, scopes=tuple(scopes))


def verify_token(token: str, at: datetime) -> Actor:
    """The partner behind the token, when its scopes do not matter."""
    return bearer(token, at).actor
