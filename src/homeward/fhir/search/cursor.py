"""Where does the next page begin? A signed mark of the last resource shown, good for the same search of the same partner."""

import hashlib
from collections.abc import Sequence

from django.core import signing

from homeward.fhir.search.asking import refused

_SALT = "homeward.fhir.page"


def next_mark(key: Sequence[str], *, query: Sequence[tuple[str, str]], by: str) -> str:
    """The cursor after a resource with this sort key."""
    return signing.dumps([_bound(query, by), *key], salt=_SALT, compress=True)


def read_mark(cursor: str, *, query: Sequence[tuple[str, str]], by: str) -> tuple[str, ...]:
    """The sort key that the page begins after. Faulty 400 for a cursor of another search, or one made up."""
    try:
        bound, *key = signing.loads(cursor, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        bound, key = "", []
    if bound != _bound(query, by) or not all(isinstance(each, str) for each in key):
        raise refused(
            "_cursor", "is not a page of this search. Follow the 'next' link as it was given, or search again."
        )
    return tuple(key)


def _bound(query: Sequence[tuple[str, str]], by: str) -> str:
    """The search that a cursor belongs to: all that was asked but how many to a page."""
    asked = sorted((name, value) for name, value in query if name not in ("_count", "_format", "_pretty"))
    return hashlib.blake2b(repr((asked, by)).encode(), digest_size=9).hexdigest()
