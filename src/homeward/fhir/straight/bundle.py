"""How is a page of results written as a Bundle from texts, without reading them?"""

from collections.abc import Sequence
from urllib.parse import urlencode

import orjson


def searchset(
    base: str,
    kind: str,
    pairs: Sequence[tuple[str, str]],
    page: Sequence[tuple[bytes, bytes]],
    total: int,
    following: str | None,
) -> bytes:
    """The searchset of (id, resource as text): `pairs` are the query as asked, `following` the cursor of the next page."""
    here = f"{base}{kind}?{urlencode(pairs)}"
    links = [{"relation": "self", "url": here}]
    if following:
        links.append({"relation": "next", "url": f"{here}&{urlencode((('_cursor', following),))}"})
    head = orjson.dumps({"resourceType": "Bundle", "type": "searchset", "total": total, "link": links})
    if not page:
        return head
    first = f'{{"fullUrl":"{base}{kind}/'.encode()
    entries = b",".join([b'%b%b","resource":%b,"search":{"mode":"match"}}' % (first, id, text) for id, text in page])
    return b'%b,"entry":[%b]}' % (head[:-1], entries)
