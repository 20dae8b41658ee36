"""Which beds, places or slots are there, how does each stand, and who is in it until when?"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.capacity.rules.freshness import freshness
from homeward.capacity.vocabulary import TAKEN_WORDS, UNIT_STATES, Taken, UnitState
from homeward.directory import api as directory
from homeward.grammar.api import CapacityKind

MOST = 2000
_UNITS = """
select u.id, u.line_id, u.label, l.service_code, l.team_code, l.site, l.skill, l.unit as kind, l.by_unit, u.state, u.reason,
       u.since, u.surge_run_id is not null as surge, t.id as booking_id, t.state as taken, t.subject_id, t.subject_kind,
       case when t.state = 'held' then t.expires_at when upper_inf(t.period) then null else upper(t.period) end as until, lower(t.period) as taken_since,
       x.expected_at, x.actor_name as expected_by, p.id as promise_id, p.subject_id as promised_to, p.subject_kind as promised_kind,
       greatest(u.since, (select max(as_of) from capacity_report r where r.line_id = l.id)) as as_of
from capacity_unit u join capacity_line l on l.id = u.line_id
left join lateral (
    select b.* from capacity_booking b
    where b.unit_id = u.id and b.state in ('held', 'booked', 'occupied', 'outside') and b.period @> %(at)s
      and (b.state <> 'held' or b.expires_at > %(at)s)
    limit 1
) t on true
left join lateral (
    select e.expected_at, e.actor_name from capacity_expectation e
    where e.booking_id = t.id order by e.said_at desc, e.id desc limit 1
) x on true
left join capacity_booking p on p.unit_id = u.id and p.state = 'promised'
where u.withdrawn_at is null
  and (%(service)s::text is null or l.service_code = %(service)s) and (%(team)s::text is null or l.team_code = %(team)s)
  and (%(site)s::text is null or l.site = %(site)s) and (%(line)s::uuid is null or l.id = %(line)s)
  and (%(unit)s::uuid is null or u.id = %(unit)s) and (not %(one_by_one)s or l.by_unit)
order by l.service_code, l.team_code, l.site, l.skill, length(u.label), u.label
limit %(most)s
"""


@dataclass(frozen=True, kw_only=True)
class UnitRow:
    """One thing now. `subject_id` is the need, stay or arrival (`subject_kind`) that has it; `until` when that ends by itself.

    `expected_at`: when whoever is in it is expected to leave; it frees nothing. `promised_to` has it next.
    """

    id: UUID
    line_id: UUID
    label: str
    service_code: str
    team_code: str
    site: str
    skill: str
    kind: CapacityKind
    by_unit: bool
    state: UnitState
    reason: str
    since: datetime | None
    surge: bool
    taken: Taken
    booking_id: UUID | None
    subject_id: UUID | None
    subject_kind: str | None
    taken_since: datetime | None
    until: datetime | None
    expected_at: datetime | None
    expected_by: str | None
    promise_id: UUID | None
    promised_to: UUID | None
    promised_kind: str | None
    as_of: datetime | None
    stale: bool
    age_words: str

    @property
    def free(self) -> bool:
        """Can it be taken now?"""
        return self.state == "open" and self.taken == "free"

    @property
    def words(self) -> str:
        """'Free', 'Being cleaned', 'Closed for infection. Somebody is in it'."""
        if self.state == "open":
            return TAKEN_WORDS[self.taken]
        said = UNIT_STATES[self.state]
        return said if self.taken == "free" else f"{said}. {TAKEN_WORDS[self.taken]}"

    @property
    def reason_words(self) -> str:
        """Why it is closed, as the place says it."""
        listed = directory.place().reasons_for("unit_closed").reasons
        return next((each.title for each in listed if each.code == self.reason), "")


def units(
    *,
    at: datetime,
    service_code: str | None = None,
    site: str | None = None,
    team_code: str | None = None,
    line_id: UUID | None = None,
    unit_id: UUID | None = None,
    one_by_one: bool = False,
) -> list[UnitRow]:
    """The units of a service, a site, a team or a line, in the order of their labels; at most 2,000.

    `one_by_one`: only those that are kept one by one (named beds), not those of lines that only count.
    """
    asked = {
        "at": at, "service": service_code, "site": site, "team": team_code, "line": line_id, "unit": unit_id,
        "one_by_one": one_by_one, "most": MOST,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_UNITS, asked)
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    known = directory.place().services
    return [_row(row, at) for row in rows if row["service_code"] in known]


def _row(row: dict[str, Any], at: datetime) -> UnitRow:
    age = freshness(
        row["as_of"], shelf_life_hours=directory.service(row["service_code"]).capacity_shelf_life_hours, at=at
    )
    return UnitRow(**{**row, "taken": row["taken"] or "free"}, stale=age.stale, age_words=age.words)
