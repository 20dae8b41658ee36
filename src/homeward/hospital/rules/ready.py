"""Since when could this person have left? The national rule, on an append-only history of what wards said.

NHS England, Discharge Ready Date guidance (the rule of May 2023, still in force): the date a person no longer meets the
criteria to reside. When they meet them again and later do not, it is the start of the final run without criteria. A second
"no longer meets" within a run does not move it, and what is said after leaving does not count.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from homeward.foundation.moments import london_day
from homeward.hospital.vocabulary import DELAY_BANDS, Standing


class Said(Protocol):
    """One saying: from when it holds, in which order it was written down, and whether it is the word of an error."""

    @property
    def from_at(self) -> datetime: ...
    @property
    def number(self) -> int: ...
    @property
    def meets(self) -> bool: ...
    @property
    def voids(self) -> int | None: ...


@dataclass(frozen=True, kw_only=True)
class Run:
    """An unbroken time in which the person was ready to leave. `until` None: it still goes on."""

    since: datetime
    until: datetime | None


def in_force(history: Iterable[Said], *, until: datetime | None = None) -> list[Said]:
    """What holds, in the order of the moments it speaks of; for the same moment the later word stands.

    A saying that voids another was written because that other one was made in error, and itself says nothing more.
    """
    rows = list(history)
    void = {row.voids for row in rows if row.voids is not None}
    kept = [row for row in rows if row.voids is None and row.number not in void]
    kept = [row for row in kept if until is None or row.from_at <= until]
    by_moment = {row.from_at: row for row in sorted(kept, key=lambda row: row.number)}
    return [by_moment[moment] for moment in sorted(by_moment)]


def runs(history: Iterable[Said], *, until: datetime | None = None) -> list[Run]:
    """Every time the person was ready to leave, the first one first. Nothing is hidden by a later run."""
    found: list[Run] = []
    for row in in_force(history, until=until):
        open_run = bool(found) and found[-1].until is None
        if row.meets and open_run:
            found[-1] = Run(since=found[-1].since, until=row.from_at)
        elif not row.meets and not open_run:
            found.append(Run(since=row.from_at, until=None))
    return found


def ready_at(history: Iterable[Said], *, left_at: datetime | None = None) -> datetime | None:
    """The moment the final run without criteria began; None while (or if at the end) the person needs hospital."""
    found = runs(history, until=left_at)
    return found[-1].since if found and found[-1].until is None else None


def discharge_ready_date(history: Iterable[Said], *, left_at: datetime | None = None) -> date | None:
    """The day, in London, of `ready_at`."""
    moment = ready_at(history, left_at=left_at)
    return london_day(moment) if moment else None


def standing(history: Iterable[Said], *, at: datetime | None = None) -> Standing:
    """What the wards say now."""
    rows = in_force(history, until=at)
    if not rows:
        return "unknown"
    return "meets" if rows[-1].meets else "no_longer_meets"


def days_ready(ready: datetime | None, at: datetime) -> int | None:
    """Whole calendar days in London from being ready to `at`; 0 on the day itself. None when not ready."""
    return None if ready is None else max(0, (london_day(at) - london_day(ready)).days)


def band(days: int) -> str:
    """The band of days that is published."""
    return next(words for words, first, last in DELAY_BANDS if first <= days and (last is None or days <= last))


def banded(delays: Sequence[int]) -> list[tuple[str, int]]:
    """How many fall in each band, every band named."""
    found = [band(each) for each in delays]
    return [(words, found.count(words)) for words, _, _ in DELAY_BANDS]
