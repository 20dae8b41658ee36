"""What does a team's day ask of the planner: which visits, in which windows, by whom, and who is at work?

Read by a page through a worklist and by the planning job as the house; both see the same rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.directory import api as directory
from homeward.foundation.moments import at_london, london_day
from homeward.grammar.api import RoundPolicy
from homeward.rounds.models import RoundStop, Run, Shift
from homeward.rounds.queries.team_day import TeamDay, team_days
from homeward.rounds.rules.day import AtWork, Going, Mode, Point, Round, Wanted
from homeward.rounds.rules.preferred import preferred
from homeward.rounds.rules.problem import Pause

MOST = 400
NOWHERE: Point = (0.0, 0.0)
_VISITS = """
select e.id, e.person_id, e.team_code, e.state, e.planned_at, e.due_at, e.purpose, e.practitioner_user, e.practitioner_name, e.added_at,
       r.need_code, n.given, n.family, p.ward_code, p.restricted,
       w.minutes, w.opens_at, w.closes_at, w.carers, w.critical, w.kept_by, w.said_at,
       f.opens as wish_opens, f.closes as wish_closes, f.same_face, f.said_at as wished_at, f.whose, f.words as wish_words, f.faces as wish_faces, f.way_in, f.animals
from visits_encounter e
join referrals_servicerequest r on r.id = e.referral_id
join people_person p on p.id = e.person_id
left join people_personname n on n.person_id = e.person_id and n.use = 'usual' and n.valid_to is null
left join rounds_wish w on w.encounter_id = e.id
left join lateral (
    select * from rounds_preference p where p.person_id = e.person_id order by p.said_at desc, p.id desc limit 1) f on true
where e.team_code = %(team)s and e.state in ('planned', 'started') and e.way = 'in_person'
  and ((e.planned_at >= %(opens)s and e.planned_at < %(closes)s)
       or (e.planned_at is null and (e.due_at is null or e.due_at < %(closes)s) and %(unplanned)s))
order by e.planned_at nulls first, e.added_at
limit %(most)s
"""
_FACES = """
select distinct person_id, practitioner_user from visits_encounter
where person_id = any (%s) and state = 'seen' and practitioner_user is not null and contact_at > %s
"""
FACES_FOR = timedelta(days=180)


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What the person, or a carer for them, wishes of every visit; the hours in minutes after midnight."""

    opens: int | None
    closes: int | None
    same_face: bool
    whose: str
    words: str
    faces: str
    way_in: str
    animals: str


@dataclass(frozen=True, kw_only=True)
class VisitRow:
    """One visit of the day with what a coordinator needs to see of it."""

    id: UUID
    person_id: UUID
    team: str
    name: str
    need: str
    area: str
    state: str
    planned_at: datetime | None
    staff: str
    staff_id: UUID | None
    kept_by: tuple[UUID, ...]
    wanted: Wanted
    wishes: Wishes | None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A day as it stands, `of` when until when: visits, who is at work, and the round in use if there is one."""

    day: date
    of: TeamDay
    rows: tuple[VisitRow, ...]
    shifts: tuple[Shift, ...]
    staff: tuple[AtWork, ...]
    standing: Round | None
    in_use: Run | None

    @property
    def to_plan(self) -> list[Wanted]:
        """The visits nobody has set off for."""
        return [row.wanted for row in self.rows if row.state == "planned"]


def policy() -> RoundPolicy | None:
    """The place's policy of rounds."""
    return directory.place().rounds


def asked(team: str, day: date, *, at: datetime) -> Asked:
    """Everything of the team's day. The gate must be open, by a worklist or a job. Without a policy nothing is asked."""
    how, of, midnight = policy(), team_days(team, day)[day], at_london(day)
    shifts = tuple(Shift.objects.filter(team_code=team, day=day).order_by("name", "id")[:MOST])
    if how is None:
        return Asked(day=day, of=of, rows=(), shifts=shifts, staff=(), standing=None, in_use=None)
    today = of.opens <= at < of.closes
    found = _rows(_VISITS, {"team": team, "opens": of.opens, "closes": of.closes, "unplanned": today, "most": MOST})
    faces = _faces({row["person_id"] for row in found}, at)
    rows = tuple(_visit(row, how, midnight, faces) for row in found)
    base = _base(team, [row.wanted.where for row in rows])
    since = (at - midnight).total_seconds() / 60 if today else 0.0
    staff = tuple(
        _at_work(each, how, midnight, base, since) for each in shifts if each.away_at is None and each.off_at > at
    )
    in_use = Run.objects.filter(team_code=team, day=day, state="used").order_by("-used_at").first()
    standing = round_of(in_use, midnight) if in_use else None
    return Asked(day=day, of=of, rows=rows, shifts=shifts, staff=staff, standing=standing, in_use=in_use)


def _rows(question: str, values: Mapping[str, Any] | Sequence[Any]) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _faces(people: Iterable[UUID], at: datetime) -> dict[UUID, frozenset[str]]:
    met = defaultdict[UUID, set[str]](set)
    for row in _rows(_FACES, [list(people), at - FACES_FOR]):
        met[row["person_id"]].add(str(row["practitioner_user"]))
    return {person: frozenset(who) for person, who in met.items()}


