"""How does a partner's text get our id, version and times without being read and written anew?"""

import re
from collections.abc import Sequence
from typing import Any

from homeward.fhir.door.written import read_tree, written

# A text begins with its kind, its id and its meta in any order, and perhaps has none of them there. Where one of the last two
# stands anywhere else, or meta holds more than objects of plain values, the text is read whole.
_PLAIN = rb'[^{}"]|"(?:[^"\\]|\\.)*+"'
_META = rb'"meta"\s*:\s*\{((?:' + _PLAIN + rb"|\{(?:" + _PLAIN + rb")*+\})*+)\}"
# As nearly everybody writes: the three in this order, or fewer. One match instead of four.
_USUAL = re.compile(
    rb'\s*+\{\s*+(?:"resourceType"\s*+:\s*+"(\w++)"\s*+,\s*+)?("id"\s*+:\s*+"[^"\\]*+"\s*+,\s*+)?(?:' + _META + rb"\s*+,\s*+)?"
)
# As the database gives each of a page (fhir_items_each): id, when it came, version, text.
_GIVEN = re.compile(rb"([0-9a-f-]{36})(.{24})(\d+) ")
_GIVEN_USUALLY = re.compile(_GIVEN.pattern + _USUAL.pattern)
_PARTED = b"\x1e"
Around = tuple[bytes, bytes, bytes]  # what stands before an id, between it and its resource, and after
_LETTER = re.compile(rb"\\u00[4-7]")
_BEGIN = re.compile(rb"\s*\{\s*")
_MEMBER = re.compile(rb'(?:"resourceType"\s*:\s*"(\w+)"|"id"\s*:\s*"[^"\\]*"|' + _META + rb")\s*,\s*")


def shown_text(text: bytes, *, id: bytes, version: bytes, updated: bytes) -> bytes:
    """The resource as it is shown; every other element stays as it was written."""
    usual = _USUAL.match(text)
    if usual and _goes_on_plainly(text, usual.end(), usual[3] or b""):
        return _told(text, usual.end(), usual[1], (usual[3] or b"").strip(), (id, version, updated))
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


def shown_page(rows: Sequence[bytes], around: Around) -> list[bytes]:
    """Each of the page, as the database gives it, as it is shown: its id and its resource with what stands around them."""
    usual = [found for row in rows if (found := _GIVEN_USUALLY.match(row))]
    if len(usual) < len(rows) or not _all_go_on_plainly(b"".join(rows), usual):
        return [_shown_row(row, around) for row in rows]
    before, between, after = around
    shown = []
    for row, each in zip(rows, usual, strict=True):
        id, updated, version, kind, _, meta = each.groups()
        if kind or meta:
            text = _told(row, each.end(), kind, (meta or b"").strip(), (id, version, updated))
            shown.append(b"%b%b%b%b%b" % (before, id, between, text, after))
        else:
            words = (before, id, between, id, version, updated, row[each.end() :], after)
            shown.append(b'%b%b%b{"id":"%b","meta":{"versionId":"%b","lastUpdated":"%b"},%b%b' % words)
    return shown


def rows_of(page: bytes) -> list[bytes]:
    """The page parted into its resources; the id of each stands first."""
    return page.split(_PARTED)


def _shown_row(row: bytes, around: Around) -> bytes:
    given = _GIVEN.match(row)
    if given is None:
        raise ValueError("a page holds what the database does not give")
    id, updated, version = given.groups()
    text = shown_text(row[given.end() :], id=id, version=version, updated=updated)
    return b"%b%b%b%b%b" % (around[0], id, around[1], text, around[2])


def _all_go_on_plainly(page: bytes, usual: Sequence[re.Match[bytes]]) -> bool:
    """As below, of a whole page at once: is there no id and no meta but those that stand at the beginnings?"""
    ids = sum(each[5] is not None for each in usual)
    metas = sum(each[6] is not None for each in usual)
    return (
        page.count(b'"id"') == ids
        and page.count(b'"meta"') == metas
        and not (metas and (b'"versionId"' in page or b'"lastUpdated"' in page))
        and not _spells_letters_oddly(page)
    )


def _goes_on_plainly(text: bytes, rest: int, meta: bytes) -> bool:
    """Is there surely no id, no meta and no version of its own after what was read?"""
    return not (
        text.find(b'"id"', rest) != -1
        or text.find(b'"meta"', rest) != -1  # perhaps only of something inside; that is found out by reading
        or b'"versionId"' in meta
        or b'"lastUpdated"' in meta
        or _spells_letters_oddly(text)
    )


def _spells_letters_oddly(text: bytes) -> bool:
    """May a letter of a name be spelt as an escape?"""
    return b"\\" in text and b"\\u00" in text and _LETTER.search(text) is not None


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
