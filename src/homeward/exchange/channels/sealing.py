"""How are a subscriber's secret headers kept? Encrypted with a key that only this house's own secret gives."""

import base64
import hashlib
import json
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


class NotOurs(ValueError):
    """It was sealed under another secret."""


def seal(headers: Sequence[str]) -> str:
    """The headers as nobody can read them without our secret."""
    return _key().encrypt(json.dumps(list(headers)).encode()).decode() if headers else ""


def unseal(sealed: str) -> list[str]:
    """The headers as they were given. Raises NotOurs."""
    if not sealed:
        return []
    try:
        found: list[str] = json.loads(_key().decrypt(sealed.encode()))
    except InvalidToken as wrong:
        raise NotOurs("The subscription was sealed under another secret key. Make it anew.") from wrong
    return found


def _key() -> Fernet:
    secret = hashlib.sha256(b"homeward.exchange.headers:" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(secret))
