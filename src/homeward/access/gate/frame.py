"""Inside which action are we, and which opening of the gate is in force? Kept for each thread of work."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID


@dataclass(kw_only=True)
class Frame:
    """One action being carried out. `former` is the opening in force before it began."""

    verb: str
    person_id: UUID | None
    former: str


opening: ContextVar[str] = ContextVar("homeward_opening", default="")
opened: ContextVar[tuple[str, str, UUID | None]] = ContextVar("homeward_opened", default=("", "", None))  # key, mode, whom
action: ContextVar[Frame | None] = ContextVar("homeward_action", default=None)
page: ContextVar[bool] = ContextVar("homeward_page", default=False)


def holds(person_id: UUID) -> bool:
    """Is the opening in force known to show this person? False where it is not known: then the database must be asked."""
    key, mode, whom = opened.get()
    return bool(key) and key == opening.get() and (mode == "job" or (mode == "person" and whom == person_id))


def keeps_open(former: str) -> bool:
    """What an action opened for itself, over `former`, stays open until it ends: its guard shuts it then.

    An action that meets its person on the way keeps the record open as well, so that its event can be written.
    """
    frame = action.get()
    return frame is not None and (frame.person_id is None or frame.former == former)


@contextmanager
def during_a_page() -> Iterator[None]:
    """While a page is answered, background jobs may not be run except those declared for pages."""
    token = page.set(True)
    try:
        yield
    finally:
        page.reset(token)
