"""What is there for me to do, across people and teams, what runs out first, and about whom is there something I have not read?

One row a person: their needs, visits and tasks that the actor's teams own. What is unread is about the person, not
about one item: events that somebody else made since the actor last opened that person's record.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor
from homeward.referrals.vocabulary import STATES as NEED_STATES
from homeward.visits.rules.stretch import Stretch, stretch_of

LAST = datetime.max.replace(tzinfo=UTC)
PAGE = 30

# Everything open that these teams own. An item's moment is when it is due or planned.
_ITEMS = """
select 'need' as kind, r.id, r.person_id, r.id as referral_id, r.owner_team as team, r.need_code as code, r.state as words,
       null::timestamptz as due_at, r.owner_user = %(me)s as mine, r.version, r.episode_id is not null as in_care,
       r.need_words, r.wants_words, r.risk_codes, r.risk_words,
       concat_ws(', ', nullif(r.requester_name, ''), nullif(r.requester_organisation, '')) as sender, 'referral' as about
from referrals_servicerequest r where r.owner_team = any (%(teams)s) and r.ended_at is null
union all
select 'visit', e.id, e.person_id, e.referral_id, e.team_code, e.state, e.purpose,
       coalesce(e.planned_at, e.due_at), e.practitioner_user = %(me)s, 0, e.episode_id is not null, '', '', '{}', '', '', 'referral'
from visits_encounter e
where e.team_code = any (%(teams)s) and e.state in ('planned', 'started') and (e.planned_at is null or e.planned_at < %(ends)s)
union all
select 'task', t.id, t.person_id, t.subject_id, t.owner_team,
       (select r.need_code from referrals_servicerequest r where r.id = t.subject_id), t.title, t.due_at, t.owner_user = %(me)s, 0,
       t.episode_id is not null, t.asked_words, '', '{}', '', '', t.subject_kind
from episodes_task t
where t.owner_team = any (%(teams)s) and t.done_at is null
  and not (t.done_on_kind = 'visit.record_contact' and exists (  -- the visit itself is on the list
      select from visits_encounter e where e.referral_id = t.subject_id and e.state in ('planned', 'started')))
"""
_NAMES = """
select p.id, concat_ws(' ', nullif(n.given, ''), n.family) as name, p.birth_date, p.death_at is not null as died
from people_person p left join people_personname n on n.person_id = p.id and n.use = 'usual' and n.valid_to is null
where p.id = any (%(people)s)
"""
_UNREAD = """
select e.person_id, count(*) as unread, max(e.at) as latest_at,
       (array_agg(e.kind order by e.at desc, e.position desc))[1] as latest_kind,
       (array_agg(e.actor_name order by e.at desc, e.position desc))[1] as latest_by
from foundation_event e
left join lateral (
    select max(o.at) as at from access_opening o
    where o.person_id = e.person_id and o.actor_id = %(me)s and o.mode = 'person'
) looked on true
where e.person_id = any (%(people)s) and e.actor_kind <> 'system' and e.actor_id is distinct from %(me)s
  and e.at > coalesce(looked.at, '-infinity')
group by e.person_id
"""
_DUE = """
select subject_id, min(due_at) filter (where phase = 'running') as due_at, coalesce(bool_or(late_from <= %(at)s), false) as late
from episodes_clock where subject_id = any (%(needs)s) and phase in ('running', 'paused') group by subject_id
"""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing to do. `words` are a task's title, a visit's purpose or what a need is; `in_care`: a team has begun to help.

    `told` is what a need says of itself, for whoever decides about it: a name and its words. `asked`: the person wrote this
    task, and waits for an answer. `about`: of what kind the thing is that `referral_id` names: 'referral', or of a task also 'stay', 'follow_up',
    'call', and '' where nobody knows.
    """

    kind: str
    id: UUID
    referral_id: UUID
    team_code: str
    team_name: str
    words: str
    detail: str
    due_at: datetime | None
    overdue: bool
    mine: bool
    to_accept: bool
    version: int
    in_care: bool
    about: str
    told: Sequence[tuple[str, str]]
    asked: bool


@dataclass(frozen=True, kw_only=True)
class PersonWork:
    """One person's part of the list. `clock` is what runs out first among their needs."""

    person_id: UUID
    name: str
    birth_year: int | None
    died: bool
    items: Sequence[Item]
    clock: episodes.ClockView | None
    late: bool
    unread: int
    latest_at: datetime | None
    latest_kind: str
    latest_by: str


@dataclass(frozen=True, kw_only=True)
class MyWork:
    """One page of the list, with counts over all of it."""

    rows: Sequence[PersonWork]
    total: int
    page: int
    pages: int
    late: int
    unread: int
    visits: int
    tasks: int


