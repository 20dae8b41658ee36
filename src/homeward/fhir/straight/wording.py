"""How does a partner's text get our id, version and times without being read and written anew?"""

import json
import re
from typing import Any

import orjson

from homeward.fhir.door.written import read_tree, written

# Most texts begin so: kind, perhaps an id, perhaps meta. Any other beginning is read whole.
_BEGINNING = re.compile(
    r'\s*\{\s*"resourceType"\s*:\s*"(\w+)"\s*,\s*(?:"id"\s*:\s*"[^"\\]*"\s*,\s*)?(?:"meta"\s*:\s*(?=\{))?'
)
_OBJECT = json.JSONDecoder()
_NEXT = re.compile(r"\s*,\s*")


def shown_text(text: str, *, id: str, version: str, updated: str) -> bytes:
    """The resource as it is shown; every other element stays as it was written."""
    begin = _BEGINNING.match(text)
    if begin is None:
        return _whole(text, id, version, updated)
    meta: dict[str, Any] = {}
    rest = begin.end()
    if text[rest] == "{":
        meta, end = _OBJECT.raw_decode(text, rest)
        following = _NEXT.match(text, end)
        if following is None:
            return _whole(text, id, version, updated)
        rest = following.end()
    if text.find('"id"', rest) != -1 or text.find('"meta"', rest) != -1:
        return _whole(text, id, version, updated)  # perhaps only of something inside; that is found out by reading
    said = orjson.dumps({**meta, "versionId": version, "lastUpdated": updated}).decode()
    return f'{{"resourceType":"{begin[1]}","id":"{id}","meta":{said},{text[rest:]}'.encode()


def _whole(text: str, id: str, version: str, updated: str) -> bytes:
    tree = read_tree(text)
    meta = tree.pop("meta", None)
    kind = tree.pop("resourceType")
    tree.pop("id", None)
    known = meta if isinstance(meta, dict) else {}
    return written(
        {"resourceType": kind, "id": id, "meta": {**known, "versionId": version, "lastUpdated": updated}, **tree}
    )
