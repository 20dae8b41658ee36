"""When is a place under more pressure than its capacity bears, and who then does what?"""

from dataclasses import dataclass, field
from typing import Literal

from homeward.grammar.declaration import WORDING, Declaration, Standard

# What is read off the ledger. All but 'free' press the more the higher they are.
SurgeMeasure = Literal["taken_percent", "free", "waiting", "longest_wait_hours", "old_percent"]
SURGE_MEASURES: dict[SurgeMeasure, tuple[str, str]] = {
    "taken_percent": ("taken", "%"),
    "free": ("free", ""),
    "waiting": ("waiting for room", ""),
    "longest_wait_hours": ("hours, the longest wait for room", ""),
    "old_percent": ("of the numbers too old to trust", "%"),
}
# Four levels of pressure, as the national escalation levels have them (OPEL framework 2024 to 2026), in our words.
SurgeLevel = Literal[1, 2, 3, 4]
SURGE_LEVELS: dict[int, str] = {
    1: "Level 1: as usual",
    2: "Level 2: some pressure",
    3: "Level 3: high pressure",
    4: "Level 4: more need than can be met",
}


@dataclass(frozen=True, kw_only=True)
class SurgeThreshold:
    """The level begins when the measure reaches this: or, of what is free, when it falls to this."""

    level: SurgeLevel
    at: float


@dataclass(frozen=True, kw_only=True)
class SurgeTrigger(Declaration):
    """One reading of the ledger over these services (and only these teams, if any are named), and its levels."""

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    measure: SurgeMeasure
    services: tuple[str, ...]
    teams: tuple[str, ...] = ()
    thresholds: tuple[SurgeThreshold, ...]
    standard: Standard | None = field(default=None, metadata=WORDING)


@dataclass(frozen=True, kw_only=True)
class CardStep:
    """One thing to do, and the team that does it."""

    code: str
    words: str
    team: str


@dataclass(frozen=True, kw_only=True)
class SurgeUnits:
    """More of a service at one of its teams, open for as long as the card is on."""

    service: str
    team: str
    count: int
    site: str = ""


@dataclass(frozen=True, kw_only=True)
class ActionCard(Declaration):
    """What is done when one of these triggers reaches the level, step by step, and what is opened for it."""

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    triggers: tuple[str, ...]
    level: SurgeLevel
    steps: tuple[CardStep, ...]
    opens: tuple[SurgeUnits, ...] = ()
    proposal: bool = field(default=False, metadata=WORDING)
