"""Which team owns a new need from its first moment?"""

from collections.abc import Iterable
from datetime import datetime

from homeward.directory.queries.place import place
from homeward.directory.rules.intake import Intake, choose


def intake(*, areas: Iterable[str] = (), need: str | None = None, at: datetime) -> Intake:
    """The team for a need in these areas (`Areas.all`, or any codes), with the declared reason."""
    return choose(place(), areas=areas, need=need, at=at)


def intake_team(locality: str | None, at: datetime, *, need: str | None = None) -> str:
    """The code of the team that takes a new need in this locality at this moment."""
    return intake(areas=(locality,) if locality else (), need=need, at=at).team
