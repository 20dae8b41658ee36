"""How many people will leave in the next ten days, and by which way home?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.moments import at_london, london_day
from homeward.hospital.queries.policy import policy
from homeward.hospital.rules.forecast import NEEDED_DAYS, Forecast, forecast

_LEFT = """
select (left_at at time zone 'Europe/London')::date as on_day, actual, count(*)
from hospital_stay
where left_at >= %s and left_at < %s and struck_at is null and (%s = '' or hospital_code = %s)
group by 1, 2
"""
_NOW = """
select coalesce(nullif(agreed, ''), recommended) as pathway, count(*) from hospital_stay
where left_at is null and struck_at is null and standing = 'no_longer_meets' and (%s = '' or hospital_code = %s) group by 1
"""
HISTORY = NEEDED_DAYS + 14


@dataclass(frozen=True, kw_only=True)
class PathwayForecast:
    """One way home ('' is all of them): its forecast, who is ready for it now, and its share of those who left with a known one."""

    code: str
    title: str
    forecast: Forecast
    ready_now: int
    share: float | None
    planned: float | None
    ten_days: float


def forecasts(*, by: Actor, at: datetime, hospital: str = "") -> Sequence[PathwayForecast]:
    """All discharges first, then each pathway's demand. Numbers alone: no record is opened for anybody to see."""
    today = london_day(at)
    since = today - timedelta(days=HISTORY)
    with gate.job("way-home-figures", by=by, at=at, why="forecast of discharges"), connection.cursor() as cursor:
        cursor.execute(_LEFT, [at_london(since), at_london(today), hospital, hospital])
        left = cursor.fetchall()
        cursor.execute(_NOW, [hospital, hospital])
        now = {code: count for code, count in cursor.fetchall()}
    series: dict[str, dict[date, int]] = defaultdict(
        lambda: dict.fromkeys((since + timedelta(days=n) for n in range(HISTORY)), 0)
    )
    for day, pathway, count in left:
        series[""][day] += count
        if pathway:
            series[pathway][day] += count
    first = min((day for day, _, _ in left), default=today)
    known = sum(count for _, pathway, count in left if pathway)
    rows = [_row("", "Everybody who leaves", series[""], first, today, sum(now.values()), None, None)]
    for each in policy().pathways:
        gone = sum(series[each.code].values())
        share = gone / known if known else None
        rows.append(
            _row(each.code, each.title, series[each.code], first, today, now.get(each.code, 0), share, each.share)
        )
    return rows


def _row(
    code: str,
    title: str,
    series: dict[date, int],
    first: date,
    today: date,
    now: int,
    share: float | None,
    planned: float | None,
) -> PathwayForecast:
    known = {
        day: count for day, count in series.items() if day >= first
    }  # before the first telling nothing is known, not nought
    found = forecast(known, today=today)
    return PathwayForecast(
        code=code, title=title, forecast=found, ready_now=now, share=share, planned=planned,
        ten_days=round(sum(day.expected for day in found.days), 1),
    )  # fmt: skip
