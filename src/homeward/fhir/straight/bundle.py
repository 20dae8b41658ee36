"""How is a page of results written as a Bundle from texts, without reading them?"""

from collections.abc import Sequence
from urllib.parse import urlencode

import orjson

from homeward.fhir.resources.shown import Shown, instant
from homeward.fhir.straight.wording import shown_text


def searchset(
    base: str, kind: str, pairs: Sequence[tuple[str, str]], page: Sequence[Shown], total: int, following: str | None
) -> bytes:
    """The searchset: `pairs` are the query as asked, `following` the cursor of the next page."""
    links = [{"relation": "self", "url": f"{base}{kind}?{urlencode(pairs)}"}]
    if following:
        links.append({"relation": "next", "url": f"{base}{kind}?{urlencode([*pairs, ('_cursor', following)])}"})
    head = orjson.dumps({"resourceType": "Bundle", "type": "searchset", "total": total, "link": links})
    if not page:
        return head
    entries = b",".join(
        b'{"fullUrl":"'
        + f"{base}{kind}/{each.id}".encode()
        + b'","resource":'
        + _text(each)
        + b',"search":{"mode":"match"}}'
        for each in page
    )
    return head[:-1] + b',"entry":[' + entries + b"]}"


def _text(each: Shown) -> bytes:
    if each.made is not None:
        return each.json
    return shown_text(each.received, id=each.id, version=each.version, updated=instant(each.updated))
