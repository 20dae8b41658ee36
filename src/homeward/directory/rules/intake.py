"""Which team takes a new need? The first intake rule, in order, whose area, need and hours fit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from homeward.grammar.api import Place, is_open


@dataclass(frozen=True, kw_only=True)
class Intake:
    """The team that owns a new need from its first moment, and the declared reason."""

    team: str
    rule: str
    because: str


def choose(place: Place, *, areas: Iterable[str], need: str | None, at: datetime) -> Intake:
    """The intake for a need in `areas` (codes of any kind; none: not known). The fallback always answers."""
    here = frozenset(areas)
    rules = sorted(place.intake_rules.values(), key=lambda rule: (rule.fallback, rule.order, rule.code))
    for rule in rules:
        fits_area = not rule.areas or not here.isdisjoint(rule.areas)
        fits_need = not rule.needs or need in rule.needs
        if rule.fallback or (fits_area and fits_need and is_open(place.calendars[rule.calendar], at=at)):
            return Intake(team=rule.team, rule=rule.code, because=rule.because)
    raise LookupError(f"{place.name} declares no intake rule that always answers.")
