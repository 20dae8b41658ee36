"""How is a secret made and kept? 256 random bits for its holder; only their SHA-256 for us."""

import hashlib
import secrets


def new_secret() -> str:
    """A secret that fits in an address; nobody can guess it, so a plain digest is enough to keep."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> bytes:
    """What is kept instead of the secret."""
    return hashlib.sha256(secret.encode()).digest()