def my_work(
    *, by: Actor, at: datetime, teams: Sequence[str] = (), kind: str = "", mine: bool = False, unread: bool = False,
    page: int = 1, stretch: Stretch | None = None,
) -> MyWork:  # fmt: skip
    """The people for whom the actor's teams (or those of `teams` among them) have something to do; most pressing first.

    Of visits those up to the end of `stretch`: the actor's own where the roster is known, else the day or the night of `at`.
    """
    wanted = [team for team in by.teams if not teams or team in teams]
    with gate.worklist(by=by, at=at, what="my work"):
        items = [
            item
            for item in _ask(_ITEMS, by, at, teams=wanted, ends=(stretch or stretch_of(at)).ends)
            if (not kind or item["kind"] == kind) and (not mine or item["mine"])
        ]
        found = _by_person(items)
        news = {row["person_id"]: row for row in _ask(_UNREAD, by, at, people=list(found))}
        if unread:
            found = {person: theirs for person, theirs in found.items() if person in news}
        due = {row["subject_id"]: row for row in _ask(_DUE, by, at, needs=_needs(items))}
        order = sorted(found, key=lambda person: (_first(found[person], due) or LAST, person))
        pages = max(1, -(-len(order) // PAGE))
        page = min(max(1, page), pages)
        shown = order[(page - 1) * PAGE : page * PAGE]
        names = {row["id"]: row for row in _ask(_NAMES, by, at, people=shown)}
        clocks = episodes.clocks_of(_needs(item for person in shown for item in found[person]), at, live_only=True)
    return MyWork(
        rows=[_person(person, found[person], names, news, clocks, at) for person in shown if person in names],
        total=len(order), page=page, pages=pages, late=sum(_late(found[person], due, at) for person in order),
        unread=sum(person in news for person in order), visits=sum(item["kind"] == "visit" for item in items),
        tasks=sum(item["kind"] == "task" for item in items),
    )  # fmt: skip


def _needs(items: Iterable[Mapping[str, Any]]) -> list[UUID]:
    return list({item["referral_id"] for item in items})


def _first(items: Sequence[Mapping[str, Any]], due: Mapping[UUID, Mapping[str, Any]]) -> datetime | None:
    """What runs out first: something due, or a clock."""
    moments = [item["due_at"] for item in items] + [due.get(item["referral_id"], {}).get("due_at") for item in items]
    return min((moment for moment in moments if moment), default=None)


def _late(items: Sequence[Mapping[str, Any]], due: Mapping[UUID, Mapping[str, Any]], at: datetime) -> bool:
    overdue = any(item["due_at"] is not None and item["due_at"] < at for item in items)
    return overdue or any(due.get(item["referral_id"], {}).get("late") for item in items)


def _ask(query: str, by: Actor, at: datetime, **values: Any) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(query, {"me": by.user_id, "at": at, **values})
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _by_person(items: Sequence[Mapping[str, Any]]) -> dict[UUID, list[Mapping[str, Any]]]:
    found: dict[UUID, list[Mapping[str, Any]]] = defaultdict(list)
    for item in items:
        found[item["person_id"]].append(item)
    return found


def _person(
    person: UUID, found: Sequence[Mapping[str, Any]], names: Mapping[UUID, Any], news: Mapping[UUID, Any],
    clocks: Mapping[UUID, list[episodes.ClockView]], at: datetime,
) -> PersonWork:  # fmt: skip
    live = [
        clock for need in {item["referral_id"] for item in found} for clock in clocks.get(need, []) if clock.started_at
    ]
    clock = min(live, key=lambda each: each.sort_key, default=None)
    called = Counter(item["words"] for item in found if item["kind"] == "task")
    items = sorted((_item(item, called, at) for item in found), key=lambda item: (item.due_at or LAST, item.kind))
    known, new = names[person], news.get(person, {})
    return PersonWork(
        person_id=person, name=known["name"], birth_year=known["birth_date"].year if known["birth_date"] else None,
        died=known["died"], items=items, clock=clock,
        late=bool(clock and clock.breached) or any(item.overdue for item in items), unread=new.get("unread", 0),
        latest_at=new.get("latest_at"), latest_kind=new.get("latest_kind", ""), latest_by=new.get("latest_by", ""),
    )  # fmt: skip


def _item(item: Mapping[str, Any], called: Mapping[str, int], at: datetime) -> Item:
    """Of tasks called alike, each says for which need it is."""
    place = directory.place()
    need, team = place.needs.get(item["code"]), place.teams.get(item["team"])
    words, detail = item["words"], ""
    if item["kind"] == "need":
        words = need.title if need else "A need"
        detail = NEED_STATES[item["words"]].title
    elif item["kind"] == "visit":
        words, detail = item["words"] or "Visit", "On the way" if item["code"] == "started" else ""
    elif called[words] > 1:
        detail = need.title if need else ""
    due = item["due_at"]
    return Item(
        kind=item["kind"], id=item["id"], referral_id=item["referral_id"], team_code=item["team"],
        team_name=team.name if team else item["team"], words=words, detail=detail, due_at=due,
        overdue=due is not None and due < at, mine=bool(item["mine"]),
        to_accept=item["kind"] == "need" and item["words"] == "placed", version=item["version"], in_care=item["in_care"],
        about=item["about"], told=_told(item), asked=item["kind"] == "task" and bool(item["need_words"]),
    )  # fmt: skip


def _told(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    flags = {flag.code: flag.words for need in directory.place().needs.values() for flag in need.red_flags}
    signs = "; ".join(flags.get(code, code) for code in item["risk_codes"])
    told = (
        ("Why", item["need_words"]), ("The person wants", item["wants_words"]), ("Danger signs", signs),
        ("Risks", item["risk_words"]), ("From", item["sender"]),
    )  # fmt: skip
    return [(name, words) for name, words in told if words]
