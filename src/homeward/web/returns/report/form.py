"""From which day to which is a report asked for?"""

from datetime import date

from django.http import QueryDict


def days_asked(asked: QueryDict) -> tuple[date | None, date | None]:
    """The days in the address; what is no day is left to the report."""
    return _day(asked.get("from")), _day(asked.get("to"))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
