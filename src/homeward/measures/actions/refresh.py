"""How are the numbers counted now, or soon? In this process, or by the worker when a page asks."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from homeward.measures.catalogue import Catalogue

SOON = "measures.refresh_now"


def refresh_lake(
    *, at: datetime, everything: bool = False, seen: Callable[[], None] | None = None, done: Callable[[str], None] | None = None
) -> Catalogue | None:  # fmt: skip
    """Bring the lake up to `at`; None when another refresh is at work. For the worker and for commands, not for pages.

    `seen` is called when the numbers see what is new; tidying up comes after. `done` is told each stretch of the work.
    """
    from homeward.measures.actions import write_lake  # 50 MB of Arrow, which pages need not carry

    return write_lake.refresh_lake(at=at, everything=everything, seen=seen, done=done or write_lake.nobody)


def made_up_lake(*, people: int, rows: int, at: datetime, tell: Callable[[str], None]) -> int:
    """Add made-up rows to the lake, to measure how fast it is; returns how many. Raises NotCountedYet."""
    from homeward.measures.actions.lake import made_up

    return made_up.made_up_lake(people=people, rows=rows, at=at, tell=tell)


def refresh_soon() -> None:
    """Ask the worker; asking twice before it begins counts once."""
    try:
        with transaction.atomic():  # being second must not spoil the caller's transaction
            app.configure_task(SOON, queueing_lock=SOON).defer()
    except AlreadyEnqueued:
        pass
