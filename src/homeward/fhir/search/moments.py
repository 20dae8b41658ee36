"""From when to when does a FHIR date reach? A year is the whole year, a day the whole day (FHIR R4 search, 3.1.1.4.7)."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/London")  # a day without a zone is a day here
EARLIEST = datetime.min.replace(tzinfo=UTC)
LATEST = datetime.max.replace(tzinfo=UTC)
PREFIXES = ("eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap")
_SHAPE = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:\d{2})?)?)?)?"
)
_MARGIN = 0.1  # 'ap': a tenth of the time from now to then, as FHIR suggests


@dataclass(frozen=True)
class Stretch:
    """From `start` up to but not including `end`."""

    start: datetime
    end: datetime


def stretch(text: str) -> Stretch | None:
    """The stretch of time that a FHIR date, dateTime or instant names; None when it is none."""
    found = _SHAPE.fullmatch(text.strip().replace(" ", "+"))
    if not found:
        return None
    year, month, day, hour, minute, second, fraction, zone = found.groups()
    try:
        if hour is None:
            return _days(int(year), month, day)
        return _times(date(int(year), int(month), int(day)), hour, minute, second, fraction, zone)
    except (ValueError, OverflowError):
        return None


def _days(year: int, month: str | None, day: str | None) -> Stretch:
    first = date(year, int(month or 1), int(day or 1))
    if day:
        after = first + timedelta(days=1) if first < date.max else first
    elif month:
        after = date(year + first.month // 12, first.month % 12 + 1, 1)
    else:
        after = date(year + 1, 1, 1)
    return Stretch(_midnight(first), _midnight(after))


def _midnight(day: date) -> datetime:
    try:
        return datetime.combine(day, time(), HERE).astimezone(UTC)
    except OverflowError:
        return EARLIEST if day.year < 2 else LATEST


def _times(day: date, hour: str, minute: str, second: str | None, fraction: str | None, zone: str | None) -> Stretch:
    spelt = f"{day}T{hour}:{minute}:{min(int(second or 0), 59):02d}"
    begin = datetime.fromisoformat(spelt + ("" if zone is None else zone.replace("Z", "+00:00")))
    begin = (begin.replace(tzinfo=HERE) if begin.tzinfo is None else begin).astimezone(UTC)
    if second is None:
        return Stretch(begin, begin + timedelta(minutes=1))
    if fraction is None:
        return Stretch(begin, begin + timedelta(seconds=1))
    begin += timedelta(microseconds=int(fraction[:6].ljust(6, "0")))
    return Stretch(begin, begin + timedelta(microseconds=10 ** max(0, 6 - len(fraction))))


def reach(value: Any) -> Stretch | None:
    """The stretch of an element: a date, dateTime or instant, a Period (open ends reach for ever) or a Timing's events."""
    if isinstance(value, str):
        return stretch(value)
    if not isinstance(value, dict):
        return None
    start, end = value.get("start"), value.get("end")
    if start is None and end is None:
        return None
    begins, ends = (
        (stretch(start) if isinstance(start, str) else None),
        (stretch(end) if isinstance(end, str) else None),
    )
    return Stretch(begins.start if begins else EARLIEST, ends.end if ends else LATEST)


def compare(prefix: str, asked: Stretch, had: Stretch, *, now: datetime) -> bool:
    """Does what a resource has stand so to what was asked?"""
    if prefix == "ap":
        margin = abs(now - asked.start) * _MARGIN
        return had.start <= asked.end + margin and had.end >= asked.start - margin
    inside = asked.start <= had.start and had.end <= asked.end
    answers = {
        "eq": inside,
        "ne": not inside,
        "gt": had.end > asked.end,
        "lt": had.start < asked.start,
        "ge": had.end > asked.end or inside,
        "le": had.start < asked.start or inside,
        "sa": had.start >= asked.end,
        "eb": had.end <= asked.start,
    }
    return answers[prefix]
