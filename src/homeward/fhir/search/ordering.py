"""In which order are results given? As asked, and always by id at last, so that no two pages overlap."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from homeward.fhir.resources.shown import Shown
from homeward.fhir.search.elements import at_paths
from homeward.fhir.search.moments import reach
from homeward.fhir.search.parameters import Parameter

Keyed = tuple[tuple[str, ...], Shown]
_INVERTED = {
    each: chr(0x10FFFF - each) for each in range(0x250)
}  # turns an order of codes, figures and Latin letters round
_TURNED_BACK = {ord(turned): each for each, turned in _INVERTED.items()}


def ordered(found: Iterable[Shown], sort: Sequence[tuple[str, bool]], known: Mapping[str, Parameter]) -> list[Keyed]:
    """The results in order, each with its sort key. Unless asked otherwise, the latest first."""
    keyed = [(_key(each, sort, known), each) for each in found]
    return sorted(keyed, key=lambda pair: pair[0])


def after(keyed: Sequence[Keyed], mark: Sequence[str]) -> list[Keyed]:
    """Those that come after a mark."""
    return [pair for pair in keyed if pair[0] > tuple(mark)] if mark else list(keyed)


def usual_key(moment: datetime, id: str) -> tuple[str, str]:
    """The sort key of a resource where no order was asked: the latest first, then by id."""
    return _turned(moment.isoformat()), id


def moment_in(key: Sequence[str]) -> datetime:
    """The moment in a usual sort key."""
    return datetime.fromisoformat(key[0][:-1].translate(_TURNED_BACK))


def _key(shown: Shown, sort: Sequence[tuple[str, bool]], known: Mapping[str, Parameter]) -> tuple[str, ...]:
    if not sort:
        return usual_key(shown.moment, shown.id)
    parts = []
    for name, descending in sort:
        text = _text(shown, known[name])
        # what has no value comes last, whichever way the order runs
        parts.append("\U0010ffff" if not text else (_turned(text) if descending else text))
    return (*parts, shown.id)


def _turned(text: str) -> str:
    return text.translate(_INVERTED) + "\U0010ffff"


def _text(shown: Shown, parameter: Parameter) -> str:
    if parameter.name == "_lastUpdated":
        return shown.updated.isoformat()
    found = [_plain(value, parameter) for value in at_paths(shown.tree, parameter.paths)]
    return min((each for each in found if each), default="")


def _plain(value: Any, parameter: Parameter) -> str:
    if parameter.type == "date":
        had = reach(value)
        return had.start.isoformat() if had else ""
    if isinstance(value, dict):
        codings = value.get("coding")
        first = codings[0] if isinstance(codings, list) and codings and isinstance(codings[0], dict) else value
        parts = (first.get(name) for name in ("family", "code", "value", "reference", "text", "given"))
        return next((str(part).casefold() for part in parts if isinstance(part, (str, int, float))), "")
    return str(value).casefold() if isinstance(value, (str, int, float)) else ""
