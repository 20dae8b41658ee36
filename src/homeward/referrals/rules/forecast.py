"""Will the first visit come too late, as things stand? Said before the clock has run out, while somebody can still do something."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from homeward.grammar.api import Clock

VISIT = "visit.record_contact"


def answered_by_a_visit(clocks: Iterable[Clock]) -> list[str]:
    """The codes of the clocks that a first visit stops for good."""
    return [each.code for each in clocks if not each.repeats and any(on.event == VISIT for on in each.stops_on)]


def is_likely_late(
    *, usual_hours: float | None, late_from: datetime | None, accepted_at: datetime | None, waits: bool, at: datetime
) -> bool:
    """Would a visit after the service's usual wait come at or after `late_from`? Counted from its acceptance, else from now.

    `waits`: nobody has accepted it yet. Where neither is known, or it is late already, nothing is foretold.
    """
    begins = at if waits else accepted_at
    if usual_hours is None or late_from is None or begins is None or late_from <= at:
        return False
    return begins + timedelta(hours=usual_hours) >= late_from
