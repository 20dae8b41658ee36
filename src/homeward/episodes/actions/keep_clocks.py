"""What does a new event do to the clocks of the need it is about? Marks are added and each row computed again.

Clocks are not acted upon: every row here follows from the event log, so nobody can start, stop or move one by hand.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import DatabaseError, connection

from homeward.directory import api as directory
from homeward.episodes import vocabulary as words
from homeward.episodes.models import Clock, ClockMark
from homeward.episodes.queries.declared import Pinned, pinned, today
from homeward.episodes.queries.happenings import happenings
from homeward.episodes.rules.clock import Standing, stand
from homeward.episodes.rules.ladder import climbed, next_rung_at
from homeward.episodes.rules.marks import Mark, Told, marks_from, may_touch
from homeward.foundation.asked import Asked
from homeward.foundation.events import EventRow
from homeward.foundation.ids import new_id

Placed = tuple[int, Mark]  # a mark with the position of its event
COMPUTED = (
    "phase", "started_at", "running_since", "counted", "paused_at", "paused_for", "ended_at", "due_at", "late_from", "met",
    "rungs_climbed", "next_rung_at",
)  # fmt: skip
_SETTLE = f"update episodes_clock set {', '.join(f'{name} = %s' for name in COMPUTED)} where id = %s"
_OF_NEED = Asked(lambda subject_id: Clock.objects.select_for_update().filter(subject_id=subject_id).order_by("id"))
_OF_PERSON = Asked(lambda person_id: Clock.objects.select_for_update().filter(person_id=person_id).order_by("id"))


def keep_clocks(event: EventRow) -> None:
    """Bring the clocks that this event touches up to date, inside its transaction."""
    if event.person_id is None:
        return
    told = Told(id=event.id, kind=event.kind, at=event.at, facts=event.facts)
    kept, written = _kept(event), []
    touched = [clock for clock in kept if may_touch(_pinned(clock).clock, told)]
    before = marks_by_clock(touched) if touched else {}
    for clock in touched:
        marks = before.get(clock.id, [])
        added = [(event.position, mark) for mark in marks_from(_pinned(clock).clock, told, before=marks)]
        if added:
            written.extend(_rows(clock, added))
            settle(clock, [*marks, *(mark for _, mark in added)])
    ClockMark.objects.bulk_create(written)
    known = {clock.code for clock in kept}
    fresh = [code for code in dict.fromkeys(event.facts.get(words.CLOCKS, ())) if code not in known]
    if fresh and event.subject_kind != "person":
        _attach(subject_of(event), event.person_id, fresh)


def subject_of(event: EventRow) -> UUID:
    """The need an event is about: the referral it names, else its own subject."""
    named = event.facts.get(words.REFERRAL_ID)
    return UUID(named) if named else event.subject_id


def new_clock(code: str, subject_id: UUID, person_id: UUID) -> Clock:
    """A row for a clock that is to run, not yet saved, pinned to today's declaration."""
    by = today(code)
    return Clock(
        id=new_id(), person_id=person_id, subject_id=subject_id, code=code, fingerprint=by.fingerprint,
        calendar_fingerprint=by.calendar_fingerprint, target=by.clock.target,
    )  # fmt: skip


def compute(clock: Clock, marks: Sequence[Mark]) -> None:
    """Set the row's computed columns from its marks."""
    by = _pinned(clock)
    standing = stand(by.clock, by.calendar, marks)
    _copy(clock, standing)
    clock.rungs_climbed = climbed(standing, marks)
    clock.next_rung_at = next_rung_at(by.clock, by.calendar, standing, after=clock.rungs_climbed)


def settle(clock: Clock, marks: Sequence[Mark]) -> None:
    """Compute and save a row that exists. Every event does this: the one statement is written once and planned once."""
    compute(clock, marks)
    with connection.cursor() as cursor:
        cursor.execute(_SETTLE, [*(getattr(clock, name) for name in COMPUTED), clock.id])
        if cursor.rowcount != 1:
            raise DatabaseError("A clock is no longer there to be brought up to date.")


def write_marks(clock: Clock, placed: Iterable[Placed]) -> None:
    """Add marks to the clock's own, for good."""
    ClockMark.objects.bulk_create(_rows(clock, placed))


def _rows(clock: Clock, placed: Iterable[Placed]) -> list[ClockMark]:
    return [
        ClockMark(
            clock_id=clock.id, person_id=clock.person_id, kind=mark.kind, at=mark.at, event_id=mark.evidence,
            event_position=position, reason=mark.reason, move_id=mark.move_id, voids=mark.voids,
        )
        for position, mark in placed
    ]  # fmt: skip


def marks_by_clock(clocks: Sequence[Clock]) -> dict[UUID, list[Mark]]:
    """The marks of each clock, in the order of their events."""
    found: dict[UUID, list[Mark]] = defaultdict(list)
    for row in ClockMark.objects.filter(clock__in=[clock.id for clock in clocks]).order_by("event_position", "id"):
        found[row.clock_id].append(mark_of(row))
    return found


def mark_of(row: ClockMark) -> Mark:
    """The plain mark that a row keeps."""
    return Mark(
        kind=row.kind,  # type: ignore[arg-type]  # the database holds it to the list
        at=row.at,
        evidence=row.event_id,
        reason=row.reason,
        move_id=row.move_id,
        voids=row.voids,
    )


def _kept(event: EventRow) -> list[Clock]:
    if event.subject_kind == "person" and event.person_id is not None:
        return _OF_PERSON(event.person_id)
    return _OF_NEED(subject_of(event))


def _attach(subject_id: UUID, person_id: UUID, codes: Sequence[str]) -> None:
    """Clocks not yet kept are read from the start of the need's story, so that one found late starts no later."""
    story = happenings(subject_id, person_id)
    clocks, marks = [], []
    for code in codes:
        if code in directory.place().clocks:
            clock = new_clock(code, subject_id, person_id)
            placed = replay(_pinned(clock), story)
            compute(clock, [mark for _, mark in placed])
            clocks.append(clock)
            marks.extend(_rows(clock, placed))
    Clock.objects.bulk_create(clocks)
    ClockMark.objects.bulk_create(marks)


def replay(by: Pinned, story: Iterable[tuple[int, Told]]) -> list[Placed]:
    """All marks that a need's story makes on one clock."""
    placed: list[Placed] = []
    for position, told in story:
        before = [mark for _, mark in placed]
        placed.extend((position, mark) for mark in marks_from(by.clock, told, before=before))
    return placed


def _pinned(clock: Clock) -> Pinned:
    return pinned(clock.fingerprint, clock.calendar_fingerprint)


def _copy(clock: Clock, standing: Standing) -> None:
    clock.phase = standing.phase
    clock.started_at = standing.started_at
    clock.running_since = standing.running_since
    clock.counted = standing.counted
    clock.paused_at = standing.paused_at
    clock.paused_for = ", ".join(standing.paused_for)
    clock.ended_at = standing.ended_at
    clock.due_at = standing.due_at
    clock.late_from = standing.late_from
    clock.met = standing.met
