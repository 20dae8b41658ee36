"""Which value does an Observation hold, as a number or a code, itself and in each of its parts?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# Beyond these a number is a slip of the pen: nobody counts with it, so the column stays empty, or holds nought.
ABSURD = 1e15
NOUGHT = 1e-300
_HELD_IN = ("valueQuantity", "valueInteger", "valueCodeableConcept")


@dataclass(frozen=True, kw_only=True)
class Valued:
    """Number, unit and code of the Observation itself. `parts`, where it has several: each with its own code, itself first."""

    number: float | None = None
    unit: str | None = None
    value_code: str | None = None
    parts: tuple[Mapping[str, Any], ...] | None = None


NOTHING = Valued()


def valued(tree: Mapping[str, Any], *, system: str, code: str) -> Valued:
    """What this Observation, known by that code, holds. Of any other resource, and of any other shape: nothing."""
    if tree.get("resourceType") != "Observation":
        return NOTHING
    components = tree.get("component")
    parts: list[Mapping[str, Any]] = []
    if isinstance(components, list):
        if any(name in tree for name in _HELD_IN):
            parts.append({"code_system": system, "code": code, **_held(tree)})
        for each in components:
            part = each if isinstance(each, dict) else {}
            coding = _first_coding(part.get("code"))
            parts.append({"code_system": _word(coding.get("system")), "code": _word(coding.get("code")), **_held(part)})
    return Valued(**_held(tree), parts=tuple(parts) if isinstance(components, list) else None)


def _held(part: Mapping[str, Any]) -> dict[str, Any]:
    quantity = part.get("valueQuantity")
    quantity = quantity if isinstance(quantity, dict) else {}
    number = _number(quantity.get("value"))
    return {
        "number": _number(part.get("valueInteger")) if number is None else number,
        "unit": _word(quantity.get("code")) or _word(quantity.get("unit")),
        "value_code": _word(_first_coding(part.get("valueCodeableConcept")).get("code")),
    }


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < ABSURD:
        return None
    return float(value) if abs(value) >= NOUGHT else 0.0


def _first_coding(concept: object) -> Mapping[str, Any]:
    coding = concept.get("coding") if isinstance(concept, dict) else None
    first = coding[0] if isinstance(coding, list) and coding else None
    return first if isinstance(first, dict) else {}


def _word(value: object) -> str | None:
    """A word that can be kept: the one character that PostgreSQL cannot keep is left out."""
    return value.replace("\0", "") or None if isinstance(value, str) else None
