"""Which signs of the score does a FHIR Observation tell? By the codes that the place declares, itself or in its parts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from homeward.grammar.api import Sign
from homeward.monitoring.rules.scoring import Value

WITHDRAWN = ("entered-in-error", "cancelled")


def signs_told(tree: Mapping[str, Any], declared: Sequence[Sign]) -> dict[str, Value]:
    """Column and value of each sign that is told. A value that cannot be read is not told; it is never guessed."""
    found: dict[str, Value] = {}
    if tree.get("status") in WITHDRAWN:
        return found
    components = tree.get("component")
    for part in (tree, *(components if isinstance(components, list) else ())):
        if isinstance(part, dict):
            found.update(_told(part, declared))
    return found


def _told(part: Mapping[str, Any], declared: Sequence[Sign]) -> Iterator[tuple[str, Value]]:
    codes = set(_codings(part.get("code")))
    for sign in declared:
        # some systems send the answer as the code itself: 'breathing room air' is an observation of its own
        answers = dict(sign.answers)
        if spoken := next((answers[code] for code in codes if code in answers), None):
            if part.get("valueBoolean") is not False:
                yield sign.column, spoken
        elif codes & set(sign.codes):
            value = _answer(part, answers) if answers else _number(part)
            if value is not None:
                yield sign.column, value


def _answer(part: Mapping[str, Any], answers: Mapping[str, str]) -> str | None:
    return next((answers[code] for code in _codings(part.get("valueCodeableConcept")) if code in answers), None)


def _number(part: Mapping[str, Any]) -> float | None:
    """A number with its unit where it is one the score counts in; Fahrenheit is not guessed at."""
    quantity = part.get("valueQuantity")
    if isinstance(quantity, dict) and _is_number(quantity.get("value")):
        unit = str(quantity.get("code") or quantity.get("unit") or "")
        comparator = quantity.get("comparator")
        return None if comparator or unit in ("[degF]", "degF", "°F", "F") else float(quantity["value"])
    whole = part.get("valueInteger")
    return float(whole) if isinstance(whole, int) and not isinstance(whole, bool) else None


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _codings(concept: Any) -> Iterator[str]:
    codings = concept.get("coding") if isinstance(concept, dict) else None
    for each in codings if isinstance(codings, list) else ():
        if isinstance(each, dict):
            yield f"{each.get('system', '')}|{each.get('code', '')}"
