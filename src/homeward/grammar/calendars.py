"""When is a service open? Weekly hours, bank holidays and the time zone they are read in."""

from dataclasses import dataclass, field
from datetime import date, time

from homeward.grammar.declaration import WORDING, Declaration

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
WEEKDAYS = (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)
EVERY_DAY = (*WEEKDAYS, SATURDAY, SUNDAY)


@dataclass(frozen=True, kw_only=True)
class Opening:
    """Hours on some days. When `closes` is not after `opens` it closes the next day (00:00–00:00 = all day)."""

    days: tuple[int, ...]
    opens: time
    closes: time


@dataclass(frozen=True, kw_only=True)
class Calendar(Declaration):
    """Opening hours. `holiday_hours` None = bank holidays are like any day; () = closed; else those hours."""

    title: str = field(metadata=WORDING)
    weekly: tuple[Opening, ...]
    bank_holidays: tuple[date, ...] = ()
    holiday_hours: tuple[Opening, ...] | None = None
    time_zone: str = "Europe/London"

    def __hash__(self) -> int:
        """By code: openings are kept by calendar and day, and hashing every hour and holiday cost more than they do."""
        return hash(self.code)
