"""Are these hours between which a visit could begin?"""

MIDNIGHT = 24 * 60
LEAST = 60  # minutes: a shorter wish could hardly ever be met


def hours_fault(opens: int | None, closes: int | None) -> str:
    """'' when they are: both in minutes after midnight, or neither."""
    if (opens is None) != (closes is None):
        return "Choose both the earliest and the latest hour, or neither."
    if opens is not None and closes is not None and not (0 <= opens and closes <= MIDNIGHT and closes - opens >= LEAST):
        return "The latest hour must be at least an hour after the earliest."
    return ""
