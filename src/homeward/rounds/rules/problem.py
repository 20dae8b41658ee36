"""What is a planner asked: which stops, which carers, what belongs together, and what costs what?

Plain data in minutes and whole numbers of a list; nothing here knows of people, teams or a day.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

Matrix = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Stop:
    """One carer at one door. Starting before `opens` is never allowed; after `closes` is late, and costs."""

    key: str
    place: int
    minutes: float
    opens: float
    closes: float
    may: frozenset[int]
    late_weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Pause:
    """A break of so many minutes that has to begin between two moments, wherever the carer is by then."""

    minutes: float
    opens: float
    closes: float


@dataclass(frozen=True, slots=True)
class Carer:
    """One working day of one member of staff, from one place to another, with their own way of travelling."""

    key: str
    begins_at: int
    ends_at: int
    on: float = 0.0
    off: float = float("inf")
    travel: int = 0
    pause: Pause | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Two stops of one visit: the second begins `least` to `most` minutes after the first. Nought and nought: together."""

    first: int
    second: int
    least: float = 0.0
    most: float = 0.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What a minute on the road, a minute late, the worst lateness, a minute after hours and a stop left out cost."""

    travel: float = 1.0
    late: float = 1.0
    worst: float = 0.0
    after_hours: float = 3.0
    left_out: float = 100_000.0


@dataclass(frozen=True, slots=True)
class Problem:
    """The whole question. `extra[stop][carer]` is what it costs that this carer goes there: a new face, a change."""

    stops: tuple[Stop, ...]
    carers: tuple[Carer, ...]
    links: tuple[Link, ...]
    travels: tuple[Matrix, ...]
    weights: Weights = field(default_factory=Weights)
    extra: tuple[dict[int, float], ...] = ()
    may_leave_out: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A plan: who goes where in which order, when each stop begins (None: left out), and what it costs."""

    routes: tuple[tuple[int, ...], ...]
    starts: tuple[float | None, ...]
    cost: float
    travel: float
    late: float
    worst_late: float
    after_hours: float
    extra: float
    tried: int = 0
    proven: bool = False

    @property
    def left_out(self) -> tuple[int, ...]:
        """The stops nobody goes to."""
        return tuple(stop for stop, start in enumerate(self.starts) if start is None)
