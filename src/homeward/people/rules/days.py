"""How are two birth dates alike, and how old is somebody?"""

from datetime import date
from typing import Literal

Likeness = Literal["same", "swapped", "near", "other", "unknown"]


def swapped(day: date) -> date | None:
    """The day with its month and day the other way round, when that is another day that exists."""
    if day.day > 12 or day.day == day.month:
        return None
    return date(day.year, day.day, day.month)


def likeness(one: date | None, other: date | None) -> Likeness:
    """The same; day and month swapped; near (one part of three differs by a slip); or another day."""
    if one is None or other is None:
        return "unknown"
    if one == other:
        return "same"
    if swapped(one) == other:
        return "swapped"
    same = (one.year == other.year) + (one.month == other.month) + (one.day == other.day)
    return "near" if same == 2 else "other"


def age_on(birth_date: date | None, day: date) -> int | None:
    """Whole years on that day; None when the birth date is not known."""
    if birth_date is None:
        return None
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def said(day: date) -> str:
    """'3 May 1941'."""
    return f"{day.day} {day:%B %Y}"


def age_words(birth_date: date | None, day: date) -> str:
    """'84 years', '7 months', '3 weeks', as the age is said at that age; empty when not known."""
    years = age_on(birth_date, day)
    if years is None or birth_date is None:
        return ""
    if years >= 2:
        return f"{years} years"
    months = (day.year - birth_date.year) * 12 + day.month - birth_date.month - (day.day < birth_date.day)
    if months >= 2:
        return f"{months} months"
    weeks = max((day - birth_date).days // 7, 0)
    return f"{weeks} week" if weeks == 1 else f"{weeks} weeks"
