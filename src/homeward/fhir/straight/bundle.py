"""How is a page of results written as a Bundle from texts, without reading them?"""

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, quote_plus, urlencode

import orjson

_PLAIN = re.compile(r"[\w.~-]+=[\w.~-]+(?:&[\w.~-]+=[\w.~-]+)*", re.ASCII)  # spelt as we spell it


def searchset(
    base: str,
    kind: str,
    query: str,
    page: Sequence[tuple[bytes, bytes]],
    total: int | None,
    following: str | None,
) -> bytes:
    """The searchset of (id, resource as text): `query` is what was asked, `following` the cursor of the next page.

    `total` None: there are more than are counted unasked (`search.asking.COUNTED`).
    """
    here = f"{base}{kind}?{query if _PLAIN.fullmatch(query) else urlencode(parse_qsl(query, keep_blank_values=True))}"
    links = [{"relation": "self", "url": here}]
    if following:
        links.append({"relation": "next", "url": f"{here}&_cursor={quote_plus(following)}"})
    counted = {} if total is None else {"total": total}
    head = orjson.dumps({"resourceType": "Bundle", "type": "searchset", **counted, "link": links})
    if not page:
        return head
    first = f'{{"fullUrl":"{base}{kind}/'.encode()
    entries = b",".join([b'%b%b","resource":%b,"search":{"mode":"match"}}' % (first, id, text) for id, text in page])
    return b'%b,"entry":[%b]}' % (head[:-1], entries)
