"""When? Moments are aware and kept in UTC; days and clock faces are London's."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def aware(moment: datetime) -> datetime:
    """`moment` in UTC. A naive moment is a defect, not a guess: it raises ValueError."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be placed in time")
    return moment.astimezone(UTC)


def london(moment: datetime) -> datetime:
    """The same moment on London's clocks."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be placed in time")
    return moment.astimezone(LONDON)


@lru_cache(maxsize=4096)  # a page says the same moments more than once, and 'now' in every line
def london_day(moment: datetime) -> date:
    """The calendar day in London at that moment."""
    return london(moment).date()


def at_london(day: date, hour: int = 0, minute: int = 0, *, again: bool = False) -> datetime:
    """The moment at which London's clocks show `hour:minute` on `day`, in UTC.

    A time that does not exist on the day the clocks go forward is read an hour later, as the standard library does. One that
    is shown twice on the night they go back is the first of the two, or with `again` the second.
    """
    first = datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON).astimezone(UTC)
    return max(first, datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON, fold=1).astimezone(UTC)) if again else first


def within_the_minute(moment: datetime, *, began: datetime) -> datetime:
    """`moment`, but `began` when it was told within the very minute in which that was, and before it: nobody types seconds."""
    return began if began.replace(second=0, microsecond=0) <= moment < began else moment


def clock_face(moment: datetime) -> str:
    """The time of day in London as people say it: '2:05pm', '9am', 'midday', 'midnight'."""
    here = london(moment)
    if here.minute == 0 and here.hour in (0, 12):
        return "midnight" if here.hour == 0 else "midday"
    minutes = f":{here.minute:02d}" if here.minute else ""
    return f"{here.hour % 12 or 12}{minutes}{'am' if here.hour < 12 else 'pm'}"


def said_span(span: timedelta) -> str:
    """A length of time as a person says it: '45 minutes', '2 hours 5 minutes', '3 days'."""
    minutes = max(0, int(span.total_seconds() // 60))
    if minutes < 1:
        return "less than a minute"
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days >= 2:
        return _count(days, "day")
    parts = [_count(days * 24 + hours, "hour")] if days or hours else []
    if minutes:
        parts.append(_count(minutes, "minute"))
    return " ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
