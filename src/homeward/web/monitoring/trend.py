"""Where do the points of the score's picture lie? Whole sets only: what was not measured is not drawn, and says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from homeward.monitoring.api import SetView, StayView

WIDE, HIGH, LEFT, TOP, FOOT = 640.0, 200.0, 34.0, 12.0, 28.0
MOST = 60


@dataclass(frozen=True, kw_only=True)
class Point:
    """One whole set on the picture."""

    x: float
    y: float
    total: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Trend:
    """The picture: points joined in order, ticks where a set was not whole, lines of the bands, and the same in words."""

    points: Sequence[Point]
    line: str
    partial: Sequence[float]
    rules: Sequence[tuple[float, int]]
    base: float
    first: datetime
    last: datetime
    words: str


def trend(view: StayView) -> Trend | None:
    """None while there is no whole set to draw."""
    standing = [each for each in reversed(view.sets) if not each.struck][-MOST:]
    whole = [each for each in standing if each.total is not None]
    if not whole:
        return None
    first, last = standing[0].taken_at, standing[-1].taken_at
    top = max(8, *(each.total or 0 for each in whole))

    def x(at: datetime) -> float:
        span = (last - first).total_seconds()
        return round(LEFT + (WIDE - LEFT - 12) * ((at - first).total_seconds() / span if span else 0.5), 1)

    def y(total: int) -> float:
        return round(TOP + (HIGH - TOP - FOOT) * (1 - total / top), 1)

    points = [
        Point(x=x(each.taken_at), y=y(each.total or 0), total=each.total or 0, at=each.taken_at) for each in whole
    ]
    return Trend(
        points=points, line=" ".join(f"{each.x:g},{each.y:g}" for each in points), first=first, last=last,
        partial=[x(each.taken_at) for each in standing if each.total is None], base=HIGH - FOOT,
        rules=[(y(mark), mark) for mark in (0, 5, 7)], words=_words(view, whole, len(standing) - len(whole)),
    )  # fmt: skip


def _words(view: StayView, whole: Sequence[SetView], partial: int) -> str:
    totals = [each.total or 0 for each in whole]
    said = f"{view.score_title}: {totals[-1]} now"
    if len(totals) > 1:
        said += f", from {totals[0]} at first, highest {max(totals)}, over {len(totals)} whole sets"
    if not partial:
        return f"{said}."
    were = "1 set was" if partial == 1 else f"{partial} sets were"
    return f"{said}. {were} not whole and {'is' if partial == 1 else 'are'} marked without a score."
