"""What is free for these services now, at which team, and how old is that knowledge?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.capacity.queries.free_units import COUNTED, counting
from homeward.capacity.rules.freshness import amount, freshness
from homeward.directory import api as directory
from homeward.grammar.api import CapacityKind

# The latest report of each line, for the period we are in if there is one; and what can be taken now, counted one by one.
# A day that nobody has reported yet is never shown freer than the last one was.
_LATEST = f"""
select l.id, l.service_code, l.team_code, l.site, l.skill, l.unit, l.by_unit, r.next_at, r.actor_name, r.period_end,
       case when l.by_unit then greatest(r.as_of, c.since) else r.as_of end as as_of,
       case when r.free is null then null
            when r.period_end <= %(at)s then least(r.free, coalesce(c.free, 0)) else coalesce(c.free, 0) end as free,
       case when r.total is null then null else coalesce(c.standing, 0) end as total,
       coalesce(c.standing - c.open, 0) as closed,
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
    """One line of the ledger now. `free` None: never reported. `closed` are not open. `words` say the number and its age."""

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
    age_words: str
    life_left: float
    words: str
    unmet: int


def offers(service_codes: Iterable[str], *, at: datetime) -> dict[str, list[Offer]]:
    """The ledger's lines of these services, by service; one query."""
    return _by_service({"at": at, "services": list(service_codes), "all": False})


def ledger(*, at: datetime) -> dict[str, list[Offer]]:
    """Every line there is, by service."""
    return _by_service({"at": at, "services": [], "all": True})


def _by_service(values: dict[str, Any]) -> dict[str, list[Offer]]:
    with connection.cursor() as cursor:
        cursor.execute(_LATEST, {**counting(values["at"]), **values})
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    found: dict[str, list[Offer]] = defaultdict(list)
    declared = directory.place().services
    for row in rows:
        if row["service_code"] in declared:
            shelf_life = declared[row["service_code"]].capacity_shelf_life_hours
            found[row["service_code"]].append(_offer(row, shelf_life, values["at"]))
    return dict(found)


def _offer(row: dict[str, Any], shelf_life: int, at: datetime) -> Offer:
    age = freshness(row["as_of"], shelf_life_hours=shelf_life, at=at)
    over = row["period_end"] is not None and row["period_end"] <= at
    return Offer(
        line_id=row["id"], service_code=row["service_code"], team_code=row["team_code"], site=row["site"],
        skill=row["skill"], free=row["free"], of=row["total"], closed=row["closed"], by_unit=row["by_unit"],
        unit=row["unit"], next_at=row["next_at"], as_of=row["as_of"], reported_by=row["actor_name"] or "",
        stale=age.stale or over, age_words=age.words, life_left=0.0 if over else age.life_left,
        words=f"{amount(row['free'], row['total'], row['unit'])}, {age.words}", unmet=row["unmet"],
    )  # fmt: skip
