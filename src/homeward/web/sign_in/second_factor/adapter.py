"""How are second-factor keys kept? Encrypted with a key derived from the house's signing key."""

import base64
import hashlib
from functools import cache

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings


class SecondFactorAdapter(DefaultMFAAdapter):
    """allauth keeps keys as they are unless told how to encrypt them."""

    def encrypt(self, text: str) -> str:
        return _locksmith().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _locksmith().decrypt(encrypted_text.encode()).decode()


def _locksmith() -> Fernet:
    return _locksmith_of(settings.SECRET_KEY)


@cache
def _locksmith_of(signing_key: str) -> Fernet:
    """Kept by the process: deriving it is slow by design, and every sign-in asks for it."""
    key = hashlib.scrypt(signing_key.encode(), salt=b"homeward second factor", n=2**12, r=8, p=1, dklen=32)
    return Fernet(base64.urlsafe_b64encode(key))
