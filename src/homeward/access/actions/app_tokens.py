"""How does an app that somebody let in get its tokens? A code once, then each refresh token once (RFC 6749, 7009, 7636, 9700)."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from homeward.access.actions.allow_app import OFFLINE, ONLINE
from homeward.access.actions.end_app import end_app
from homeward.access.actors import system
from homeward.access.models import ApiClient, AppCode, AppGrant, AppToken
from homeward.access.rules.pkce import verifies
from homeward.access.rules.secrets import digest, new_secret
from homeward.foundation.errors import Invalid, NotFound, NotPermitted

LASTS = timedelta(minutes=15)
OVER = "This code or token was used already, is too old, or was made for another app, address or verifier."


@dataclass(frozen=True, kw_only=True)
class AppTokens:
    """What an app is given; the secrets are known only now. `nonce` and `signed_in_at` are for its id token."""

    access: str
    refresh: str
    expires_in: int
    scopes: tuple[str, ...]
    client_id: str
    user_id: UUID
    citizen: bool
    person_id: UUID | None
    own_person_id: UUID | None
    nonce: str = ""

    def __repr__(self) -> str:
        return f"AppTokens(client_id={self.client_id!r}, scopes={self.scopes})"


def redeem_code(*, client_id: str, secret: str, code: str, redirect_uri: str, verifier: str, at: datetime) -> AppTokens:
    """Tokens for a code, once. Raises NotPermitted for a wrong client or secret, Invalid (field 'grant') for the rest.

    Whoever brings a code a second time ends everything that came of it: one of the two stole it.
    """
    client = _client(client_id, secret)
    with transaction.atomic():
        row = (
            AppCode.objects.select_for_update(of=("self",))
            .select_related("grant__user", "grant__client")
            .filter(digest=digest(code))
            .first()
        )
        if row is None:
            raise Invalid({"grant": OVER})
        again = row.used_at is not None
        fits = (
            not again
            and row.grant.client_id == client.id
            and row.expires_at > at
            and row.grant.ended_at is None
            and hmac.compare_digest(row.redirect_uri, redirect_uri)
            and verifies(verifier, row.challenge)
        )
        if not again:
            AppCode.objects.filter(pk=row.pk).update(used_at=at)
        made = _made(row.grant, tuple(row.grant.scopes), nonce=row.nonce, at=at) if fits else None
    if again:
        _end(row.grant, "A code was brought twice", at=at)
    if made is None:
        raise Invalid({"grant": OVER})
    return made


def refresh_tokens(*, client_id: str, secret: str, token: str, at: datetime, scope: str = "") -> AppTokens:
    """New tokens for a refresh token, which is used up by it. Raises as `redeem_code`; a wider `scope` is Invalid (field 'scope')."""
    client = _client(client_id, secret)
    with transaction.atomic():
        row = (
            AppToken.objects.select_for_update(of=("self",))
            .select_related("grant__user", "grant__client")
            .filter(digest=digest(token), kind=AppToken.REFRESH)
            .first()
        )
        if row is None or row.grant.client_id != client.id:
            raise Invalid({"grant": OVER})
        asked = tuple(scope.split()) or tuple(row.scopes)
        if not set(asked) <= set(row.scopes):
            raise Invalid({"scope": "Ask for no more than was allowed at first."})
        again = row.used_at is not None
        live = not again and row.expires_at > at and row.grant.ended_at is None
        if live:
            AppToken.objects.filter(pk=row.pk).update(used_at=at)
        made = _made(row.grant, asked, refresh_for=tuple(row.scopes), at=at) if live else None
    if again:
        _end(row.grant, "A refresh token was brought twice", at=at)
    if made is None:
        raise Invalid({"grant": OVER})
    return made


def revoke_app_token(*, client_id: str, secret: str, token: str, at: datetime) -> None:
    """End what stands behind a token (RFC 7009): all of it for a refresh token, that one for an access token. Unknown ones are no fault."""
    client = _client(client_id, secret)
    row = AppToken.objects.select_related("grant").filter(digest=digest(token), grant__client=client).first()
    if row is None:
        return
    if row.kind == AppToken.REFRESH:
        _end(row.grant, "The app ended it", at=at)
    else:
        row.delete()


def _client(client_id: str, secret: str) -> ApiClient:
    client = ApiClient.objects.filter(client_id=client_id, closed_at__isnull=True).exclude(redirect_uris=[]).first()
    kept = bytes(client.secret_digest) if client else b"\0" * 32
    known = hmac.compare_digest(kept, digest(secret))
    if client is None or not (known if not client.public else secret == ""):
        raise NotPermitted("The client id or secret is not right.")
    return client


def _made(
    grant: AppGrant, scopes: tuple[str, ...], *, at: datetime, refresh_for: tuple[str, ...] = (), nonce: str = ""
) -> AppTokens:
    again = bool({OFFLINE, ONLINE} & set(grant.scopes))
    until = min(at + LASTS, grant.ends_at) if again else grant.ends_at
    access, refresh = new_secret(), new_secret() if again else ""
    AppToken.objects.filter(grant=grant, kind=AppToken.ACCESS, expires_at__lt=at).delete()
    AppToken.objects.create(
        grant=grant, kind=AppToken.ACCESS, digest=digest(access), scopes=list(scopes), issued_at=at, expires_at=until
    )
    if refresh:
        AppToken.objects.create(
            grant=grant,
            kind=AppToken.REFRESH,
            digest=digest(refresh),
            scopes=list(refresh_for or scopes),
            issued_at=at,
            expires_at=grant.ends_at,
        )
    AppGrant.objects.filter(pk=grant.pk).update(last_used_at=at)
    return AppTokens(
        access=access,
        refresh=refresh,
        expires_in=int((until - at).total_seconds()),
        scopes=scopes,
        client_id=grant.client.client_id,
        user_id=grant.user_id,
        citizen=grant.user.kind == grant.user.CITIZEN,
        person_id=grant.person_id,
        own_person_id=grant.user.person_id,
        nonce=nonce,
    )


def _end(grant: AppGrant, words: str, *, at: datetime) -> None:
    try:
        end_app(grant_id=grant.id, words=words, by=system("apps"), at=at)
    except NotFound:
        pass  # it had ended already
