"""When may a message leave, so that nobody is woken for what can wait?"""

from datetime import datetime

from homeward.grammar.api import Calendar, is_open, next_opening


def leaves_at(calendar: Calendar | None, *, urgent: bool, at: datetime) -> datetime:
    """Now when it is urgent or the hours are open, else when they open next."""
    if urgent or calendar is None or is_open(calendar, at=at):
        return at
    return next_opening(calendar, at=at) or at
