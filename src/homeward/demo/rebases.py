"""Which chart's limits were set anew in the demonstration, by whom and why? That of the beds that were opened."""

from datetime import datetime, timedelta

from homeward.demo.staff import Staff
from homeward.directory.api import place
from homeward.foundation.moments import london_day
from homeward.measures import api as measures

OPENED = timedelta(days=30)  # since when the demonstration's beds are kept one by one (demo.beds)
WHY = (
    "From this day every recovery bed is kept by itself, at all sites in the same way, and the hub sees which is free. "
    "Before it, stays were agreed by telephone. The therapists who lead the beds confirm that it stays so."
)


def make_rebase(*, staff: Staff, until: datetime) -> int:
    """One, of the first number whose rows are stays in those beds; none where there is no such number, or nobody may."""
    able = [
        each for group in staff.by_role.values() for each in group if place().roles[each.role].may("numbers.rebase")
    ]
    codes = [code for code, each in sorted(place().measures.items()) if each.row == "bed_stay" and not each.no_series]
    if not able or not codes or not place().recovery_beds:
        return 0
    day = measures.monday_of(london_day(until - OPENED))
    measures.rebase(measure_code=codes[0], from_on=day, reason=WHY, by=able[0], at=until - timedelta(days=3))
    return 1
