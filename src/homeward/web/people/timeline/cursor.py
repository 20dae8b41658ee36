"""Where does the next page begin? A moment and an id, as they stand in an address."""

from datetime import datetime
from uuid import UUID

Cursor = tuple[datetime, UUID]


def written(cursor: Cursor | None) -> str:
    """For the address of the next page; empty when there is none."""
    return f"{cursor[0].isoformat()}_{cursor[1]}" if cursor else ""


def read(text: str) -> Cursor | None:
    """From an address; None for anything that is no cursor, so that the first page is shown."""
    moment, _, id = text.replace(" ", "+").rpartition("_")
    try:
        at = datetime.fromisoformat(moment)
        return (at, UUID(id)) if at.tzinfo else None
    except ValueError:
        return None
