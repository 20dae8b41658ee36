"""Which waits are measured, from what event to what event, and against which published rule?"""

from dataclasses import dataclass, field
from datetime import timedelta

from homeward.grammar.conditions import Condition, Value
from homeward.grammar.declaration import WORDING, Declaration, Standard


@dataclass(frozen=True, kw_only=True)
class On:
    """An event kind, and what must be true of its details: On(event='visit.record_contact', where=(('in_person', True),))."""

    event: str
    where: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Pause:
    """The clock rests from one event to another, for a reason that is shown beside it."""

    from_: On
    until: tuple[On, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class Escalation:
    """Who is told, in which words, once this fraction of the target has gone (1.0 = breached) and nobody has acted."""

    after_fraction: float
    to_role: str
    words: str = field(metadata=WORDING)


@dataclass(frozen=True, kw_only=True)
class Clock(Declaration):
    """A measured wait. One clock runs across hand-offs, services and organisations.

    It counts from the *first* event in `starts_on`, even when it is found to apply only later (a
    triage that makes a need urgent): re-triage, hand-back and refer-on never restart it. `applies`
    is asked of the referral's facts. With `inclusive` an answer exactly at the target is in time;
    with `whole_minutes` seconds are dropped before the wait is held against the target.
    """

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    starts_on: tuple[On, ...]
    stops_on: tuple[On, ...]
    abandons_on: tuple[On, ...] = ()
    pauses: tuple[Pause, ...] = ()
    applies: Condition | None = None
    calendar: str
    target: timedelta
    inclusive: bool = True
    whole_minutes: bool = False
    repeats: bool = False
    standard: Standard
    escalations: tuple[Escalation, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Urgency(Declaration):
    """How soon help is needed; order 1 is soonest. `clocks` run for every need of this urgency."""

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    order: int
    clocks: tuple[str, ...] = ()
    fhir_priority: str = "routine"
