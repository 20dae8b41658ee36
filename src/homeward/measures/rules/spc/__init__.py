"""Is a change in a number real, or chance? Statistical process control as NHS England's Making Data Count does it."""

from homeward.measures.rules.spc.judging import spc
from homeward.measures.rules.spc.points import (
    KINDS,
    MINIMUM,
    RULES,
    VARIATIONS,
    Direction,
    Judged,
    Kind,
    Spc,
    SpcPoint,
    SpcRefused,
    Target,
    target_on,
)
from homeward.measures.rules.spc.reading import read_series
from homeward.measures.rules.spc.saying import say_number

__all__ = [
    "KINDS",
    "MINIMUM",
    "RULES",
    "VARIATIONS",
    "Direction",
    "Judged",
    "Kind",
    "Spc",
    "SpcPoint",
    "SpcRefused",
    "Target",
    "read_series",
    "say_number",
    "spc",
    "target_on",
]
