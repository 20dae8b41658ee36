"""Who signed in, said so that an app can check it: the id token, and the key it is signed with (OpenID Connect Core 1.0)."""

import base64
import hashlib
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings

from homeward.access.api import AppTokens

LASTS = timedelta(minutes=5)
ALGORITHM = "RS256"  # the one that SMART asks every server for


def id_token(made: AppTokens, *, issuer: str, base: str, at: datetime) -> str:
    """The signed word that this user let this app in."""
    claims: dict[str, Any] = {
        "iss": issuer,
        "sub": str(made.user_id),
        "aud": made.client_id,
        "iat": int(at.timestamp()),
        "exp": int((at + LASTS).timestamp()),
    }
    if made.nonce:
        claims["nonce"] = made.nonce
    if "fhirUser" in made.scopes:
        claims["fhirUser"] = fhir_user(made, base=base)
    return jwt.encode(claims, _key(), algorithm=ALGORITHM, headers={"kid": _kid()})


def fhir_user(made: AppTokens, *, base: str) -> str:
    """The address of the resource that is the user."""
    if made.citizen and made.own_person_id:
        return f"{base}/Patient/{made.own_person_id}"
    return f"{base}/Practitioner/{made.user_id}"


def public_keys() -> dict[str, Any]:
    """The key with which id tokens are checked, as a JWK set."""
    numbers = _key().public_key().public_numbers()
    key = {"kty": "RSA", "use": "sig", "alg": ALGORITHM, "kid": _kid(), "n": _coded(numbers.n), "e": _coded(numbers.e)}
    return {"keys": [key]}


@lru_cache(maxsize=1)
def _key() -> rsa.RSAPrivateKey:
    found = serialization.load_pem_private_key(settings.HOMEWARD_IDENTITY_KEY(), password=None)
    if not isinstance(found, rsa.RSAPrivateKey):
        raise TypeError("the identity key must be an RSA key")
    return found


@lru_cache(maxsize=1)
def _kid() -> str:
    public = (
        _key().public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    return hashlib.sha256(public).hexdigest()[:16]


def _coded(number: int) -> str:
    raw = number.to_bytes((number.bit_length() + 7) // 8, "big")
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
