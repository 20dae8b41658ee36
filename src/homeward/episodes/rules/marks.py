"""What does one event mean to one clock? Marks: attached, started, paused, resumed, stopped, given up, or taken back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.episodes import vocabulary as words
from homeward.episodes.vocabulary import MarkKind
from homeward.grammar.api import Clock, On


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One thing that happened to a clock; `evidence` is the id of the event that shows it. Marks are never changed.

    A void mark carries in `voids` the event id or move id whose marks it takes back.
    """

    kind: MarkKind
    at: datetime
    evidence: UUID
    reason: str = ""
    move_id: UUID | None = None
    voids: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a clock needs to know of an event."""

    id: UUID
    kind: str
    at: datetime
    facts: Mapping[str, Any]

    @property
    def happened_at(self) -> datetime:
        """When it happened: as told, else when it was written down. Never later than it was written down."""
        given = self.facts.get(words.HAPPENED_AT)
        return min(datetime.fromisoformat(given), self.at) if given else self.at

    @property
    def move_id(self) -> UUID | None:
        return _uuid(self.facts.get(words.MOVE_ID))

    @property
    def undoes(self) -> UUID | None:
        return _uuid(self.facts.get(words.UNDOES))


def marks_of(clock: Clock, events: Iterable[Told]) -> list[Mark]:
    """All marks that `events`, in the order they were written down, make on the clock."""
    marks: list[Mark] = []
    for event in events:
        marks.extend(marks_from(clock, event, before=marks))
    return marks


def marks_from(clock: Clock, event: Told, *, before: Sequence[Mark]) -> list[Mark]:
    """The marks that one event adds to those made `before`."""
    if event.undoes is not None:
        return [_void(event, event.undoes)] if _stands(event.undoes, before) else []
    new: list[Mark] = []
    if event.kind == words.REOPENS:
        given_up = [mark.evidence for mark in effective(before) if mark.kind == "abandon"]
        new.extend(_void(event, evidence) for evidence in given_up)
    if clock.code in event.facts.get(words.CLOCKS_ENDED, ()):
        new.append(_mark("detach", event))
    if clock.code in event.facts.get(words.CLOCKS, ()):
        new.append(_mark("attach", event))
    if event.kind == words.ESCALATES and event.facts.get(words.CLOCK) == clock.code:
        new.append(_mark("rung", event, str(event.facts[words.RUNG])))
    new.extend(_mark(kind, event, reason) for kind, reason in _declared(clock, event))
    return new


def may_touch(clock: Clock, event: Told) -> bool:
    """Can the event add a mark? Only a step back or a reopening needs the marks made before to tell."""
    rests_on_marks = event.undoes is not None or event.kind == words.REOPENS
    return rests_on_marks or bool(marks_from(clock, event, before=()))


def effective(marks: Sequence[Mark]) -> list[Mark]:
    """The marks that nothing has taken back."""
    voided = {mark.voids for mark in marks if mark.kind == "void"}
    return [mark for mark in marks if mark.kind != "void" and not ({mark.evidence, mark.move_id} & voided)]


def matches(on: On, event: Told) -> bool:
    """Is this the kind of event meant, with the details asked for?"""
    return event.kind == on.event and all(event.facts.get(name) == value for name, value in on.where)


def kinds_heard(clock: Clock) -> frozenset[str]:
    """The kinds of event that can touch this clock."""
    pauses = [on for pause in clock.pauses for on in (pause.from_, *pause.until)]
    return frozenset(on.event for on in (*clock.starts_on, *clock.stops_on, *clock.abandons_on, *pauses))


def _declared(clock: Clock, event: Told) -> Iterable[tuple[MarkKind, str]]:
    if any(matches(on, event) for on in clock.starts_on):
        yield "start", ""
    for pause in clock.pauses:
        if matches(pause.from_, event):
            yield "pause", pause.reason
        if any(matches(on, event) for on in pause.until):
            yield "resume", pause.reason
    if any(matches(on, event) for on in clock.stops_on):
        yield "stop", ""
    if any(matches(on, event) for on in clock.abandons_on):
        yield "abandon", ""


def _mark(kind: MarkKind, event: Told, reason: str = "") -> Mark:
    return Mark(kind=kind, at=event.happened_at, evidence=event.id, reason=reason, move_id=event.move_id)


def _void(event: Told, voids: UUID) -> Mark:
    return Mark(kind="void", at=event.at, evidence=event.id, move_id=event.move_id, voids=voids)


def _stands(key: UUID, marks: Sequence[Mark]) -> bool:
    return any(key in (mark.evidence, mark.move_id) for mark in marks if mark.kind != "void")


def _uuid(value: Any) -> UUID | None:
    return UUID(value) if value else None
