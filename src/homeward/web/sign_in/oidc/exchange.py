"""How is somebody's word taken from a sign-in service? Authorization code with PKCE, state and nonce, and a verified token.

allauth's own client neither sends a nonce nor checks the token's signature when it fetched the token itself, which the
standard allows; here both are always done (OpenID Connect Core 1.0, 3.1.3.7; RFC 7636; RFC 9700).
"""

import base64
import hashlib
import hmac
import secrets
import time
from typing import Any
from urllib.parse import urlencode

import jwt
import requests

from homeward.web.sign_in.oidc.discovery import TIMEOUT, ServiceFault, configuration, keys
from homeward.web.sign_in.oidc.providers import Service

SIGNATURES = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
LEEWAY = 60


def begin(service: Service, *, back: str) -> tuple[str, dict[str, str]]:
    """Where to send the browser, and what to keep in its session until it returns."""
    kept = {
        "state": secrets.token_urlsafe(32),
        "nonce": secrets.token_urlsafe(32),
        "verifier": secrets.token_urlsafe(64),
        "service": service.code,
    }
    challenge = base64.urlsafe_b64encode(hashlib.sha256(kept["verifier"].encode()).digest()).rstrip(b"=").decode()
    asked = {
        "response_type": "code",
        "client_id": service.client_id,
        "redirect_uri": back,
        "scope": service.scopes,
        "state": kept["state"],
        "nonce": kept["nonce"],
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    if service.trust_levels:
        asked["vtr"] = service.trust_levels
    return f"{configuration(service.issuer)['authorization_endpoint']}?{urlencode(asked)}", kept


def finish(service: Service, *, code: str, kept: dict[str, str], back: str) -> dict[str, Any]:
    """What the service vouches for: the verified claims of its token, with those of its user-info page."""
    tokens = _tokens(service, code=code, verifier=kept["verifier"], back=back)
    claims = _verified(service, str(tokens.get("id_token", "")), nonce=kept["nonce"])
    return {**_more(service, str(tokens.get("access_token", "")), claims), **claims}


def _tokens(service: Service, *, code: str, verifier: str, back: str) -> dict[str, Any]:
    address = str(configuration(service.issuer)["token_endpoint"])
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "client_id": service.client_id,
        "code_verifier": verifier,
    }
    if service.key_file:
        form |= {"client_assertion_type": ASSERTION, "client_assertion": _assertion(service, address)}
    else:
        form["client_secret"] = service.client_secret
    try:
        answer = requests.post(address, data=form, timeout=TIMEOUT, headers={"Accept": "application/json"})
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
    except (requests.RequestException, ValueError) as fault:
        raise ServiceFault("the service did not exchange the code") from fault
    return found


def _verified(service: Service, token: str, *, nonce: str) -> dict[str, Any]:
    try:
        key = _key(service, token)
        claims: dict[str, Any] = jwt.decode(
            token,
            key,
            algorithms=SIGNATURES,
            audience=service.client_id,
            issuer=configuration(service.issuer)["issuer"],
            leeway=LEEWAY,
            options={"require": ["exp", "iat", "iss", "sub", "aud"]},
        )
    except jwt.PyJWTError as fault:
        raise ServiceFault(f"the token was refused ({type(fault).__name__})") from fault
    if not hmac.compare_digest(str(claims.get("nonce", "")), nonce):
        raise ServiceFault("the token was not made for this sign-in")
    if claims.get("azp", service.client_id) != service.client_id:
        raise ServiceFault("the token was made for another client")
    return claims


def _key(service: Service, token: str) -> jwt.PyJWK:
    """The key the token names; a token that names none is taken only from a service that has just one."""
    known = keys(service.issuer)
    if jwt.get_unverified_header(token).get("kid"):
        return known.get_signing_key_from_jwt(token)
    signing = [key for key in known.get_jwk_set().keys if key.public_key_use in ("sig", None)]
    if len(signing) != 1:
        raise jwt.InvalidTokenError("the token names no key and the service has several")
    return signing[0]


def _more(service: Service, access_token: str, claims: dict[str, Any]) -> dict[str, Any]:
    address = configuration(service.issuer).get("userinfo_endpoint")
    if not address or not access_token:
        return {}
    try:
        answer = requests.get(str(address), timeout=TIMEOUT, headers={"Authorization": f"Bearer {access_token}"})
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
    except (requests.RequestException, ValueError):
        return {}
    return found if found.get("sub") == claims["sub"] else {}


def _assertion(service: Service, audience: str) -> str:
    """Our own signature instead of a shared secret (RFC 7523), as NHS login asks."""
    now = int(time.time())
    body = {
        "iss": service.client_id,
        "sub": service.client_id,
        "aud": audience,
        "jti": secrets.token_urlsafe(24),
        "iat": now,
        "exp": now + 300,
    }
    with open(service.key_file, "rb") as file:
        return jwt.encode(body, file.read(), algorithm="RS512")
