"""Where are a sign-in service's doors, and with which keys does it sign? As it says itself (OpenID Connect Discovery 1.0)."""

from functools import lru_cache
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import jwt
import requests

LASTS = 600
TIMEOUT = 10


class ServiceFault(Exception):
    """The sign-in service did not answer as it must. The words are for the log, never for the page."""


def configuration(issuer: str) -> dict[str, Any]:
    """The service's own description, read again every ten minutes."""
    return _read(issuer, int(monotonic() // LASTS))


def keys(issuer: str) -> jwt.PyJWKClient:
    """The service's signing keys; a key that is new since the last look is fetched."""
    return _keys(_safe(str(configuration(issuer)["jwks_uri"])))


@lru_cache(maxsize=8)
def _keys(address: str) -> jwt.PyJWKClient:
    return jwt.PyJWKClient(address, timeout=TIMEOUT, lifespan=LASTS)


@lru_cache(maxsize=8)
def _read(issuer: str, _period: int) -> dict[str, Any]:
    address = _safe(issuer.rstrip("/") + "/.well-known/openid-configuration")
    try:
        answer = requests.get(address, timeout=TIMEOUT)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
    except (requests.RequestException, ValueError) as fault:
        raise ServiceFault("the service's description could not be read") from fault
    if str(found.get("issuer", "")).rstrip("/") != issuer.rstrip("/"):
        raise ServiceFault("the service describes itself as another issuer")
    return found


def _safe(address: str) -> str:
    """Everything goes over TLS, except to a service on this very machine."""
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise ServiceFault("the service does not use HTTPS")
    return address
