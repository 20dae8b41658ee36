"""Which clocks does a need run against? Their codes go into the event that found it out, as `clocks`."""

from collections.abc import Mapping
from typing import Any

from homeward.directory import api as directory
from homeward.episodes.rules.applying import applying


def clocks_that_apply(
    *, urgency: str | None = None, service: str | None = None, facts: Mapping[str, Any] | None = None
) -> tuple[str, ...]:
    """The codes of the clocks of this urgency and this service that the need's facts do not rule out."""
    place = directory.place()
    return applying(
        place.clocks,
        urgency=place.urgencies[urgency] if urgency else None,
        service=place.services[service] if service else None,
        facts=facts or {},
    )
