"""What is free for these services now, at which team, and how old is that knowledge?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.capacity.rules.freshness import amount, freshness
from homeward.directory import api as directory
from homeward.grammar.api import CapacityKind

# The latest report of each line, for the period we are in if there is one; less what was taken since it was made.
_LATEST = """
select l.id, l.service_code, l.team_code, l.site, l.skill, l.unit, r.free, r.total, r.next_at, r.as_of, r.actor_name,
       r.period_end,
       (select count(*) from capacity_booking b join capacity_unit u on u.id = b.unit_id
        where u.line_id = l.id and b.made_at > r.as_of and b.period && tstzrange(r.period_start, r.period_end)
          and (b.state = 'booked' or (b.state = 'held' and b.expires_at > %(at)s))) as taken_since,
       (select count(*) from capacity_unmet n
        where n.service_code = l.service_code and n.team_code = l.team_code and n.settled_at is null) as unmet
from capacity_line l
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
    """One line of the ledger now. `free` None: never reported. `words` say the number and its age."""

    line_id: UUID
    service_code: str
    team_code: str
    site: str
    skill: str
    free: int | None
    of: int | None
    unit: CapacityKind
    next_at: datetime | None
    as_of: datetime | None
    reported_by: str
    stale: bool
    age_words: str
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
        cursor.execute(_LATEST, values)
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    found: dict[str, list[Offer]] = defaultdict(list)
    for row in rows:
        if row["service_code"] in directory.place().services:
            found[row["service_code"]].append(_offer(row, values["at"]))
    return dict(found)


def _offer(row: dict[str, Any], at: datetime) -> Offer:
    shelf_life = directory.service(row["service_code"]).capacity_shelf_life_hours
    age = freshness(row["as_of"], shelf_life_hours=shelf_life, at=at)
    stale = age.stale or (row["period_end"] is not None and row["period_end"] <= at)
    free = None if row["free"] is None else max(0, row["free"] - row["taken_since"])
    return Offer(
        line_id=row["id"], service_code=row["service_code"], team_code=row["team_code"], site=row["site"],
        skill=row["skill"], free=free, of=row["total"], unit=row["unit"], next_at=row["next_at"], as_of=row["as_of"],
        reported_by=row["actor_name"] or "", stale=stale, age_words=age.words,
        words=f"{amount(free, row['total'], row['unit'])}, {age.words}", unmet=row["unmet"],
    )  # fmt: skip
