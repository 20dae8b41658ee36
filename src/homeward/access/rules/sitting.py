"""When did somebody last look, before they sat down to look now? Openings close together are one look."""

from collections.abc import Iterable
from datetime import datetime, timedelta

TOGETHER = timedelta(minutes=30)


def before_this_sitting(openings: Iterable[datetime], *, at: datetime) -> datetime | None:
    """The last opening of an earlier sitting; None when there was none. `openings` in any order; later ones are ignored.

    A page that is opened again, or the pages opened from it, within half an hour of each other belong to one sitting.
    """
    edge = at
    for moment in sorted((each for each in openings if each <= at), reverse=True):
        if edge - moment > TOGETHER:
            return moment
        edge = moment
    return None
