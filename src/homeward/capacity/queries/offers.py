"""What is free for these services now, at which team, and how old is that knowledge?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.capacity.queries.free_units import COUNTED, counting
from homeward.capacity.rules.freshness import Freshness, amount, freshness
from homeward.directory import api as directory
from homeward.grammar.api import CapacityKind

# The latest report of each line, for the period we are in if there is one; and what can be taken now, counted one by one.
# A day that nobody has reported yet is never shown freer than the last one was.
_LATEST = f"""
select l.id, l.service_code, l.team_code, l.site, l.skill, l.unit, l.by_unit, r.next_at, r.actor_name, r.period_start, r.period_end,
       case when l.by_unit then greatest(r.as_of, c.since) else r.as_of end as as_of,
       case when r.free is null then null
            when r.period_end <= %(at)s then least(r.free, coalesce(c.free, 0)) else coalesce(c.free, 0) end as free,
       case when r.total is null then null else coalesce(c.standing, 0) end as total,
       coalesce(c.standing - c.open, 0) as closed, c.changes_at,
       (select min(f.as_of) from capacity_report f where f.line_id = l.id and f.as_of > %(at)s) as said_at,
       (select count(*) from capacity_unmet n
        where n.service_code = l.service_code and n.team_code = l.team_code and n.settled_at is null) as unmet
from capacity_line l
left join ({COUNTED}) c on c.line_id = l.id
left join lateral (
    select * from capacity_report r
    where r.line_id = l.id and r.as_of <= %(at)s
    order by (r.period_start <= %(at)s and (r.period_end is null or r.period_end > %(at)s)) desc, r.as_of desc, r.id desc
    limit 1
) r on true
where %(all)s or l.service_code = any (%(services)s)
order by l.service_code, l.team_code, l.site, l.skill
"""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One line of the ledger at the moment `at`. `free` None: never reported. `closed` are not open. `over`: the day it was said of has gone."""

    line_id: UUID
    service_code: str
    team_code: str
    site: str
    skill: str
    free: int | None
    of: int | None
    closed: int
    by_unit: bool
    unit: CapacityKind
    next_at: datetime | None
    as_of: datetime | None
    reported_by: str
    stale: bool
    over: bool
    unmet: int
    shelf_life_hours: int
    at: datetime

    def told(self, at: datetime) -> "Offer":
        """The same numbers with their age at a later moment, at which they have not changed."""
        return self if at == self.at else replace(self, at=at)

    @property
    def age_words(self) -> str:
        """'reported 2 hours ago'."""
        return self._age.words

    @property
    def life_left(self) -> float:
        """The share of its shelf-life that is left: 1 new, 0 past it."""
        return 0.0 if self.over else self._age.life_left

    @property
    def words(self) -> str:
        """The number and its age."""
        return f"{amount(self.free, self.of, self.unit)}, {self.age_words}"

    @property
    def _age(self) -> Freshness:
        return freshness(self.as_of, shelf_life_hours=self.shelf_life_hours, at=self.at)


def offers(service_codes: Iterable[str], *, at: datetime) -> dict[str, list[Offer]]:
    """The ledger's lines of these services, by service; one query."""
    return _by_service(_asked({"services": list(service_codes), "all": False}, at), at)


def ledger(*, at: datetime) -> dict[str, list[Offer]]:
    """Every line there is, by service."""
    return _by_service(_asked({"services": [], "all": True}, at), at)


def read_offers(*, at: datetime) -> tuple[dict[str, list[Offer]], datetime | None]:
    """Every line there is, by service; and the first moment after `at` at which one of them changes though nobody does anything."""
    rows = _asked({"services": [], "all": True}, at)
    lines = _by_service(rows, at)
    ahead = [
        moment
        for row in rows
        for moment in (row["changes_at"], row["said_at"], row["period_start"], row["period_end"])
        if moment is not None and moment > at
    ]
    ages = (
        each.as_of + timedelta(hours=each.shelf_life_hours, microseconds=1)
        for listed in lines.values()
        for each in listed
        if each.as_of is not None and not each.stale
    )
    return lines, min([*ahead, *ages], default=None)


def _asked(values: dict[str, Any], at: datetime) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(_LATEST, {**counting(at), **values})
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _by_service(rows: list[dict[str, Any]], at: datetime) -> dict[str, list[Offer]]:
    found: dict[str, list[Offer]] = defaultdict(list)
    declared = directory.place().services
    for row in rows:
        if row["service_code"] in declared:
            shelf_life = declared[row["service_code"]].capacity_shelf_life_hours
            found[row["service_code"]].append(_offer(row, shelf_life, at))
    return dict(found)


def _offer(row: dict[str, Any], shelf_life: int, at: datetime) -> Offer:
    over = row["period_end"] is not None and row["period_end"] <= at
    stale = over or freshness(row["as_of"], shelf_life_hours=shelf_life, at=at).stale
    return Offer(
        line_id=row["id"], service_code=row["service_code"], team_code=row["team_code"], site=row["site"],
        skill=row["skill"], free=row["free"], of=row["total"], closed=row["closed"], by_unit=row["by_unit"],
        unit=row["unit"], next_at=row["next_at"], as_of=row["as_of"], reported_by=row["actor_name"] or "",
        stale=stale, over=over, unmet=row["unmet"], shelf_life_hours=shelf_life, at=at,
    )  # fmt: skip