def _visit(row: dict[str, Any], how: RoundPolicy, midnight: datetime, faces: Mapping[UUID, frozenset[str]]) -> VisitRow:
    place = directory.place()
    kind, need, ward = (
        how.kind_of(row["need_code"]),
        place.needs.get(row["need_code"]),
        place.areas.get(row["ward_code"]),
    )
    opens, closes = _window(row, how, midnight)
    kept = tuple(row["kept_by"] or ())
    wanted = Wanted(
        key=str(row["id"]), person=str(row["person_id"]), where=(ward.centre if ward else None) or NOWHERE,
        minutes=row["minutes"] or kind.minutes, opens=opens, closes=closes, skills=frozenset(kind.skills),
        critical=kind.critical if row["critical"] is None else row["critical"], carers=row["carers"] or kind.carers,
        faces=faces.get(row["person_id"], frozenset()), locked=tuple(map(str, kept)),
        same_face=bool(row["same_face"]),
    )  # fmt: skip
    return VisitRow(
        id=row["id"], person_id=row["person_id"], team=row["team_code"], name=" ".join(part for part in (row["given"], row["family"]) if part) or "Name not known",
        need=need.title if need else row["purpose"], area="" if row["restricted"] or ward is None else ward.name, state=row["state"],
        planned_at=row["planned_at"], staff=row["practitioner_name"], staff_id=row["practitioner_user"], kept_by=kept, wanted=wanted,
        wishes=_wishes(row),
    )  # fmt: skip


def _wishes(row: Mapping[str, Any]) -> Wishes | None:
    if not row["wished_at"]:
        return None
    return Wishes(
        opens=row["wish_opens"], closes=row["wish_closes"], same_face=row["same_face"], whose=row["whose"],
        words=row["wish_words"], faces=row["wish_faces"], way_in=row["way_in"], animals=row["animals"],
    )  # fmt: skip


def _window(row: Mapping[str, Any], how: RoundPolicy, midnight: datetime) -> tuple[float, float]:
    """Minutes after midnight between which the visit begins: as set, else as the person wishes within what is due."""
    wished = row["wish_opens"] is not None and (row["said_at"] is None or row["wished_at"] > row["said_at"])
    if not wished:
        return _as_planned(row, how, midnight)
    due = _minutes(row["due_at"], midnight) if row["due_at"] else None
    own = _minutes(at_london(london_day(row["planned_at"])), midnight) if row["planned_at"] else 0  # the visit's own midnight
    return preferred(_as_planned(row, how, midnight), (own + row["wish_opens"], own + row["wish_closes"]), due=due)


def _as_planned(row: Mapping[str, Any], how: RoundPolicy, midnight: datetime) -> tuple[float, float]:
    """As set for this visit, around its hour, or until it is due within the day."""
    if row["opens_at"]:
        return _minutes(row["opens_at"], midnight), _minutes(row["closes_at"], midnight)
    if row["planned_at"]:
        hour = _minutes(row["planned_at"], midnight)
        return hour - how.around_minutes, hour + how.around_minutes
    opens, closes = how.opens_hour * 60.0, how.closes_hour * 60.0
    due = _minutes(row["due_at"], midnight) if row["due_at"] else closes
    return opens, max(opens, min(closes, due))


def _minutes(moment: datetime, midnight: datetime) -> float:
    return (moment - midnight).total_seconds() / 60


def _base(team: str, visits: Sequence[Point]) -> Point:
    """Where a team's day begins and ends: the middle of its areas as far as we know them, else of its visits."""
    place = directory.place()
    wanted = set(place.teams[team].areas) if team in place.teams else set()
    centres = [
        area.centre for area in place.areas.values()
        if area.centre and (area.code in wanted or wanted & {link.code for link in area.within})
    ] or [each for each in visits if each != NOWHERE]  # fmt: skip
    if not centres:
        return NOWHERE
    return sum(each[0] for each in centres) / len(centres), sum(each[1] for each in centres) / len(centres)


def _at_work(shift: Shift, how: RoundPolicy, midnight: datetime, base: Point, since: float) -> AtWork:
    able = how.ability_of(shift.role_code)
    mode: Mode = shift.travels_by  # type: ignore[assignment]  # held to the list by a constraint
    on = max(_minutes(shift.on_at, midnight), since)
    pause = Pause(how.break_minutes, how.break_from_hour * 60.0, how.break_to_hour * 60.0)
    return AtWork(
        key=str(shift.user_id), where=base, on=on, off=_minutes(shift.off_at, midnight),
        skills=frozenset(able.skills if able else ()), mode=mode,
        pause=pause if on < pause.closes and _minutes(shift.off_at, midnight) > pause.closes else None,
    )  # fmt: skip


def round_of(run: Run, midnight: datetime) -> Round:
    """A planned round, read back from its stops."""
    goings, left = list[Going](), list[str]()
    for stop in RoundStop.objects.filter(run=run).order_by("starts_at", "id"):
        if stop.user_id is None or stop.starts_at is None:
            left.append(str(stop.encounter_id))
        else:
            goings.append(
                Going(
                    visit=str(stop.encounter_id), staff=str(stop.user_id), starts=_minutes(stop.starts_at, midnight),
                    travel=stop.travel, late=stop.late, new_face=stop.new_face,
                )
            )  # fmt: skip
    by_visit = defaultdict[str, tuple[Going, ...]](tuple)
    for each in goings:
        by_visit[each.visit] += (each,)
    return Round(
        goings=tuple(goings), left_out=tuple(left), travel=run.travel, late=run.late, new_faces=run.new_faces, by_visit=dict(by_visit),
    )  # fmt: skip
