"""Who is in hospital now, since when could they have left, and whose is the next step? One question for a whole page.

Only open stays are read, through a partial index. The tables of people, of tasks and of what is kept on the ledger are
read here by name, because no door can sort by all at once, as the hub's board does.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.moments import at_london, london_day
from homeward.foundation.together import Together
from homeward.hospital.queries.policy import hospital_name, ward_name
from homeward.hospital.rules.ready import days_ready
from homeward.hospital.vocabulary import STANDINGS

SHOWS: Mapping[str, str] = {
    "": "true",
    "ready": "s.standing = 'no_longer_meets'",
    "waiting": "s.standing = 'no_longer_meets' and s.ready_at < %(today)s",
    "unlooked": "not exists (select from hospital_criterion c where c.stay_id = s.id and c.said_at >= %(today)s)",
    "long": "s.admitted_at < %(long)s",
    "unowned": "s.standing = 'no_longer_meets' and not exists "
    "(select from episodes_task t where t.subject_id = s.id and t.done_at is null)",
    "mine": "exists (select from episodes_task t where t.subject_id = s.id and t.done_at is null and t.owner_team = any (%(teams)s))",
    "bed": "(exists (select from capacity_booking b where b.subject_id = s.id and b.state in ('held', 'booked', 'expired')) "
    "or exists (select from capacity_unmet u where u.subject_id = s.id and u.settled_at is null))",
}

_ORDER = "coalesce(s.ready_at, 'infinity'), s.admitted_at, s.id"
_BOARD = """
with scope as materialized (
    select s.id, s.hospital_code, s.ward_code, s.standing, s.ready_at, s.admitted_at
    from hospital_stay s {named}
    where s.left_at is null and s.struck_at is null and {where}
), counted as (
    select jsonb_agg(jsonb_build_array(hospital_code, ward_code, standing, n)) as counts
    from (select hospital_code, ward_code, standing, count(*) as n from scope group by 1, 2, 3) each_ward
), page as materialized (
    select s.id, count(*) over () as total from scope s
    where (%(hospital)s = '' or s.hospital_code = %(hospital)s) and (%(ward)s = '' or s.ward_code = %(ward)s)
    order by {order} limit %(limit)s offset %(offset)s
), shown as (
    select page.total, s.id, s.person_id, s.hospital_code, s.ward_code, s.bed, s.admitted_at, s.expected_on, s.standing,
           s.ready_at, s.recommended, s.agreed, s.delay_code, s.version, s.reason_words,
           n.given, n.family, p.birth_date, p.death_at, i.value as nhs_number,
           c.said_at, c.reasons, t.title as step, t.owner_team as step_team, t.due_at as step_due, t.tasks,
           b.kept, b.kept_at, b.kept_until,
           (select min(u.at) from capacity_unmet u where u.subject_id = s.id and u.settled_at is null) as waits_since,
           (select count(*) from hospital_stay o where o.person_id = s.person_id and o.left_at is null and o.struck_at is null) as beds
    from page join hospital_stay s on s.id = page.id
    join people_person p on p.id = s.person_id
    left join people_personname n on n.person_id = p.id and n.use = 'usual' and n.valid_to is null
    left join people_identifier i
           on i.person_id = p.id and i.valid_to is null and i.system = 'https://fhir.nhs.uk/Id/nhs-number'
    left join lateral (
        select c.said_at, c.reasons from hospital_criterion c where c.stay_id = s.id order by c.number desc limit 1
    ) c on true
    left join lateral (
        select t.title, t.owner_team, t.due_at, count(*) over () as tasks from episodes_task t
        where t.subject_id = s.id and t.done_at is null order by t.due_at nulls last, t.added_at, t.id limit 1
    ) t on true
    left join lateral (
        select case when b.state = 'held' and b.expires_at <= %(at)s then 'expired' else b.state end as kept,
               l.site as kept_at, b.expires_at as kept_until
        from capacity_booking b join capacity_line l on l.id = b.line_id
        where b.subject_id = s.id and b.state in ('held', 'booked', 'expired')
        order by b.state = 'booked' or b.state = 'held' and b.expires_at > %(at)s desc, b.made_at desc, b.id desc limit 1
    ) b on true
    order by {order}
)
select counted.counts, shown.* from counted left join shown on true
"""
_SAID = """(concat_ws(' ', n.given, n.family) ilike %(like)s
    or (%(digits)s <> '' and exists (select from people_identifier i
        where i.person_id = s.person_id and i.valid_to is null and i.value like %(digits)s || '%%')))"""


@dataclass(frozen=True, kw_only=True)
class FlowFilters:
    """What to show. Empty means all. `show` is one of SHOWS; `text` looks in names and NHS numbers."""

    hospital: str = ""
    ward: str = ""
    show: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class FlowRow:
    """One inpatient. `step` is the first thing still to do and `step_team` its one owner; `tasks` counts all of them.

    `kept`: a recovery bed is held until `kept_until`, booked, or was let go (expired); `waits_since`: none was free.
    """

    id: UUID
    person_id: UUID
    hospital_code: str
    hospital: str
    ward_code: str
    ward: str
    bed: str
    name: str
    birth_date: date | None
    died: bool
    nhs_number: str
    admitted_at: datetime
    expected_on: date | None
    standing: str
    standing_words: str
    reasons: tuple[str, ...]
    said_at: datetime | None
    looked_at_today: bool
    ready_at: datetime | None
    days_ready: int | None
    days_in: int
    pathway: str
    pathway_agreed: bool
    delay: str
    step: str
    step_team: str
    step_team_name: str
    step_due: datetime | None
    step_late: bool
    tasks: int
    kept: str
    kept_at: str
    kept_until: datetime | None
    waits_since: datetime | None
    twice: bool
    version: int


@dataclass(frozen=True, kw_only=True)
class FlowBoard:
    """One page. `counts` are (hospital, ward, standing) over all that `show` and `text` leave; `total` is what is listed."""

    rows: Sequence[FlowRow]
    total: int
    page: int
    pages: int
    counts: Mapping[tuple[str, str, str], int] = field(default_factory=dict)

    def count(self, *, hospital: str = "", ward: str = "", standing: str = "") -> int:
        """How many of this hospital, ward and standing; empty means any."""
        wanted = (hospital, ward, standing)
        return sum(
            n for key, n in self.counts.items() if all(not w or w == k for w, k in zip(wanted, key, strict=True))
        )


_boards: Together[FlowBoard] = Together()  # a hundred open boards hear of one change at the same moment


def flow_board(
    *, by: Actor, at: datetime, filters: FlowFilters | None = None, page: int = 1, page_size: int = 50
) -> FlowBoard:
    """The inpatients whom the actor's teams look after, who could have left longest ago at the head."""
    wanted, page = filters or FlowFilters(), max(1, page)
    today = london_day(at)
    policy = directory.place().discharge
    text = wanted.text.strip()
    values: dict[str, Any] = {
        "teams": list(by.teams), "today": at_london(today), "hospital": wanted.hospital, "ward": wanted.ward, "at": at,
        "long": at_london(today - timedelta(days=policy.long_stay_days if policy else 21)), "limit": page_size,
        "offset": (page - 1) * page_size,
        "like": "%" + text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_").replace("\x00", "") + "%",
        "digits": _digits(text),
    }  # fmt: skip
    where = SHOWS.get(wanted.show, "true") + (f" and {_SAID}" if text else "")
    named = (
        "join people_personname n on n.person_id = s.person_id and n.use = 'usual' and n.valid_to is null"
        if text
        else ""
    )
    sql = _BOARD.format(named=named, where=where, order=_ORDER)
    with gate.worklist(by=by, at=at, what="flow board"):  # the gate shows a worklist by its teams alone
        return _boards.ask((wanted, page, page_size, today, frozenset(by.teams)), lambda: _read(sql, values, wanted, page, at))


