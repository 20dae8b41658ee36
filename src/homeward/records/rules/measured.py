"""Which numbers does an Observation hold, itself or in its parts?"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from homeward.records.rules.coding import coded, codings


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One number with the code that was asked for."""

    code: str
    display: str
    value: float
    unit: str


def measured(tree: Mapping[str, Any], wanted: Collection[str]) -> Iterator[Measured]:
    """The numbers whose code is among `wanted`, the whole before its parts. A text value is no number."""
    components = tree.get("component")
    for part in (tree, *(components if isinstance(components, list) else ())):
        if not isinstance(part, dict):
            continue
        value, unit = _number(part)
        if value is None:
            continue
        main = coded(part.get("code"))
        known = (one.rpartition("|")[2] for one in codings(part.get("code"), main))
        code = next((each for each in known if each in wanted), "")
        if code:
            yield Measured(code=code, display=main.display or code, value=value, unit=unit)


def _number(part: Mapping[str, Any]) -> tuple[float | None, str]:
    quantity = part.get("valueQuantity")
    if isinstance(quantity, dict) and isinstance(quantity.get("value"), (int, float)):
        unit = quantity.get("unit") or quantity.get("code") or ""
        return float(quantity["value"]), str(unit)
    whole = part.get("valueInteger")
    return (float(whole), "") if isinstance(whole, int) and not isinstance(whole, bool) else (None, "")
