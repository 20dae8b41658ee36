"""From when to when is a team's day? From midnight to midnight; but a night belongs to the day on which it begins.

As the roster says it: where somebody's work goes on past midnight, so does the team's day, until the last of them goes home or the first
of the following day begins. So a round at night is planned whole, for those who go it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from homeward.foundation.moments import at_london, london_day
from homeward.rounds.models import Shift

ONE = timedelta(days=1)
LATEST = timedelta(hours=12)  # after midnight, whatever the roster says
MOST = 4_000
Hours = tuple[datetime, datetime]


@dataclass(frozen=True, kw_only=True)
class TeamDay:
    """One day of a team: whatever is planned from `opens` until just before `closes`."""

    opens: datetime
    closes: datetime

    @property
    def into_the_night(self) -> bool:
        """Does it go on past midnight?"""
        return self.closes != at_london(london_day(self.closes))


def team_days(team: str, first: date, count: int = 1) -> dict[date, TeamDay]:
    """`count` days of a team from `first`, each beginning where the one before it ends."""
    days = [first + number * ONE for number in range(-1, count + 1)]
    worked: dict[date, list[Hours]] = {day: [] for day in days}
    found = Shift.objects.filter(team_code=team, day__in=days).values_list("day", "on_at", "off_at")
    for day, on_at, off_at in found[:MOST]:
        worked[day].append((on_at, off_at))
    begins = {day: _begins(day, worked[day - ONE], worked[day]) for day in days[1:]}
    return {day: TeamDay(opens=begins[day], closes=begins[day + ONE]) for day in days[1:-1]}


def team_day_of(team: str, at: datetime) -> date:
    """Which day of the team this moment belongs to: at two at night yesterday's, where somebody has been at work since then."""
    today = london_day(at)
    return today if at >= team_days(team, today)[today].opens else today - ONE


def _begins(day: date, night: Sequence[Hours], following: Sequence[Hours]) -> datetime:
    midnight = at_london(day)
    last_goes = min(max((off for _, off in night), default=midnight), midnight + LATEST)
    first_comes = min((on for on, _ in following), default=last_goes)
    return max(midnight, min(last_goes, first_comes))


def windows(days: Mapping[date, TeamDay]) -> dict[str, list[date] | list[datetime]]:
    """The days as columns, to count by them."""
    return {
        "days": list(days),
        "opens": [each.opens for each in days.values()],
        "closes": [each.closes for each in days.values()],
    }
