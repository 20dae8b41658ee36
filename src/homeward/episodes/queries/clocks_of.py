"""Which clocks run on these needs, how long is left on each, and what will happen if nobody acts?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from homeward.episodes import vocabulary as words
from homeward.episodes.models import Clock
from homeward.episodes.queries.declared import pinned
from homeward.episodes.rules.clock import Standing, read
from homeward.episodes.vocabulary import ClockPhase
from homeward.foundation.asked import Asked
from homeward.foundation.moments import clock_face, london, said_span


@dataclass(frozen=True, kw_only=True)
class ClockView:
    """One clock at one moment, ready to show. `words` says it in a sentence without colour.

    `answered_by` are the kinds of event that stop it.
    """

    id: UUID
    subject_id: UUID
    person_id: UUID
    code: str
    title: str
    plain_words: str
    standard: str
    phase: ClockPhase
    target: timedelta
    started_at: datetime | None
    due_at: datetime | None
    ended_at: datetime | None
    elapsed: timedelta
    remaining: timedelta
    breached: bool
    breached_at: datetime | None
    met: bool | None
    paused_for: str
    words: str
    rungs_climbed: int
    answered_by: frozenset[str]

    @property
    def live(self) -> bool:
        """Does it still wait for its answer?"""
        return self.phase in words.LIVE

    @property
    def sort_key(self) -> tuple[int, float]:
        """Running ones first, by what runs out first; resting ones after, by what is left."""
        running = self.phase == words.RUNNING and self.due_at is not None
        return (0, self.due_at.timestamp()) if running and self.due_at else (1, self.remaining.total_seconds())


def clocks_of(subject_ids: Iterable[UUID], at: datetime, *, live_only: bool = False) -> dict[UUID, list[ClockView]]:
    """The clocks of each need as they stand `at` this moment, what runs out first at the head; one query."""
    found: dict[UUID, list[ClockView]] = defaultdict(list)
    for row in _rows(list(subject_ids), live_only=live_only):
        found[row.subject_id].append(view_of(row, at))
    return {subject: sorted(views, key=lambda view: view.sort_key) for subject, views in found.items()}


_OF_NEED = Asked(lambda subject_id: Clock.objects.filter(subject_id=subject_id).exclude(phase=words.WITHDRAWN))
_LIVE_OF_NEED = Asked(lambda subject_id: Clock.objects.filter(subject_id=subject_id, phase__in=words.LIVE))


def _rows(subject_ids: list[UUID], *, live_only: bool) -> Iterable[Clock]:
    """Of one need most often: then the question is not written anew."""
    if len(subject_ids) == 1:
        return (_LIVE_OF_NEED if live_only else _OF_NEED)(subject_ids[0])
    kept = Clock.objects.filter(subject_id__in=subject_ids)
    return kept.filter(phase__in=words.LIVE) if live_only else kept.exclude(phase=words.WITHDRAWN)


_RUNNING = Asked(lambda person_id: Clock.objects.filter(person_id=person_id, phase__in=words.LIVE))


def clocks_of_person(person_id: UUID, at: datetime) -> list[ClockView]:
    """The clocks still running for a person, over all their needs."""
    return sorted((view_of(row, at) for row in _RUNNING(person_id)), key=lambda view: view.sort_key)


def most_urgent(views: Sequence[ClockView]) -> ClockView | None:
    """The clock that a row of a list should show."""
    return next((view for view in views if view.live), views[0] if views else None)


def view_of(row: Clock, at: datetime) -> ClockView:
    """A row as it stands `at` this moment."""
    by = pinned(row.fingerprint, row.calendar_fingerprint)
    state = read(by.clock, by.calendar, _standing(row), at)
    return ClockView(
        id=row.id, subject_id=row.subject_id, person_id=row.person_id, code=row.code, title=by.clock.title,
        plain_words=by.clock.plain_words, standard=by.clock.standard.words, phase=state.phase, target=row.target,
        started_at=row.started_at, due_at=row.due_at, ended_at=row.ended_at, elapsed=state.elapsed,
        remaining=state.remaining, breached=state.breached, breached_at=state.breached_at, met=row.met,
        paused_for=row.paused_for, rungs_climbed=row.rungs_climbed,
        answered_by=frozenset(on.event for on in by.clock.stops_on),
        words=said(state.phase, row, state.elapsed, state.remaining, state.breached, at),
    )  # fmt: skip


def said(phase: ClockPhase, row: Clock, elapsed: timedelta, remaining: timedelta, breached: bool, at: datetime) -> str:
    """The clock in a sentence: what is left, when it is late, or how it ended."""
    match phase:
        case "running" if breached:
            return (
                f"Late by {said_span(max(elapsed - row.target, timedelta(0)))}. It was due at {_when(row.due_at, at)}."
            )
        case "running" if row.due_at is not None:
            return f"{said_span(remaining).capitalize()} left. It will be late at {_when(row.due_at, at)} if nothing happens."
        case "running":
            return "Running, but its calendar never opens, so it has no due time. Tell the owner of the service."
        case "paused":
            return f"Paused: {row.paused_for}. {said_span(remaining).capitalize()} left when it goes on."
        case "stopped":
            return f"Answered {'in time' if row.met else 'late'}, after {said_span(elapsed)}."
        case "abandoned":
            return f"Ended without an answer, after {said_span(elapsed)}."
        case "waiting":
            return "Not started."
        case _:
            return "Found not to apply."


def _when(moment: datetime | None, at: datetime) -> str:
    if moment is None:
        return "an unknown time"
    shown = london(moment)
    said = clock_face(shown)
    return said if shown.date() == london(at).date() else f"{said} on {shown.day} {shown:%B}"


def _standing(row: Clock) -> Standing:
    return Standing(
        phase=row.phase,  # type: ignore[arg-type]  # the database holds it to the list
        started_at=row.started_at,
        counted=row.counted,
        running_since=row.running_since,
        paused_at=row.paused_at,
        paused_for=(row.paused_for,) if row.paused_for else (),
        ended_at=row.ended_at,
        due_at=row.due_at,
        late_from=row.late_from,
        met=row.met,
    )
