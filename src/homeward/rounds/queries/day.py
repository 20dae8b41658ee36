"""What does a coordinator see of a day: its visits, its staff, and the rounds planned for it?"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.foundation.moments import at_london, london_day
from homeward.rounds.models import Decision, Handover, RoundStop, Run, Shift
from homeward.rounds.queries.asked import VisitRow, asked

RUNS = 12
STOPS = 800
NOTES = 100


@dataclass(frozen=True, kw_only=True)
class DayView:
    """A team's day. `stops` are those of the round in use; `unread` the notes nobody has acknowledged."""

    day: date
    rows: tuple[VisitRow, ...]
    shifts: tuple[Shift, ...]
    runs: tuple[Run, ...]
    in_use: Run | None
    stops: tuple[RoundStop, ...]
    unread: tuple[Handover, ...]


@dataclass(frozen=True, kw_only=True)
class RunView:
    """One planned round, with the visits it is about and the round it would replace."""

    run: Run
    stops: tuple[RoundStop, ...]
    rows: dict[UUID, VisitRow]
    shifts: tuple[Shift, ...]
    instead_of: Run | None


def day(*, team: str, day: date, by: Actor, at: datetime) -> DayView:
    """The team's day as it stands. Opens the gate for the actor's people."""
    with gate.worklist(by=by, at=at, what="a team's day"):
        found = asked(team, day, at=at, today=day == london_day(at))
        stops = (
            RoundStop.objects.filter(run=found.in_use).order_by("name", "starts_at", "id")[:STOPS]
            if found.in_use
            else ()
        )
        notes = _unread(team)
        return DayView(
            day=day, rows=found.rows, shifts=found.shifts, in_use=found.in_use, stops=tuple(stops), unread=tuple(notes),
            runs=tuple(Run.objects.filter(team_code=team, day=day).order_by("-asked_at", "-id")[:RUNS]),
        )  # fmt: skip


def run_view(*, run_id: UUID, by: Actor, at: datetime) -> RunView:
    """One planned round of the actor's teams. Raises NotFound."""
    run = Run.objects.filter(id=run_id, team_code__in=by.teams).first()
    if run is None:
        raise NotFound("There is no such round.", next_step="Go back to the day and choose one.")
    with gate.worklist(by=by, at=at, what="a planned round"):
        found = asked(run.team_code, run.day, at=at, today=run.day == london_day(at))
        stops = tuple(RoundStop.objects.filter(run=run).order_by("name", "starts_at", "id")[:STOPS])
    other = found.in_use if found.in_use and found.in_use.id != run.id else None
    return RunView(
        run=run, stops=stops, rows={row.id: row for row in found.rows}, shifts=found.shifts, instead_of=other
    )


def unread(*, team: str, by: Actor, at: datetime) -> list[Handover]:
    """The team's notes that nobody has acknowledged, oldest first. Opens the gate."""
    with gate.worklist(by=by, at=at, what="notes handed over"):
        return _unread(team)


def _unread(team: str) -> list[Handover]:
    return list(Handover.objects.filter(team_code=team, read_at__isnull=True).order_by("written_at", "id")[:NOTES])


def notes_of(person_id: UUID) -> list[Handover]:
    """Notes about one person, newest first. The gate must be open."""
    return list(Handover.objects.filter(person_id=person_id).order_by("-written_at", "-id")[:NOTES])


def visit_decisions(encounter_id: UUID, *, by: Actor, at: datetime) -> list[Decision]:
    """What was decided about one visit, oldest first. Opens the gate."""
    with gate.worklist(by=by, at=at, what="a visit's decisions"):
        return list(Decision.objects.filter(encounter_id=encounter_id).order_by("decided_at", "id")[:NOTES])


def decisions_of_day(*, team: str, day: date, by: Actor, at: datetime) -> list[Decision]:
    """Whatever was decided on a day about visits of the people the team looks after, newest first. Opens the gate."""
    since = at_london(day)
    with gate.worklist(by=by, at=at, what="visits put off"):
        return list(
            Decision.objects.filter(decided_at__gte=since, decided_at__lt=since + timedelta(days=1)).order_by(
                "-decided_at", "-id"
            )[:NOTES]
        )
