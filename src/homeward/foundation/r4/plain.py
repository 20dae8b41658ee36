"""Is this resource plainly sound? One quick walk that names nothing: whatever looks odd is left to the thorough judge."""

import re

import fhirkit
import orjson

from homeward.foundation.r4.bindings import BY_PART, BY_PATH
from homeward.foundation.r4.elements import syntax_fault
from homeward.foundation.r4.json_text import DEEPEST, MOST_MEMBERS
from homeward.foundation.r4.syntax import DATES

_SPACED_COLON = re.compile(rb'"[ \t\r\n]+:')
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_NAME_PARTS = frozenset({"family", "given", "value"})
_WATCHED = DATES | {"id", "reference", "fullUrl", "code"} | {name for _, name in (*BY_PATH, *BY_PART)}
_MARK = b"\xef\xbb\xbf"


class _Odd(Exception):
    """Something needs a closer look."""


def plain_tree(body: bytes) -> dict[str, object] | None:
    """The tree, or None when anything in it might be wrong. Says nothing about structure, and lets searching references be.

    A member named twice would leave fewer members in the tree than there are names with a colon in the text.
    """
    try:
        tree = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    if type(tree) is not dict or body.startswith(_MARK) or tree.get("resourceType") not in fhirkit.RESOURCE_TYPES:
        return None
    try:
        members = _object(tree, "", "", 1)
    except _Odd:
        return None
    return tree if body.count(b'":') == members and not _SPACED_COLON.search(body) else None


def _object(node: dict[str, object], kind: str, part: str, depth: int) -> int:
    """How many members there are at and below this object."""
    if not node or depth > DEEPEST or len(node) > MOST_MEMBERS:
        raise _Odd
    here = node.get("resourceType")
    if type(here) is str:
        kind, part = here, ""
    members = len(node)
    for name, value in node.items():
        shape = type(value)
        if shape is str:
            _text(name, value, kind, part)  # type: ignore[arg-type]  # its type was just looked at
        elif shape is dict:
            members += _object(value, kind, name, depth + 1)  # type: ignore[arg-type]  # likewise
        elif shape is list:
            for each in value:  # type: ignore[attr-defined]  # likewise
                if type(each) is dict:
                    members += _object(each, kind, name, depth + 2)
                elif type(each) is str:
                    _text(name, each, kind, part)
                elif type(each) is list:
                    raise _Odd
    return members


def _text(name: str, text: str, kind: str, part: str) -> None:
    if not text or text.isspace() or (not text.isprintable() and _CONTROL.search(text)):
        raise _Odd
    if name in _WATCHED:
        rule, fault = syntax_fault(name, text, kind, part)
        if fault and rule != "searching_reference":
            raise _Odd
    if name in _NAME_PARTS and not text.isascii() and part in ("name", "identifier"):
        raise _Odd
