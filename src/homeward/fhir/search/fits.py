"""Does this resource fit what was asked of one parameter? By the rules of FHIR R4 search (3.1.1.4 and on)."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from homeward.fhir.search.elements import Tree, at_paths
from homeward.fhir.search.moments import PREFIXES, Stretch, compare, reach, stretch
from homeward.fhir.search.parameters import Parameter


def fits(parameter: Parameter, modifier: str, wanted: tuple[str, ...], tree: Tree, *, now: datetime) -> bool:
    """Does the resource fit one of the wanted values? The values were found readable before."""
    found = at_paths(tree, parameter.paths)
    if parameter.name in ("phone", "email"):
        found = [each for each in found if isinstance(each, dict) and each.get("system") == parameter.name]
    if modifier == "missing":
        return (not found) == (wanted[0] == "true")
    if modifier == "not":
        return not any(_token(each, value) for each in found for value in wanted)
    judge = _JUDGES[parameter.type]
    return any(judge(each, value, modifier, now) for each in found for value in wanted)


def unreadable(parameter: Parameter, modifier: str, value: str) -> str:
    """Why this value cannot be asked of this parameter, as the end of a sentence; '' when it can."""
    if modifier == "missing":
        return "" if value in ("true", "false") else "must be 'true' or 'false'."
    if parameter.type == "date" and _moment(value)[1] is None:
        return "must be a date such as 2026-03-04, with a prefix such as ge or lt before it if you like."
    if parameter.type in ("quantity", "number") and _number(value)[1] is None:
        return "must be a number such as 5.4, with a prefix such as gt before it if you like."
    return "" if value else "must not be empty."


def _judge_token(value: Any, wanted: str, modifier: str, now: datetime) -> bool:
    if modifier == "text":
        return any(_plain(wanted) in _plain(text) for text in _words(value))
    return _token(value, wanted)


def _token(value: Any, wanted: str) -> bool:
    """'code', 'system|code', '|code' (no system) or 'system|' against a code, Coding, CodeableConcept or Identifier."""
    if isinstance(value, dict):
        if isinstance(value.get("coding"), list):
            return any(_token(each, wanted) for each in value["coding"])
        system, bar, code = wanted.rpartition("|")
        held = value.get("code", value.get("value"))
        if bar and system != value.get("system", ""):
            return False
        return (not code and bool(bar)) or (isinstance(held, str) and _bare(held) == _bare(code))
    code = wanted.rpartition("|")[2]
    spelt = str(value).lower() if isinstance(value, bool) else str(value)
    return spelt.lower() == code.lower()


def _bare(code: str) -> str:
    """A code without case; a UUID is asked for with or without its 'urn:uuid:'."""
    return code.lower().removeprefix("urn:uuid:")


def _words(value: Any) -> list[str]:
    if not isinstance(value, dict):
        return [str(value)]
    codings = value.get("coding")
    parts = [value.get("text"), value.get("display")]
    parts += [each.get("display") for each in codings if isinstance(each, dict)] if isinstance(codings, list) else []
    return [part for part in parts if isinstance(part, str)]


def _judge_string(value: Any, wanted: str, modifier: str, now: datetime) -> bool:
    return any(_string(text, wanted, modifier) for text in _texts(value))


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):  # a HumanName or an Address: any of its parts
        return [text for name, part in value.items() if name not in ("use", "period") for text in _texts(part)]
    return [text for part in value for text in _texts(part)] if isinstance(value, list) else []


def _string(text: str, wanted: str, modifier: str) -> bool:
    if modifier == "exact":
        return text == wanted
    if modifier == "contains":
        return _plain(wanted) in _plain(text)
    return _plain(text).startswith(_plain(wanted))


def _plain(text: str) -> str:
    """Without case, accents and double spaces."""
    parted = unicodedata.normalize("NFKD", " ".join(text.split()).casefold())
    return "".join(character for character in parted if not unicodedata.combining(character))


def _judge_date(value: Any, wanted: str, modifier: str, now: datetime) -> bool:
    prefix, asked = _moment(wanted)
    had = reach(value)
    return asked is not None and had is not None and compare(prefix, asked, had, now=now)


def _moment(wanted: str) -> tuple[str, Stretch | None]:
    prefix, rest = (wanted[:2], wanted[2:]) if wanted[:2] in PREFIXES else ("eq", wanted)
    return prefix, stretch(rest)


def _judge_reference(value: Any, wanted: str, modifier: str, now: datetime) -> bool:
    """'Type/id', 'id', a whole address, or for :identifier a token of the reference's identifier."""
    if isinstance(value, str):
        return value == wanted or value.rpartition("/")[2] == wanted
    if not isinstance(value, dict):
        return False
    if modifier == "identifier":
        return _token(value.get("identifier") or {}, wanted)
    held = str(value.get("reference", "")).partition("/_history/")[0]
    if "/" in wanted:
        return held == wanted or held.endswith(f"/{wanted}")
    kind, _, id = held.rpartition("/")
    return id == wanted and (not modifier or kind.rpartition("/")[2] == modifier)


def _judge_uri(value: Any, wanted: str, modifier: str, now: datetime) -> bool:
    held = str(value)
    return (
        held.startswith(wanted)
        if modifier == "below"
        else held in (wanted, wanted.partition("|")[0]) or (held.partition("|")[0] == wanted)
    )


def _judge_quantity(value: Any, wanted: str, modifier: str, now: datetime) -> bool:
    prefix, number, places, system, code = _quantity(wanted)
    if not isinstance(value, dict):
        value = {"value": value}
    try:
        held = Decimal(str(value.get("value")))
    except InvalidOperation:
        return False
    if code and code not in (value.get("code"), value.get("unit")):
        return False
    if (system and system != value.get("system")) or number is None:
        return False
    margin = abs(number) / 10 if prefix == "ap" else Decimal(5).scaleb(-places - 1)
    close = abs(held - number) <= margin
    answers = {"gt": held > number, "lt": held < number, "ge": held >= number, "le": held <= number,
               "sa": held > number, "eb": held < number, "ne": not close}  # fmt: skip
    return answers.get(prefix, close)


def _quantity(wanted: str) -> tuple[str, Decimal | None, int, str, str]:
    """(prefix, number, decimal places it was written with, system, code) of '5.4|http://unitsofmeasure.org|mg'."""
    prefix, number = _number(wanted.partition("|")[0])
    _, _, unit = wanted.partition("|")
    system, _, code = unit.partition("|")
    exponent = number.as_tuple().exponent if number is not None else 0
    return prefix, number, max(0, -exponent) if isinstance(exponent, int) else 0, system, code


def _number(wanted: str) -> tuple[str, Decimal | None]:
    text = wanted.partition("|")[0]
    prefix, rest = (text[:2], text[2:]) if text[:2] in PREFIXES else ("eq", text)
    try:
        number = Decimal(rest)
    except InvalidOperation:
        return prefix, None
    return prefix, number if number.is_finite() and abs(number.adjusted()) < 40 else None


_JUDGES: Mapping[str, Callable[[Any, str, str, datetime], bool]] = {
    "token": _judge_token,
    "string": _judge_string,
    "date": _judge_date,
    "reference": _judge_reference,
    "uri": _judge_uri,
    "quantity": _judge_quantity,
    "number": _judge_quantity,
}
