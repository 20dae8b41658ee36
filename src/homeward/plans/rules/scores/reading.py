"""What does a typed cell say of one part of a score? A value, nothing at all, or something that cannot be."""

import math

from homeward.plans.rules.scores.score import Part, Told


class Unreadable(ValueError):
    """The cell cannot be what the part asks for. The message says what would be."""


def read(part: Part, cell: str) -> Told | None:
    """The value told, or None for an empty cell. Raises Unreadable."""
    typed = cell.strip()
    if not typed:
        return None
    return _choice(part, typed) if part.choices is not None else _number(part, typed)


def _choice(part: Part, typed: str) -> str:
    choices = part.choices or {}
    found = next((code for code in choices if code.lower() == typed.lower()), None)
    if found is None:
        raise Unreadable(f"'{typed}' is not one of {', '.join(choices)}")
    return found


def _number(part: Part, typed: str) -> float:
    try:
        value = float(typed)
    except ValueError:
        raise Unreadable(f"'{typed}' is not a number") from None
    if not math.isfinite(value) or "_" in typed:
        raise Unreadable(f"'{typed}' is not a number")
    low, high = part.low or 0, part.high if part.high is not None else math.inf
    if not low <= value <= high:
        raise Unreadable(f"'{typed}' is not from {low:g} to {high:g}")
    if part.step and (value - low) % part.step:
        kind = "a whole number" if part.step == 1 else f"in steps of {part.step:g}"
        raise Unreadable(f"'{typed}' is not {kind}")
    return value
