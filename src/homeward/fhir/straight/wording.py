"""How does a partner's text get our id, version and times without being read and written anew?"""

import re
from typing import Any

from homeward.fhir.door.written import read_tree, written

# A text begins with its kind, its id and its meta in any order, and perhaps has none of them there. Where one of the last two
# stands anywhere else, or meta holds more than objects of plain values, the text is read whole.
_PLAIN = rb'[^{}"]|"(?:[^"\\]|\\.)*+"'
_META = rb'"meta"\s*:\s*\{((?:' + _PLAIN + rb"|\{(?:" + _PLAIN + rb")*+\})*+)\}"
# As nearly everybody writes: the three in this order, or fewer. One match instead of four.
_USUAL = re.compile(
    rb'\s*\{\s*(?:"resourceType"\s*:\s*"(\w+)"\s*,\s*)?(?:"id"\s*:\s*"[^"\\]*"\s*,\s*)?(?:' + _META + rb"\s*,\s*)?"
)
_BEGIN = re.compile(rb"\s*\{\s*")
_MEMBER = re.compile(rb'(?:"resourceType"\s*:\s*"(\w+)"|"id"\s*:\s*"[^"\\]*"|' + _META + rb")\s*,\s*")


def shown_text(text: bytes, *, id: bytes, version: bytes, updated: bytes) -> bytes:
    """The resource as it is shown; every other element stays as it was written."""
    usual = _USUAL.match(text)
    if usual and _goes_on_plainly(text, usual.end(), usual[2] or b""):
        return _told(text, usual.end(), usual[1], (usual[2] or b"").strip(), (id, version, updated))
    begin = _BEGIN.match(text)
    if begin is None:
        return _whole(text, id, version, updated)
    rest, kind, meta = begin.end(), b"", b""
    while member := _MEMBER.match(text, rest):
        rest = member.end()
        kind = member[1] or kind
        meta = (member[2] or b"").strip() or meta
    if not _goes_on_plainly(text, rest, meta):
        return _whole(text, id, version, updated)
    return _told(text, rest, kind, meta, (id, version, updated))


def _goes_on_plainly(text: bytes, rest: int, meta: bytes) -> bool:
    """Is there surely no id, no meta and no version of its own after what was read?"""
    return not (
        text.find(b'"id"', rest) != -1
        or text.find(b'"meta"', rest) != -1  # perhaps only of something inside; that is found out by reading
        or b'"versionId"' in meta
        or b'"lastUpdated"' in meta
        or b"\\u006" in text  # a letter of a name may be spelt so
        or b"\\u0074" in text
    )


def _told(text: bytes, rest: int, kind: bytes | None, meta: bytes, ours: tuple[bytes, bytes, bytes]) -> bytes:
    named = b'{"resourceType":"%b","id":"' % kind if kind else b'{"id":"'
    return b'%b%b","meta":{"versionId":"%b","lastUpdated":"%b"%b%b},%b' % (
        named, *ours, b"," if meta else b"", meta, text[rest:],
    )  # fmt: skip


def _whole(text: bytes, id: bytes, version: bytes, updated: bytes) -> bytes:
    tree = read_tree(text.decode())
    meta = tree.pop("meta", None)
    kind = tree.pop("resourceType")
    tree.pop("id", None)
    known: dict[str, Any] = meta if isinstance(meta, dict) else {}
    times = {"versionId": version.decode(), "lastUpdated": updated.decode()}
    return written({"resourceType": kind, "id": id.decode(), "meta": {**known, **times}, **tree})
