"""How is a page of results written as a Bundle from texts, without reading them?"""

import re
from collections.abc import Sequence
from urllib.parse import urlencode

import orjson

Pairs = Sequence[tuple[str, str]]
_PLAIN = re.compile(r"[\w.~-]+", re.ASCII)  # spelt in an address as it is


def around(base: str, kind: str) -> tuple[bytes, bytes, bytes]:
    """What makes an entry of an id and its resource: the words before the id, between the two, and after."""
    return f'{{"fullUrl":"{base}{kind}/'.encode(), b'","resource":', b',"search":{"mode":"match"}}'


def searchset(
    base: str,
    kind: str,
    query: Pairs,
    entries: Sequence[bytes],
    total: int | None,
    following: Pairs,
) -> bytes:
    """The searchset of these entries: `query` is what was asked, `following` what is asked for the next page.

    `total` None: there are more than are counted unasked (`search.asking.COUNTED`).
    """
    links = [{"relation": "self", "url": f"{base}{kind}?{_spelt(query)}"}]
    if following:
        links.append({"relation": "next", "url": f"{base}{kind}?{_spelt(following)}"})
    counted = {} if total is None else {"total": total}
    head = orjson.dumps({"resourceType": "Bundle", "type": "searchset", **counted, "link": links})
    return b'%b,"entry":[%b]}' % (head[:-1], b",".join(entries)) if entries else head


def _spelt(pairs: Pairs) -> str:
    """As `urlencode` spells them, sooner where there is nothing to spell."""
    plain = all(_PLAIN.fullmatch(name) and _PLAIN.fullmatch(value) for name, value in pairs)
    return "&".join([f"{name}={value}" for name, value in pairs]) if plain else urlencode(pairs)
