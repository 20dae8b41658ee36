"""Does every calendar open at some time, in a real time zone, with bank holidays that have not run out?"""

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from homeward.grammar.faults.fault import Fault, fault
from homeward.grammar.place import Place

LOOK_AHEAD = timedelta(days=90)


def faults_of_calendars(place: Place, today: date) -> Iterator[Fault]:
    for calendar in place.calendars.values():
        if not any(hours.days for hours in calendar.weekly):
            yield fault(
                calendar, "no-hours", f"'{calendar.title}' is never open. Give at least one day with opening hours."
            )
        for hours in (*calendar.weekly, *(calendar.holiday_hours or ())):
            if any(day not in range(7) for day in hours.days):
                yield fault(
                    calendar, "no-such-day", f"'{calendar.title}' names a day that is not Monday (0) to Sunday (6)."
                )
        try:
            ZoneInfo(calendar.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            yield fault(
                calendar,
                "no-such-time-zone",
                f"'{calendar.title}' is read in '{calendar.time_zone}', which is not a time zone.",
            )
        if calendar.holiday_hours is None:
            continue
        last = max(calendar.bank_holidays, default=date.min)
        if last < today + LOOK_AHEAD:
            until = "none are given" if last == date.min else f"the last is {last:%-d %B %Y}"
            yield fault(
                calendar,
                "bank-holidays-run-out",
                f"'{calendar.title}' keeps bank holidays, but {until}. Add the coming ones.",
            )
