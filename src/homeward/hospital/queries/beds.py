"""Who is in a recovery bed, who has been there too long, and does every site give the same?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.hospital.models import BedGoal, BedStay
from homeward.hospital.queries.policy import policy

_LIST = """
select b.id, b.person_id, b.site_code, b.bed, b.came_at, b.barthel_in, b.expected_on, n.given, n.family, p.birth_date,
       (select count(*) from hospital_bedgoal g where g.bed_stay_id = b.id) as goals
from hospital_bedstay b
join people_person p on p.id = b.person_id
left join people_personname n on n.person_id = b.person_id and n.use = 'usual' and n.valid_to is null
where b.left_at is null and (%(site)s = '' or b.site_code = %(site)s)
order by b.came_at, b.id limit %(limit)s
"""
# What each site gave in a time, by numbers alone. Days are London's, as on the page of each stay.
_SITES = """
select site_code, count(*) filter (where left_at is null) as there,
       count(*) filter (where left_at is null and came_at < %(long)s) as long_there,
       count(*) filter (where left_at is null and expected_on < %(today)s) as past_expected,
       count(*) filter (where left_at >= %(since)s) as left_beds,
       percentile_cont(0.5) within group (
           order by (left_at at time zone 'Europe/London')::date - (came_at at time zone 'Europe/London')::date
       ) filter (where left_at >= %(since)s) as median_days,
       count(*) filter (where left_at >= %(since)s and destination_code = any (%(homes)s)) as went_home,
       count(*) filter (where left_at >= %(since)s and barthel_in is not null and barthel_out is not null) as both_barthel,
       avg(barthel_out - barthel_in) filter (where left_at >= %(since)s) as gain
from hospital_bedstay where left_at is null or left_at >= %(since)s group by site_code
"""
MOST = 300
A_QUARTER = timedelta(days=91)


@dataclass(frozen=True, kw_only=True)
class BedRow:
    """One person in a recovery bed. `drift` counts days beyond the expected day; `long`: beyond what the policy calls long."""

    id: UUID
    person_id: UUID
    name: str
    site: str
    bed: str
    came_at: datetime
    days: int
    expected_on: date | None
    drift: int
    long: bool
    barthel_in: int | None
    goals: int


@dataclass(frozen=True, kw_only=True)
class SiteRow:
    """One site beside the others, over the last quarter. None: nobody left, so there is nothing to say."""

    code: str
    name: str
    beds: int
    offer: tuple[str, ...]
    there: int
    long_there: int
    past_expected: int
    left: int
    median_days: float | None
    home: int
    both_barthel: int
    gain: float | None


@dataclass(frozen=True, kw_only=True)
class BedView:
    """One stay in a recovery bed, whole."""

    row: BedStay
    site: str
    days: int
    drift: int
    long: bool
    goals: Sequence[BedGoal]
    outcome: str
    destination: str


def beds(*, by: Actor, at: datetime, site: str = "") -> list[BedRow]:
    """The people in recovery beds whom the actor's teams look after, who came first at the head."""
    with gate.worklist(by=by, at=at, what="recovery beds"), connection.cursor() as cursor:
        cursor.execute(_LIST, {"site": site, "limit": MOST})
        names = [column.name for column in cursor.description or ()]
        rows = [dict(zip(names, each, strict=True)) for each in cursor.fetchall()]
    return [_bed(each, at) for each in rows]


def sites(*, by: Actor, at: datetime) -> list[SiteRow]:
    """Every declared site with its numbers, so that a different offer or a drift is seen."""
    homes = [each.code for each in policy().destinations if each.kind == "home"]
    values: dict[str, Any] = {
        "since": at - A_QUARTER, "homes": homes, "today": london_day(at), "long": at - timedelta(days=policy().long_recovery_days),
    }  # fmt: skip
    with gate.job("way-home-figures", by=by, at=at, why="recovery beds by site"), connection.cursor() as cursor:
        cursor.execute(_SITES, values)
        names = [column.name for column in cursor.description or ()]
        found = {row[0]: dict(zip(names, row, strict=True)) for row in cursor.fetchall()}
    return [_site(code, found.get(code, {})) for code in directory.place().recovery_beds]


def bed_stay(bed_stay_id: UUID, *, at: datetime) -> BedView | None:
    """One stay in a recovery bed, if the open gate shows it."""
    row = BedStay.objects.filter(id=bed_stay_id).first()
    if row is None:
        return None
    place, words = directory.place(), policy()
    site = place.recovery_beds.get(row.site_code)
    days, drift, long = _time_there(row.came_at, row.expected_on, row.left_at or at)
    ends_at = words.destination(row.destination_code)
    return BedView(
        row=row, site=site.name if site else row.site_code, days=days, drift=drift, long=long,
        goals=list(BedGoal.objects.filter(bed_stay=row).order_by("set_at", "id")[:50]),
        outcome=next((each.title for each in words.bed_outcomes if each.code == row.outcome_code), ""),
        destination=ends_at.title if ends_at else "",
    )  # fmt: skip


def _time_there(came_at: datetime, expected_on: date | None, until: datetime) -> tuple[int, int, bool]:
    today = london_day(until)
    days = (today - london_day(came_at)).days
    return days, max(0, (today - expected_on).days) if expected_on else 0, days > policy().long_recovery_days


def _bed(row: Mapping[str, Any], at: datetime) -> BedRow:
    site = directory.place().recovery_beds.get(row["site_code"])
    days, drift, long = _time_there(row["came_at"], row["expected_on"], at)
    return BedRow(
        id=row["id"], person_id=row["person_id"], name=" ".join(part for part in (row["given"], row["family"]) if part),
        site=site.name if site else row["site_code"], bed=row["bed"], came_at=row["came_at"], days=days,
        expected_on=row["expected_on"], drift=drift, long=long, barthel_in=row["barthel_in"], goals=row["goals"],
    )  # fmt: skip


def _site(code: str, row: Mapping[str, Any]) -> SiteRow:
    declared = directory.place().recovery_beds[code]
    gain, median = row.get("gain"), row.get("median_days")
    return SiteRow(
        code=code, name=declared.name, beds=declared.beds, offer=declared.offer, there=row.get("there", 0),
        long_there=row.get("long_there", 0), past_expected=row.get("past_expected", 0), left=row.get("left_beds", 0),
        median_days=None if median is None else round(float(median), 1), home=row.get("went_home", 0),
        both_barthel=row.get("both_barthel", 0), gain=None if gain is None else round(float(gain), 1),
    )  # fmt: skip
