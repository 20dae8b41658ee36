"""What does a coordinator see of a day: its visits, its staff, and the rounds planned for it?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.foundation.moments import at_london
from homeward.rounds.models import Decision, Handover, RoundStop, Run, Shift
from homeward.rounds.queries.asked import Asked, VisitRow, asked, round_of
from homeward.rounds.queries.team_day import TeamDay, team_days
from homeward.rounds.rules.beside import beside
from homeward.rounds.rules.day import Round

RUNS = 12
STOPS = 800
NOTES = 100
_NAMES = """
select person_id, concat_ws(' ', nullif(given, ''), family) from people_personname
where person_id = any (%s) and use = 'usual' and valid_to is null
"""


@dataclass(frozen=True, kw_only=True)
class DayView:
    """A team's day. `stops` are those of the round in use; `unread` the notes nobody has acknowledged, `named` those they are about."""

    day: date
    of: TeamDay
    rows: tuple[VisitRow, ...]
    shifts: tuple[Shift, ...]
    runs: tuple[Run, ...]
    in_use: Run | None
    stops: tuple[RoundStop, ...]
    unread: tuple[Handover, ...]
    named: Mapping[UUID, str]


@dataclass(frozen=True, kw_only=True)
class RunView:
    """One planned round, with the visits it is about and the round it would replace, beside which its `stops` say what changes."""

    run: Run
    stops: tuple[RoundStop, ...]
    rows: dict[UUID, VisitRow]
    shifts: tuple[Shift, ...]
    instead_of: Run | None


def day(*, team: str, day: date, by: Actor, at: datetime) -> DayView:
    """The team's day as it stands. Opens the gate for the actor's people."""
    with gate.worklist(by=by, at=at, what="a team's day"):
        found = asked(team, day, at=at)
        stops = (
            RoundStop.objects.filter(run=found.in_use).order_by("name", "starts_at", "id")[:STOPS]
            if found.in_use
            else ()
        )
        notes = _unread(team)
        return DayView(
            day=day, of=found.of, rows=found.rows, shifts=found.shifts, in_use=found.in_use, stops=tuple(stops), unread=tuple(notes),
            named=_named({note.person_id for note in notes}),
            runs=tuple(Run.objects.filter(team_code=team, day=day).order_by("-asked_at", "-id")[:RUNS]),
        )  # fmt: skip


def run_view(*, run_id: UUID, by: Actor, at: datetime) -> RunView:
    """One planned round of the actor's teams. Raises NotFound."""
    run = Run.objects.filter(id=run_id, team_code__in=by.teams).first()
    if run is None:
        raise NotFound("There is no such round.", next_step="Go back to the day and choose one.")
    with gate.worklist(by=by, at=at, what="a planned round"):
        found = asked(run.team_code, run.day, at=at)
        stops = tuple(RoundStop.objects.filter(run=run).order_by("name", "starts_at", "id")[:STOPS])
        other = found.in_use if found.in_use and found.in_use.id != run.id else None
        if other is not None and found.standing is not None:
            _held_against(found.standing, run, stops, found)
    return RunView(
        run=run, stops=stops, rows={row.id: row for row in found.rows}, shifts=found.shifts, instead_of=other
    )


def _held_against(standing: Round, run: Run, stops: Sequence[RoundStop], day: Asked) -> None:
    """Another round than the one of when this was planned may be in use by now: people are rung by what changes today."""
    midnight, names = at_london(run.day), {str(each.user_id): each.name for each in day.shifts}
    told = beside(standing, round_of(run, midnight), {each.key: each for each in day.to_plan}, names=names, midnight=midnight)
    for stop in stops:
        stop.how, stop.was = told.get(str(stop.encounter_id), ("", ""))


def unread(*, team: str, by: Actor, at: datetime) -> list[Handover]:
    """The team's notes that nobody has acknowledged, oldest first. Opens the gate."""
    with gate.worklist(by=by, at=at, what="notes handed over"):
        return _unread(team)


def _unread(team: str) -> list[Handover]:
    return list(Handover.objects.filter(team_code=team, read_at__isnull=True).order_by("written_at", "id")[:NOTES])


def _named(people: Collection[UUID]) -> Mapping[UUID, str]:
    """What they are called: a note may be about somebody whom nobody visits on that day."""
    if not people:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_NAMES, [list(people)])
        return dict(cursor.fetchall())


def notes_of(person_id: UUID) -> list[Handover]:
    """Notes about one person, newest first. The gate must be open."""
    return list(Handover.objects.filter(person_id=person_id).order_by("-written_at", "-id")[:NOTES])


def visit_decisions(encounter_id: UUID, *, by: Actor, at: datetime) -> list[Decision]:
    """What was decided about one visit, oldest first. Opens the gate."""
    with gate.worklist(by=by, at=at, what="a visit's decisions"):
        return list(Decision.objects.filter(encounter_id=encounter_id).order_by("decided_at", "id")[:NOTES])


def decisions_of_day(*, team: str, day: date, by: Actor, at: datetime) -> list[Decision]:
    """Whatever was decided on a day of the team's about visits of the people it looks after, newest first. Opens the gate."""
    of = team_days(team, day)[day]
    with gate.worklist(by=by, at=at, what="visits put off"):
        return list(
            Decision.objects.filter(decided_at__gte=of.opens, decided_at__lt=of.closes).order_by(
                "-decided_at", "-id"
            )[:NOTES]
        )
