"""How does a team's week stand: which days have a round in use, who goes how often, and how many visits has nobody?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Count, Sum

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.rounds.models import RoundStop, Run, Shift
from homeward.rounds.queries.team_day import team_days, windows

DAYS = 7
MOST = 400
_VISITS = """
select w.day, count(*), count(*) filter (where e.practitioner_user is null and e.state = 'planned')
from unnest(%(days)s::date[], %(opens)s::timestamptz[], %(closes)s::timestamptz[]) w (day, opens, closes)
join visits_encounter e on e.planned_at >= w.opens and e.planned_at < w.closes
where e.team_code = %(team)s and e.state <> 'stopped'
group by 1
"""


@dataclass(frozen=True, kw_only=True)
class DayOfWeek:
    """One day. `run` is its round in use; `nobody` are visits that nobody goes to yet."""

    day: date
    visits: int
    nobody: int
    at_work: int
    away: int
    run: Run | None


@dataclass(frozen=True, kw_only=True)
class OnDay:
    """One carer on one day of the stored round: visits, and minutes on the road and late."""

    visits: int
    travel: float
    late: float


@dataclass(frozen=True, kw_only=True)
class Carer:
    """One carer's week, by day."""

    name: str
    days: Mapping[date, OnDay]

    @property
    def visits(self) -> int:
        """How many visits in the week."""
        return sum(each.visits for each in self.days.values())


@dataclass(frozen=True, kw_only=True)
class WeekView:
    """Seven days from `first`."""

    first: date
    days: tuple[DayOfWeek, ...]
    carers: tuple[Carer, ...]


def week(*, team: str, first: date, by: Actor, at: datetime) -> WeekView:
    """The week as it is stored; nothing is planned by looking. Opens the gate for the actor's people."""
    days = [first + timedelta(days=number) for number in range(DAYS)]
    used = Run.objects.filter(team_code=team, day__in=days, state="used").order_by("used_at")
    runs = {run.day: run for run in used[:MOST]}
    with gate.worklist(by=by, at=at, what="a team's week"):
        with connection.cursor() as cursor:
            cursor.execute(_VISITS, {"team": team, **windows(team_days(team, first, DAYS))})
            counted = {day: (total, nobody) for day, total, nobody in cursor.fetchall()}
        carers = _carers(runs)
    shifts = Shift.objects.filter(team_code=team, day__in=days).values_list("day", "away_at")[:MOST]
    return WeekView(
        first=first, carers=carers,
        days=tuple(
            DayOfWeek(
                day=day, visits=counted.get(day, (0, 0))[0], nobody=counted.get(day, (0, 0))[1], run=runs.get(day),
                at_work=sum(one == day and away is None for one, away in shifts), away=sum(one == day and away is not None for one, away in shifts),
            )
            for day in days
        ),
    )  # fmt: skip


def _carers(runs: Mapping[date, Run]) -> tuple[Carer, ...]:
    day_of = {run.id: day for day, run in runs.items()}
    rows = (
        RoundStop.objects.filter(run_id__in=day_of, user_id__isnull=False)
        .values("run_id", "user_id", "name")
        .annotate(visits=Count("id"), on_road=Sum("travel"), too_late=Sum("late"))
        .order_by("name", "user_id", "run_id")
    )
    found: dict[UUID | None, tuple[str, dict[date, OnDay]]] = {}
    for row in rows[:MOST]:
        _, days = found.setdefault(row["user_id"], (row["name"], {}))
        days[day_of[row["run_id"]]] = OnDay(visits=row["visits"], travel=row["on_road"], late=row["too_late"])
    return tuple(Carer(name=name, days=days) for name, days in found.values())
