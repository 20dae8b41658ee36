"""When will somebody ring again? A few plain choices, so that no time is typed while somebody waits."""

from datetime import datetime, timedelta

from homeward.foundation.moments import at_london, london_day

TOMORROW = "tomorrow"
HOURS = {1: "In 1 hour", 2: "In 2 hours", 4: "In 4 hours", 12: "In 12 hours", 24: "In 24 hours", 48: "In 2 days"}
CHOICES = [*((str(hours), words) for hours, words in HOURS.items()), (TOMORROW, "Tomorrow at 10am")]


def usual(length: timedelta) -> str:
    """The choice nearest to a declared length of time."""
    hours = length.total_seconds() / 3600
    return str(min(HOURS, key=lambda each: abs(each - hours)))


def chosen_moment(choice: str, *, at: datetime) -> datetime:
    """The moment meant."""
    if choice == TOMORROW:
        return at_london(london_day(at) + timedelta(days=1), 10)
    return at + timedelta(hours=int(choice))
