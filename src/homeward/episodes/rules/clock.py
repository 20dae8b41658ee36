"""Where does a clock stand, is it in time, and when will it be late if nothing happens?

The wait is counted in the open hours of the clock's calendar. It begins at the first starting event, however late the
clock was found to apply, and only a clock declared to repeat may begin again, once it was answered.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from homeward.episodes import vocabulary as words
from homeward.episodes.rules.marks import Mark, effective
from homeward.episodes.vocabulary import ClockPhase
from homeward.grammar.api import Calendar, Clock, NeverOpens, add_working_time, working_time

NOTHING = timedelta(0)
MINUTE = timedelta(minutes=1)
INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What the marks alone say of a clock; true until the next mark. `late_from` is the first moment that is late.

    `counted` is the wait up to the last pause or the end; while it runs, the rest is counted from `running_since`.
    `met` is None until the wait is answered in time (True) or too late (False).
    """

    phase: ClockPhase
    started_at: datetime | None = None
    counted: timedelta = NOTHING
    running_since: datetime | None = None
    paused_at: datetime | None = None
    paused_for: tuple[str, ...] = ()
    ended_at: datetime | None = None
    due_at: datetime | None = None
    late_from: datetime | None = None
    met: bool | None = None


@dataclass(frozen=True, kw_only=True)
class ClockState:
    """A clock as it stands at one moment."""

    standing: Standing
    elapsed: timedelta
    remaining: timedelta
    breached: bool
    breached_at: datetime | None
    forecast: datetime | None  # when it will be late if nothing happens; None when it is late already or not running

    @property
    def phase(self) -> ClockPhase:
        return self.standing.phase

    @property
    def due_at(self) -> datetime | None:
        return self.standing.due_at


def run(clock: Clock, calendar: Calendar, marks: Sequence[Mark], now: datetime) -> ClockState:
    """The clock at `now`, from its marks."""
    return read(clock, calendar, stand(clock, calendar, marks), now)


def stand(clock: Clock, calendar: Calendar, marks: Sequence[Mark]) -> Standing:
    """What the marks say. Their order in time decides; two at one moment count in the order they were written down."""
    live = effective(marks)
    if not _applies(live):
        return replace(
            _walk(clock, calendar, live), phase=words.WITHDRAWN, due_at=None, late_from=None, running_since=None
        )
    return _walk(clock, calendar, live)


def read(clock: Clock, calendar: Calendar, standing: Standing, now: datetime) -> ClockState:
    """The wait so far and what is left, at `now`. Nothing is left of a wait that is over."""
    elapsed = standing.counted
    if standing.running_since is not None:
        elapsed += working_time(calendar, since=standing.running_since, until=now)
    over = standing.phase not in words.LIVE
    reached = standing.ended_at or now
    breached_at = standing.late_from if standing.late_from is not None and standing.late_from <= reached else None
    breached = breached_at is not None or standing.met is False
    running = standing.phase == words.RUNNING
    return ClockState(
        standing=standing,
        elapsed=elapsed,
        remaining=NOTHING if over else max(NOTHING, clock.target - elapsed),
        breached=breached,
        breached_at=breached_at,
        forecast=standing.due_at if running and not breached else None,
    )


def is_late(clock: Clock, waited: timedelta) -> bool:
    """Is a wait of this length outside the target, as the declaration counts it?"""
    counted = waited - waited % MINUTE if clock.whole_minutes else waited
    return counted > clock.target if clock.inclusive else counted >= clock.target


def allowance(clock: Clock) -> timedelta:
    """The shortest wait that is late."""
    if not clock.inclusive:
        return clock.target
    return clock.target + (MINUTE if clock.whole_minutes else INSTANT)


@dataclass
class _Walk:
    clock: Clock
    calendar: Calendar
    started_at: datetime | None = None
    counted: timedelta = NOTHING
    since: datetime | None = None
    pauses: dict[str, datetime] = field(default_factory=dict)
    ended_at: datetime | None = None
    phase: ClockPhase = words.WAITING
    due_at: datetime | None = None
    late_from: datetime | None = None

    def take(self, mark: Mark) -> None:
        match mark.kind:
            case "start" if self.started_at is None or (self.clock.repeats and self.ended_at is not None):
                self.started_at, self.counted, self.pauses, self.ended_at = mark.at, NOTHING, {}, None
                self._run(mark.at)
            case "pause" if self.phase in (words.RUNNING, words.PAUSED):
                self._count(mark.at)
                self.pauses.setdefault(mark.reason, mark.at)
                self.phase = words.PAUSED
                if not is_late(self.clock, self.counted):
                    self.due_at = self.late_from = None
            case "resume" if mark.reason in self.pauses:
                del self.pauses[mark.reason]
                if not self.pauses and self.phase == words.PAUSED:
                    self._run(mark.at)
            case "stop" | "abandon" if self.phase in (words.RUNNING, words.PAUSED):
                self._count(mark.at)
                self.phase = words.STOPPED if mark.kind == "stop" else words.ABANDONED
                self.ended_at = mark.at
            case _:
                pass

    def _run(self, at: datetime) -> None:
        self.phase, self.since = words.RUNNING, at
        if not is_late(self.clock, self.counted):
            self.due_at = self._after(at, max(NOTHING, self.clock.target - self.counted))
            self.late_from = self._after(at, allowance(self.clock) - self.counted)

    def _count(self, at: datetime) -> None:
        if self.since is not None:
            self.counted += working_time(self.calendar, since=self.since, until=at)
        self.since = None

    def _after(self, at: datetime, amount: timedelta) -> datetime | None:
        try:
            return add_working_time(self.calendar, since=at, amount=amount)
        except NeverOpens:
            return None


def _walk(clock: Clock, calendar: Calendar, live: Sequence[Mark]) -> Standing:
    walk = _Walk(clock, calendar)
    for mark in _in_time(live, again=clock.repeats):
        walk.take(mark)
    return Standing(
        phase=walk.phase,
        started_at=walk.started_at,
        counted=walk.counted,
        running_since=walk.since,
        paused_at=min(walk.pauses.values(), default=None) if walk.phase == words.PAUSED else None,
        paused_for=tuple(sorted(walk.pauses)) if walk.phase == words.PAUSED else (),
        ended_at=walk.ended_at,
        due_at=walk.due_at,
        late_from=walk.late_from,
        met=not is_late(clock, walk.counted) if walk.phase == words.STOPPED else None,
    )


def _in_time(live: Sequence[Mark], *, again: bool) -> list[Mark]:
    """In order of time; an answer that is told to lie before the wait began counts as given when it began.

    At one and the same moment it begins before it is answered, and is answered before it is given up. Of a clock that
    begins `again`, an event that both answers and begins first answers what ran, then begins the next round.
    """
    begun = min((mark.at for mark in live if mark.kind == "start"), default=None)
    anew = {mark.evidence for mark in live if again and mark.kind == "stop"}
    timed = [
        (max(mark.at, begun) if begun and mark.kind == "stop" else mark.at, _rank(mark, anew), mark) for mark in live
    ]
    timed.sort(key=lambda each: each[:2])
    return [replace(mark, at=at) for at, _, mark in timed]


def _rank(mark: Mark, anew: Set[UUID]) -> int:
    match mark.kind:
        case "start":
            return 2 if mark.evidence in anew else 0
        case "stop":
            return 1
        case _:
            return 3


def _applies(live: Sequence[Mark]) -> bool:
    said = [mark.kind for mark in live if mark.kind in ("attach", "detach")]
    return bool(said) and said[-1] == "attach"
