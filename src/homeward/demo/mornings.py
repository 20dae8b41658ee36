"""How many places did wards at home have, morning by morning? What a nurse in charge says before the daily snapshot."""

import random
from datetime import datetime, timedelta

from homeward.capacity.api import report
from homeward.demo.staff import Staff
from homeward.foundation.moments import at_london, london_day

DAYS, HOUR, MINUTE = 21, 7, 30


def report_mornings(*, staff: Staff, seed: int, until: datetime) -> int:
    """One report a morning for three weeks for each team that keeps a ward at home; returns how many."""
    rng = random.Random(f"mornings {seed}")
    reported = 0
    wards = {code for policy in staff.place.monitoring_policies.values() for code in policy.services}
    for code in sorted(wards):
        for team in sorted({provider.team for provider in staff.place.services[code].providers}):
            reporters = staff.who_may("capacity.report", team=team)
            total = rng.randint(8, 14)
            for back in range(DAYS, 0, -1) if reporters else ():
                morning = at_london(london_day(until) - timedelta(days=back), HOUR, MINUTE)
                report(
                    service_code=code, team_code=team, free=rng.randint(1, total // 2), total=total, by=reporters[0],
                    at=morning,
                )  # fmt: skip
                reported += 1
    return reported
