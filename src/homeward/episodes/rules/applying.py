"""Which clocks does a need run against: those of its urgency and of its service whose condition does not say no?"""

from collections.abc import Iterable, Mapping
from typing import Any

from homeward.grammar.api import Clock, Service, Urgency, holds


def applying(
    clocks: Mapping[str, Clock], *, urgency: Urgency | None, service: Service | None, facts: Mapping[str, Any]
) -> tuple[str, ...]:
    """The codes, in the order declared. A condition that cannot be decided yet counts as yes: better timed than forgotten."""
    named: Iterable[str] = (*(urgency.clocks if urgency else ()), *(service.clocks if service else ()))
    return tuple(code for code in dict.fromkeys(named) if _may_apply(clocks[code], facts))


def _may_apply(clock: Clock, facts: Mapping[str, Any]) -> bool:
    return clock.applies is None or holds(clock.applies, facts) is not False