def _read(sql: str, values: Mapping[str, Any], wanted: FlowFilters, page: int, at: datetime) -> FlowBoard:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        names = [column.name for column in cursor.description or ()]
        found = [dict(zip(names, each, strict=True)) for each in cursor.fetchall()]
    counts = {(h, w, s): n for h, w, s, n in json.loads(found[0]["counts"] or "[]")} if found else {}
    rows = [_row(each, at) for each in found if each["id"] is not None]
    board = FlowBoard(rows=rows, total=0, page=page, pages=1, counts=counts)
    total = found[0]["total"] if rows else board.count(hospital=wanted.hospital, ward=wanted.ward)
    return FlowBoard(rows=rows, total=total, page=page, pages=max(1, -(-total // values["limit"])), counts=counts)


def _site(written: str) -> str:
    """The site as it is called; the ledger may know it by its code."""
    found = directory.place().recovery_beds.get(written)
    return found.name if found else written


def _digits(text: str) -> str:
    digits = "".join(text.split())
    return digits if digits.isascii() and digits.isdigit() and len(digits) >= 4 else ""


def _row(row: Mapping[str, Any], at: datetime) -> FlowRow:
    place = directory.place()
    policy = place.discharge
    criteria = {each.code: each.title for each in policy.criteria} if policy else {}
    delays = {each.code: each.title for each in policy.delays} if policy else {}
    pathway = policy.pathway(row["agreed"] or row["recommended"]) if policy else None
    team = place.teams.get(row["step_team"] or "")
    reasons = json.loads(row["reasons"]) if isinstance(row["reasons"], str) else row["reasons"] or []
    return FlowRow(
        id=row["id"], person_id=row["person_id"], hospital_code=row["hospital_code"], hospital=hospital_name(row["hospital_code"]),
        ward_code=row["ward_code"], ward=ward_name(row["hospital_code"], row["ward_code"]), bed=row["bed"],
        name=" ".join(part for part in (row["given"], row["family"]) if part), birth_date=row["birth_date"],
        died=row["death_at"] is not None, nhs_number=row["nhs_number"] or "", admitted_at=row["admitted_at"],
        expected_on=row["expected_on"], standing=row["standing"], standing_words=STANDINGS[row["standing"]],
        reasons=tuple(criteria.get(each, each) for each in reasons), said_at=row["said_at"],
        looked_at_today=row["said_at"] is not None and london_day(row["said_at"]) == london_day(at),
        ready_at=row["ready_at"], days_ready=days_ready(row["ready_at"], at),
        days_in=(london_day(at) - london_day(row["admitted_at"])).days, pathway=pathway.title if pathway else "",
        pathway_agreed=bool(row["agreed"]), delay=delays.get(row["delay_code"], row["delay_code"]), step=row["step"] or "",
        step_team=row["step_team"] or "", step_team_name=team.name if team else row["step_team"] or "",
        step_due=row["step_due"], step_late=row["step_due"] is not None and row["step_due"] < at, tasks=row["tasks"] or 0,
        kept=row["kept"] or "", kept_at=_site(row["kept_at"] or ""), kept_until=row["kept_until"], waits_since=row["waits_since"],
        twice=row["beds"] > 1, version=row["version"],
    )  # fmt: skip
