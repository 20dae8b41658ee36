"""How is 'this person is open on my screen' handed from one system to another? Signed, for one use, soon over (SMART launch)."""

from dataclasses import dataclass
from uuid import UUID

from django.core import signing
from django.core.cache import cache

from homeward.foundation.ids import new_id

MINUTES = 10  # time to sign in and to read the consent page
_SALT = "homeward.fhir.smart-launch"


@dataclass(frozen=True, kw_only=True)
class Launched:
    """Who was open, for which app and which user; '' where any may follow."""

    person_id: UUID
    client_id: str
    user_id: str
    once: str


def launch_token(*, person_id: UUID, client_id: str = "", user_id: UUID | None = None) -> str:
    """A token that says whose record was open. It opens nothing: the one who follows it is asked, and the gate decides."""
    return signing.dumps([str(person_id), client_id, str(user_id or ""), str(new_id())], salt=_SALT)


def read_launch(token: str, *, client_id: str, user_id: UUID | None) -> Launched | None:
    """What the token says; None when it is over, used, made up, or made for another app or user."""
    try:
        person, client, user, once = signing.loads(token, salt=_SALT, max_age=MINUTES * 60)
    except (signing.BadSignature, ValueError):
        return None
    if (client and client != client_id) or (user and user != str(user_id or "")) or cache.get(_key(once)):
        return None
    return Launched(person_id=UUID(person), client_id=client, user_id=user, once=once)


def use_launch(launched: Launched) -> bool:
    """Use it up. False when somebody did before."""
    return bool(cache.add(_key(launched.once), True, timeout=2 * MINUTES * 60))


def _key(once: str) -> str:
    return f"smart-launch:{once}"
