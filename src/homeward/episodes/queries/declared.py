"""By which declaration, and which calendar, is a clock read?"""

from functools import lru_cache
from typing import NamedTuple, cast

from homeward.directory import api as directory
from homeward.grammar.api import Calendar, Clock


class Pinned(NamedTuple):
    """A clock's declaration and its calendar, with their fingerprints."""

    clock: Clock
    calendar: Calendar
    fingerprint: str
    calendar_fingerprint: str


def today(code: str) -> Pinned:
    """As the place declares it now. Raises KeyError for a code it does not declare."""
    clock = directory.place().clocks[code]
    return Pinned(
        clock=clock,
        calendar=directory.place().calendars[clock.calendar],
        fingerprint=directory.fingerprint_of("Clock", code),
        calendar_fingerprint=directory.fingerprint_of("Calendar", clock.calendar),
    )


@lru_cache(maxsize=512)
def pinned(fingerprint: str, calendar_fingerprint: str) -> Pinned:
    """As it was declared when the clock began, whatever the files say now."""
    return Pinned(
        clock=cast(Clock, directory.version("Clock", fingerprint)),
        calendar=cast(Calendar, directory.version("Calendar", calendar_fingerprint)),
        fingerprint=fingerprint,
        calendar_fingerprint=calendar_fingerprint,
    )
