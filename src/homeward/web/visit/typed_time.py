"""Which time did somebody type? '14:05', '1405', '2.05pm', '9 am', '9'."""

import re
from datetime import date, datetime, timedelta

from homeward.foundation.moments import at_london, london

KEPT_DAYS = 7  # notes are sometimes written up days later
_TIME = re.compile(r"(\d{1,2})(?:[:. ]?(\d{2}))? ?(am|pm)?")


def typed_time(text: str) -> tuple[int, int] | None:
    """Hour and minute, or None when it is not a time. Without am or pm it is the 24-hour clock."""
    found = _TIME.fullmatch(" ".join(text.lower().replace("\u00a0", " ").split()))
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return (hour, minute) if hour < 24 and minute < 60 else None


def recent_days(now: datetime) -> list[tuple[str, str]]:
    """Today and the days before it, to choose from, the latest first.

    Each is sent as its date, so that a page opened before midnight and sent after it still says the day that was meant.
    """
    today = london(now).date()
    days = [today - timedelta(days=back) for back in range(KEPT_DAYS)]
    named = ["Today", "Yesterday", *(f"{day:%A}" for day in days[2:])]
    return [(day.isoformat(), name) for day, name in zip(days, named, strict=True)]


def moment_of(day: date, time: tuple[int, int], *, now: datetime) -> datetime:
    """The moment in London that was meant by a day and a time.

    The minute that is now counts as now, so that 'just now' is not in the future by its seconds. A time that the clocks showed
    twice, on the night they go back, is the second of the two once that has come: what is told then is not an hour old.
    """
    second = at_london(day, *time, again=True)
    moment = second if second <= now else at_london(day, *time)
    return now if moment <= now < moment + timedelta(minutes=1) else moment
