"""How much working time lies between two moments, and when will some working time have passed?

Hours are read in the calendar's own time zone and elapsed time is counted in UTC, so an opening
that spans a change of the clocks is an hour longer or shorter, as it truly was.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from homeward.grammar.calendars import Calendar, Opening

NOTHING = timedelta(0)
DAY = timedelta(days=1)
# A calendar shut for longer than this has no working time worth waiting for.
LONGEST_SHUT = 400


class NeverOpens(ValueError):
    """The calendar has no opening hours within reach, so nothing can be due by it."""


def working_time(calendar: Calendar, *, since: datetime, until: datetime) -> timedelta:
    """The open time from `since` to `until` (aware); nothing when `until` is not after `since`."""
    # Two moments in one time zone are subtracted by their wall clocks, so both go to UTC first.
    since, until = since.astimezone(UTC), until.astimezone(UTC)
    if until <= since:
        return NOTHING
    if always_open(calendar):
        return until - since
    total = NOTHING
    for opens, closes in openings_from(calendar, since):
        if opens >= until:
            break
        total += min(closes, until) - max(opens, since)
    return total


def add_working_time(calendar: Calendar, *, since: datetime, amount: timedelta) -> datetime:
    """The first moment (UTC) by which `amount` of open time has passed since `since`.

    With nothing to add the answer is `since` itself, open or not.
    """
    since = since.astimezone(UTC)
    if amount <= NOTHING:
        return since
    if always_open(calendar):
        return since + amount
    left = amount
    for opens, closes in openings_from(calendar, since):
        start = max(opens, since)
        if closes - start >= left:
            return start + left
        left -= closes - start
    raise NeverOpens(calendar.code)


def is_open(calendar: Calendar, *, at: datetime) -> bool:
    """Is it open at this moment? The closing minute itself is shut."""
    if always_open(calendar):
        return True
    first = next(openings_from(calendar, at), None)
    return first is not None and first[0] <= at


def next_opening(calendar: Calendar, *, at: datetime) -> datetime | None:
    """When it is next open (UTC): `at` itself when open now, None when it never opens."""
    if always_open(calendar):
        return at.astimezone(UTC)
    first = next(openings_from(calendar, at), None)
    return None if first is None else max(first[0], at.astimezone(UTC))


def next_closing(calendar: Calendar, *, at: datetime) -> datetime | None:
    """When the present or next opening ends (UTC); None when it never opens or never closes."""
    if always_open(calendar):
        return None
    first = next(openings_from(calendar, at), None)
    return None if first is None else first[1]


def openings_from(calendar: Calendar, at: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Openings (UTC start, UTC end) that end after `at`, in order, touching or overlapping ones joined."""
    at = at.astimezone(UTC)
    local_day = at.astimezone(_zone(calendar.time_zone)).date() - DAY
    held: tuple[datetime, datetime] | None = None
    shut = 0
    while shut < LONGEST_SHUT:
        todays = _openings_of(calendar, local_day)
        shut = 0 if todays else shut + 1
        local_day += DAY
        for opens, closes in todays:
            if held is not None and opens <= held[1] and held[1] - held[0] < DAY * LONGEST_SHUT:
                held = (held[0], max(held[1], closes))
                continue
            if held is not None and held[1] > at:
                yield held
            held = (opens, closes)
    if held is not None and held[1] > at:
        yield held


def always_open(calendar: Calendar) -> bool:
    """Open every hour of every day, bank holidays too."""
    return calendar.holiday_hours is None and all(
        any(day in hours.days and hours.opens == hours.closes for hours in calendar.weekly) for day in range(7)
    )


def is_working_day(calendar: Calendar, day: date) -> bool:
    """Does it open at all on this day?"""
    return bool(_hours_on(calendar, day))


def add_working_days(calendar: Calendar, *, since: date, days: int) -> date:
    """The day that is `days` working days after `since`; `since` itself is day nought."""
    day, shut = since, 0
    while days > 0:
        day += DAY
        if is_working_day(calendar, day):
            days, shut = days - 1, 0
        elif (shut := shut + 1) > LONGEST_SHUT:
            raise NeverOpens(calendar.code)
    return day


def _hours_on(calendar: Calendar, day: date) -> tuple[Opening, ...]:
    if calendar.holiday_hours is not None and day in calendar.bank_holidays:
        return tuple(hours for hours in calendar.holiday_hours if day.weekday() in hours.days)
    return tuple(hours for hours in calendar.weekly if day.weekday() in hours.days)


@lru_cache(maxsize=20_000)
def _openings_of(calendar: Calendar, day: date) -> tuple[tuple[datetime, datetime], ...]:
    zone = _zone(calendar.time_zone)
    found = []
    for hours in _hours_on(calendar, day):
        last = day if hours.closes > hours.opens else day + DAY
        opens = datetime.combine(day, hours.opens, tzinfo=zone).astimezone(UTC)
        closes = datetime.combine(last, hours.closes, tzinfo=zone).astimezone(UTC)
        if closes > opens:
            found.append((opens, closes))
    return tuple(sorted(found))


@lru_cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
