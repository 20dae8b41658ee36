"""Which day was asked for in an address? Anything strange counts as not asked."""

from datetime import date

EARLIEST, LATEST = date(1900, 1, 1), date(2999, 12, 31)


def asked_day(text: str | None) -> date | None:
    """The day written YYYY-MM-DD in `text`; else None."""
    try:
        day = date.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None
