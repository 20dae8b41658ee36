"""When, in what a partner wrote? A FHIR date, dateTime or instant as a moment; a part of a date stands for its beginning."""

import re
from datetime import UTC, date, datetime

from homeward.foundation.moments import at_london

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(T.+)?)?)?")
EARLIEST, LATEST = 1850, 2200


def moment_of(written: object) -> datetime | None:
    """The moment, or None for what is no date of the calendar. A day without a time begins in London."""
    if not isinstance(written, str):
        return None
    found = _WRITTEN.fullmatch(written)
    if found is None or not EARLIEST <= int(found[1]) <= LATEST:
        return None
    try:
        if found[4] is None:
            return at_london(date(int(found[1]), int(found[2] or 1), int(found[3] or 1)))
        return _moment(written)
    except ValueError:
        return None


def _moment(written: str) -> datetime | None:
    """A leap second is read as the second before it."""
    text = written.replace(":60", ":59") if ":60" in written else written
    read = datetime.fromisoformat(text)
    return read.astimezone(UTC) if read.tzinfo else None
