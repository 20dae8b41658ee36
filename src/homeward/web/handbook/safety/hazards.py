"""What can go wrong, what stops it, and which test holds that? The hazard log, as it was drawn when this was built."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DRAWN = Path(__file__).with_name("hazards.json")


@dataclass(frozen=True, kw_only=True)
class Control:
    """What stops a hazard, and the test that fails when it no longer does."""

    words: str
    test: str


@dataclass(frozen=True, kw_only=True)
class Hazard:
    """One thing that can go wrong. Without controls it is open, and `meanwhile` says what is done instead."""

    code: str
    words: tuple[str, ...]
    controls: tuple[Control, ...] = ()
    meanwhile: str = ""


@cache
def hazards() -> tuple[Hazard, ...]:
    """All of them, the open ones too, in the order of their codes."""
    return tuple(
        Hazard(
            code=each["code"],
            words=tuple(each["words"]),
            controls=tuple(Control(**control) for control in each["controls"]),
            meanwhile=each["meanwhile"],
        )
        for each in json.loads(DRAWN.read_text(encoding="utf-8"))
    )
