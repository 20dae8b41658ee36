"""Where does the next page begin? A signed mark of the last resource shown, good for the same search of the same partner."""

import hashlib
import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from functools import lru_cache

import orjson
from django.conf import settings

from homeward.fhir.search.asking import refused

_PURPOSE = b"fhir page"
_PLAIN = ("_count", "_format", "_pretty")
_SIGN = 16  # bytes


def next_mark(key: Sequence[str], *, query: Sequence[tuple[str, str]], by: str) -> str:
    """The cursor after a resource with this sort key."""
    said = orjson.dumps(list(key))
    return urlsafe_b64encode(_sign(said, query, by) + said).decode().rstrip("=")


def read_mark(cursor: str, *, query: Sequence[tuple[str, str]], by: str) -> tuple[str, ...]:
    """The sort key that the page begins after. Faulty 400 for a cursor of another search, or one made up."""
    try:
        whole = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    except ValueError:
        whole = b""
    said = whole[_SIGN:]
    if not said or not hmac.compare_digest(whole[:_SIGN], _sign(said, query, by)):
        raise refused(
            "_cursor", "is not a page of this search. Follow the 'next' link as it was given, or search again."
        )
    return tuple(orjson.loads(said))


def _sign(said: bytes, query: Sequence[tuple[str, str]], by: str) -> bytes:
    """The mark and the search that it belongs to: all that was asked but how many to a page."""
    asked = sorted(pair for pair in query if pair[0] not in _PLAIN)
    mark = hashlib.blake2b(repr((asked, by)).encode(), key=_key(settings.SECRET_KEY), digest_size=_SIGN)
    mark.update(said)
    return mark.digest()


@lru_cache(maxsize=4)
def _key(secret: str) -> bytes:
    return hashlib.blake2b(secret.encode(), person=_PURPOSE).digest()
