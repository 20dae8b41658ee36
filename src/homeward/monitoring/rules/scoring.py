"""What does a set of observations add up to, by the score of the policy and the person's own SpO2 scale?"""

from collections.abc import Mapping

from homeward.foundation.errors import Invalid
from homeward.grammar.api import MonitoringPolicy, ScoreBand
from homeward.plans.api import SCORES, Part, Scored

SCALE = "spo2_scale"
Value = float | str
Signs = Mapping[str, Value | None]


def parts_asked(score: str) -> tuple[Part, ...]:
    """What an observer is asked. The scale is set for the person by a clinician and never asked at the bedside."""
    return tuple(part for part in SCORES[score].parts if part.column != SCALE)


def checked(signs: Signs, *, score: str) -> dict[str, Value | None]:
    """Every sign of the score, None where nothing was told. Raises Invalid with a sentence for each that cannot be."""
    errors: dict[str, str] = {}
    found: dict[str, Value | None] = {}
    for part in parts_asked(score):
        value = signs.get(part.column)
        found[part.column] = None if value == "" else value
        if fault := _fault(part, found[part.column]):
            errors[part.column] = fault
    if errors:
        raise Invalid(errors)
    return found


def scored(signs: Signs, *, score: str, scale: str) -> Scored:
    """A total only where every sign was taken; `at_least` says what the signs so far already call for."""
    return SCORES[score].work_out({**signs, SCALE: scale})


def total_alone(total: int, *, score: str) -> Scored | None:
    """A total told without its signs; None where such a score cannot say what it calls for."""
    known = SCORES[score]
    if known.of_total is None:
        return None
    return Scored(points={}, total=total, response=known.of_total(total), words="")


def band_called_for(policy: MonitoringPolicy, found: Scored) -> ScoreBand | None:
    """The band that must be acted on: of the total, or of a partial set's floor when that alone alerts; else None."""
    response = found.response or found.at_least
    band = policy.band(response) if response else None
    return band if band is not None and band.level is not None else None


def _fault(part: Part, value: Value | None) -> str:
    if value is None:
        return ""
    if part.choices is not None:
        return "" if value in part.choices else f"{part.words}: choose one of the answers."
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return f"{part.words} must be a number."
    low, high = part.low or 0, part.high
    if value < low or (high is not None and value > high):
        return f"{part.words} must be from {low:g} to {high:g}. Measure again, or leave it empty and say why."
    return ""
