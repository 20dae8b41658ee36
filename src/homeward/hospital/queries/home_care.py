"""Who waits for home care, what was offered, and how many hours a week did people need before and after?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.hospital.models import HomeCare, HomeCareChange, HomeCareOffer

STATES = {
    "asked": "Looking for it", "agreed": "Found, not begun", "running": "Running", "ended": "Ended", "withdrawn": "Not needed",
}  # fmt: skip
_LIST = """
select c.id, c.person_id, c.stay_id, c.team_code, c.state, c.hours_wanted, c.hours_now, c.hours_start, c.start_on, c.provider,
       c.asked_at, c.started_at, c.handed_back, n.given, n.family, p.birth_date,
       (select count(*) from hospital_homecareoffer o where o.request_id = c.id and o.state = 'open') as offers, count(*) over () as total
from hospital_homecare c
join people_person p on p.id = c.person_id
left join people_personname n on n.person_id = c.person_id and n.use = 'usual' and n.valid_to is null
where c.ended_at is null and (%(state)s = '' or c.state = %(state)s)
order by c.state = 'running', c.start_on, c.asked_at, c.id limit %(limit)s offset %(offset)s
"""


@dataclass(frozen=True, kw_only=True)
class CareRow:
    """One request as the list shows it. `waited` is in whole days since it was asked for."""

    id: UUID
    person_id: UUID
    stay_id: UUID | None
    name: str
    team_code: str
    team_name: str
    state: str
    state_words: str
    hours_wanted: Decimal
    hours_now: Decimal | None
    start_on: date
    provider: str
    late: bool
    waited: int
    offers: int
    handed_back: int


@dataclass(frozen=True, kw_only=True)
class CareView:
    """One request, whole."""

    row: HomeCare
    state_words: str
    team_name: str
    offers: Sequence[HomeCareOffer]
    changes: Sequence[HomeCareChange]


@dataclass(frozen=True, kw_only=True)
class CareHours:
    """Weekly hours of those whose care ended. `both` of `ended` have hours at the start and at the end: the share captured."""

    ended: int
    both: int
    start: float | None
    end: float | None

    @property
    def change(self) -> float | None:
        """Mean of start less end, over those with both."""
        return None if self.start is None or self.end is None else round(self.start - self.end, 2)


def care_list(
    *, by: Actor, at: datetime, state: str = "", page: int = 1, page_size: int = 50
) -> tuple[Sequence[CareRow], int]:
    """The requests that are not over, of the people whom the actor's teams look after, and how many there are."""
    values: dict[str, Any] = {
        "state": state if state in STATES else "",
        "limit": page_size,
        "offset": (max(1, page) - 1) * page_size,
    }
    with gate.worklist(by=by, at=at, what="home care"), connection.cursor() as cursor:
        cursor.execute(_LIST, values)
        names = [column.name for column in cursor.description or ()]
        rows = [dict(zip(names, each, strict=True)) for each in cursor.fetchall()]
    return [_row(each, at) for each in rows], rows[0]["total"] if rows else 0


def home_care(request_id: UUID) -> CareView | None:
    """One request, if the open gate shows it."""
    row = HomeCare.objects.filter(id=request_id).first()
    if row is None:
        return None
    return CareView(
        row=row, state_words=STATES[row.state], team_name=_team(row.team_code),
        offers=list(HomeCareOffer.objects.filter(request=row).order_by("-offered_at", "-id")[:50]),
        changes=list(HomeCareChange.objects.filter(request=row).order_by("-happened_at", "-id")[:100]),
    )  # fmt: skip


def home_care_of_stay(stay_id: UUID) -> list[HomeCare]:
    """The requests of one stay, the latest first. Inside an open gate."""
    return list(HomeCare.objects.filter(stay=stay_id).order_by("-asked_at")[:10])


def care_hours(*, since: datetime, until: datetime, by: Actor, at: datetime) -> CareHours:
    """Of the people whom the actor's teams look or looked after and whose care ended in [since, until)."""
    sql = """
    select count(*), count(*) filter (where hours_start is not null and hours_end is not null),
           avg(hours_start) filter (where hours_end is not null), avg(hours_end) filter (where hours_start is not null)
    from hospital_homecare c where state = 'ended' and ended_at >= %s and ended_at < %s
      and not exists (select from hospital_stay s where s.id = c.stay_id and s.struck_at is not null)
    """
    with gate.job("way-home-figures", by=by, at=at, why="weekly care hours"), connection.cursor() as cursor:
        cursor.execute(sql, [since, until])
        ended, both, start, end = cursor.fetchone()
    return CareHours(ended=ended, both=both, start=float(start) if both else None, end=float(end) if both else None)


def _row(row: Mapping[str, Any], at: datetime) -> CareRow:
    today = london_day(at)
    return CareRow(
        id=row["id"], person_id=row["person_id"], stay_id=row["stay_id"],
        name=" ".join(part for part in (row["given"], row["family"]) if part), team_code=row["team_code"],
        team_name=_team(row["team_code"]), state=row["state"], state_words=STATES[row["state"]], hours_wanted=row["hours_wanted"],
        hours_now=row["hours_now"], start_on=row["start_on"], provider=row["provider"],
        late=row["state"] in ("asked", "agreed") and row["start_on"] < today, waited=(today - london_day(row["asked_at"])).days,
        offers=row["offers"], handed_back=row["handed_back"],
    )  # fmt: skip


def _team(code: str) -> str:
    team = directory.place().teams.get(code)
    return team.name if team else code
