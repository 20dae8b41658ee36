"""Is it one JSON object in UTF-8, of bounded size and depth, that means the same thing to every reader?"""

import json
import math
from collections import deque
from collections.abc import Iterator
from functools import partial
from typing import NoReturn

import orjson

from homeward.foundation.r4.issues import Faulty, Issue

DEEPEST = 64
MOST_MEMBERS = 250  # of one object; the largest FHIR resource has fewer elements than that
_UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


class _Doubled(dict[str, object]):
    """An object that named one of its members twice."""

    member = ""


def read_json(body: bytes) -> dict[str, object]:
    """The object that `body` spells. Raises Faulty, naming the place, for anything that is not plainly one."""
    text = _decoded(body)
    _parse_strictly(body, text)
    depth = _depth(text)
    if depth > DEEPEST:
        raise _fault(f"The content is nested {depth} deep. The most that is read here is {DEEPEST}.")
    doubles: list[_Doubled] = []
    tree = json.loads(text, object_pairs_hook=partial(_once, doubles), parse_constant=_no_constant)
    if not isinstance(tree, dict):
        raise _fault("The content must be one JSON object, a FHIR resource.")
    doubled = _find_doubled(tree) if doubles else ""
    if doubled:
        raise Faulty(
            Issue(
                code="structure",
                expression=doubled,
                diagnostics=f"'{doubled}' is there twice. Two readers could take different ones, so send it once.",
            )
        )
    return tree


def _decoded(body: bytes) -> str:
    if not body.strip():
        raise _fault("There is no content. Send one FHIR resource as JSON.", code="required")
    if body.startswith(b"\xef\xbb\xbf"):
        raise _fault("The content starts with a byte order mark. Send UTF-8 without one.")
    if body.startswith(_UNICODE_MARKS) or b"\x00" in body[:4]:
        raise _fault("The content is in UTF-16 or UTF-32. FHIR is sent in UTF-8.")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _fault(f"The content is not UTF-8: byte {error.start + 1} cannot be read.") from None


def _parse_strictly(body: bytes, text: str) -> None:
    """Syntax, by a reader that refuses NaN, infinities, half surrogates and raw control characters."""
    try:
        orjson.loads(body)
    except orjson.JSONDecodeError as error:
        words = str(error)
        if "depth limit" in words:
            raise _fault(f"The content is nested too deep. The most that is read here is {DEEPEST}.") from None
        where = _unreadable_element(text) if "infinity" in words or "surrogate" in words else ""
        if where:
            what = "a number too large to be read" if "infinity" in words else "half of a character (a lone surrogate)"
            fault = Issue(code="value", expression=where, diagnostics=f"'{where}' holds {what}.")
            raise Faulty(fault) from None
        raise _fault(f"The content is not JSON: {words}.") from None


class _TooLarge:
    """A number that no reader can hold."""


def _unreadable_element(text: str) -> str:
    """The path of the first number or text that a strict reader stumbled over, or ''."""
    if _depth(text) > DEEPEST:
        return ""

    def number(written: str) -> object:
        return _TooLarge() if math.isinf(float(written)) else 0

    try:
        tree = json.loads(text, parse_float=number, parse_int=number)
    except ValueError:
        return ""
    return next((path for path, each in _elements(tree) if isinstance(each, _TooLarge) or _half(each)), "")


def _half(value: object) -> bool:
    return isinstance(value, str) and any("\ud800" <= each <= "\udfff" for each in value)


def _elements(tree: object) -> Iterator[tuple[str, object]]:
    """Every element with its path, the outer before the inner."""
    kind = tree.get("resourceType", "Resource") if isinstance(tree, dict) else "Resource"
    first = kind[:64] if isinstance(kind, str) and not _half(kind) else "Resource"
    waiting: deque[tuple[str, object]] = deque([(first, tree)])
    while waiting:
        path, node = waiting.popleft()
        yield path, node
        if isinstance(node, dict):
            waiting.extend((f"{path}.{name[:64]}" if not _half(name) else path, each) for name, each in node.items())
        elif isinstance(node, list):
            waiting.extend((f"{path}[{index}]", each) for index, each in enumerate(node))


def _depth(text: str) -> int:
    """How deep the brackets go. The text is known to be JSON, so a quote always closes."""
    deepest = level = 0
    inside = False
    if text.count("[") + text.count("{") <= DEEPEST:
        return 0
    for piece in text.replace("\\\\", "").replace('\\"', "").split('"'):
        if not inside:
            for character in piece:
                if character in "{[":
                    level += 1
                    deepest = max(deepest, level)
                elif character in "]}":
                    level -= 1
        inside = not inside
    return deepest


def _once(doubles: list[_Doubled], pairs: list[tuple[str, object]]) -> dict[str, object]:
    """The object; one that names a member twice is kept among the `doubles`."""
    found = dict(pairs)
    if len(pairs) > MOST_MEMBERS:
        raise _fault(f"An object has {len(pairs)} members. The most that is read here is {MOST_MEMBERS}.")
    if len(found) == len(pairs):
        return found
    doubled = _Doubled(found)
    names = [name for name, _ in pairs]
    doubled.member = next(name for name in names if names.count(name) > 1)
    doubles.append(doubled)
    return doubled


def _no_constant(name: str) -> NoReturn:
    raise _fault(f"'{name}' is not a number that JSON knows.")


def _find_doubled(tree: dict[str, object]) -> str:
    """The path of the first member named twice, or ''."""
    found = ((path, node.member) for path, node in _elements(tree) if isinstance(node, _Doubled))
    return next((f"{path}.{member[:64]}" for path, member in found), "")


def _fault(diagnostics: str, code: str = "structure") -> Faulty:
    return Faulty(Issue(code=code, diagnostics=diagnostics))  # type: ignore[arg-type]  # a code of the table
