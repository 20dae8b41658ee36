"""Which of a need's clocks does a visitor answer?"""

from collections.abc import Sequence

from homeward.episodes.api import ClockView

CONTACT = "visit.record_contact"


def visit_clocks(clocks: Sequence[ClockView]) -> list[ClockView]:
    """Those that have begun and that a contact stops, what runs out first at the head."""
    return [clock for clock in clocks if clock.started_at is not None and CONTACT in clock.answered_by]
