"""Which day did somebody type? '31 3 1942', '31/03/42', '31 March 1942', '1942-03-31'."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(r"(\d{1,2})[ /.,-]+(\d{1,2}|[a-z]{3,9})[ /.,-]+(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{4})")


def typed_day(text: str, *, today: date) -> date | None:
    """The day, or None when it is not one. Two figures for a year mean the latest such year that is not in the future."""
    text = " ".join(text.lower().replace("\u00a0", " ").split())
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _DAY_FIRST.fullmatch(text) or _TOGETHER.fullmatch(text)
    if not found:
        return None
    month = int(found[2]) if found[2].isdigit() else _month(found[2])
    return _day(_year(found[3], today), month, int(found[1]))


def _month(word: str) -> int:
    return _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else 0


def _year(text: str, today: date) -> int:
    if len(text) == 4:
        return int(text)
    year = today.year // 100 * 100 + int(text)
    return year if year <= today.year else year - 100


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
