"""What does a measure say, of how many, over time and for whom? Counted from the very rows that its list shows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.grammar.api import Measure
from homeward.measures.catalogue import Catalogue, Drawn, lake
from homeward.measures.queries.asking import Asked, check_may, measure_called, query_of, rows_in
from homeward.measures.queries.beside import count_beside
from homeward.measures.queries.day_sums import sums_for, tallied_by_sums
from homeward.measures.queries.kept import Kept
from homeward.measures.queries.labels import label
from homeward.measures.queries.lake import AT_HAND, BESIDE, catalogue_now, identity, opened
from homeward.measures.queries.rebases import standing, standing_of
from homeward.measures.queries.tallies import Tallies, tallied
from homeward.measures.rules.coverage import coverage
from homeward.measures.rules.estimates import Estimate, Tally, estimate
from homeward.measures.rules.intervals import Interval
from homeward.measures.rules.judged import BETWEEN, judged
from homeward.measures.rules.periods import Point, each
from homeward.measures.rules.spc import Spc


@dataclass(frozen=True, kw_only=True)
class Part:
    """One value of a cut. `code` is what the list is asked for; empty stands for 'not known'."""

    code: str
    label: str
    numerator: int
    denominator: int
    too_early: int
    value: float | None
    interval: Interval | None


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A measure over some days. `value` is in the measure's unit, None when there is nothing to say.

    `numerator` and `denominator` are the lengths of the lists 'met' and 'counted', whatever the kind. `base`: what a
    rate or ratio is divided by. `coverage` is the percent of those counted whose answer is itself recorded. `newer`: rows
    have come in since `as_of`, and are being counted.
    """

    measure: Measure
    asked: Asked
    value: float | None
    interval: Interval | None
    base: float | None
    numerator: int
    denominator: int
    too_early: int
    excluded: int
    coverage: float | None
    reasons: Sequence[tuple[str, str, int]]
    series: Sequence[Point]
    cuts: Mapping[str, Sequence[Part]]
    as_of: datetime
    rows_query: str
    spc: Spc | None
    newer: bool = False


_counted: Kept[Figure] = Kept()


def figure(
    code: str, *, asked: Asked, by: Actor, at: datetime, anew: Mapping[str, tuple[date, ...]] | None = None,
    at_once: bool = False,
) -> Figure:  # fmt: skip
    """The measure called `code`. `anew`: `standing_of` many, where many are asked for. Raises NotFound, NotPermitted, NotCountedYet.

    `at_once`, for pages: an older answer that stands, marked `newer`, rather than a wait while rows that came in are counted.
    """
    check_may(by)
    return counted(code, asked=asked, anew=anew, at_once=at_once)


def figures(codes: Collection[str], *, asked: Asked, by: Actor, at: datetime) -> dict[str, Figure]:
    """Those among many measures that are computed, by code, each at once. Raises NotPermitted, NotCountedYet."""
    check_may(by)
    computed = catalogue_now().measures
    anew = {} if asked.cut else standing_of(codes)
    return {code: _counted_now(code, asked, anew.get(code, ()), at_once=True) for code in codes if code in computed}


def counted(
    code: str, *, asked: Asked, anew: Mapping[str, tuple[date, ...]] | None = None, at_once: bool = False
) -> Figure:
    """One, for what becomes public once small counts are kept back."""
    if asked.cut:  # somebody judged the chart of all, not that of a part
        return _counted_now(code, asked, (), at_once=at_once)
    return _counted_now(code, asked, standing(code) if anew is None else anew.get(code, ()), at_once=at_once)


def _counted_now(code: str, asked: Asked, rebases: tuple[date, ...], *, at_once: bool) -> Figure:
    catalogue = catalogue_now()
    query = query_of(code, catalogue)
    measure = measure_called(code)
    about = (code, measure.version, asked, rebases)
    written = code in catalogue.written.paths
    now = _Rows(
        query=query, of="" if written else identity(catalogue), as_of=catalogue.as_of, drawn=catalogue.written
    )  # fmt: skip

    def count(threads: int = AT_HAND) -> Figure:
        return _counted.get((now.question, *about), lambda: _figure(measure, asked, catalogue, now, rebases, threads))

    former = catalogue.drawn.paths.get(code) if at_once and catalogue.drawn.former else None
    if former is None or _counted.holds((now.question, *about)):
        return count()
    count_beside((now.question, *about), partial(count, BESIDE), wanted=lambda: catalogue_now() is catalogue)
    drawn = catalogue.drawn
    stood = _Rows(query=rows_in(lake() / former), of="", as_of=drawn.at or catalogue.as_of, drawn=drawn)
    return _counted.get(
        ("newer", stood.question, *about),
        lambda: replace(
            _counted.get((stood.question, *about), lambda: _figure(measure, asked, catalogue, stood, rebases)), newer=True
        ),
    )


@dataclass(frozen=True, kw_only=True)
class _Rows:
    """Which rows are counted: the query that gives them, `of` which state of the lake, and what is written down of them.

    A file has its name for good, so what was counted of one is the same answer in every state: then `of` is empty.
    """

    query: str
    of: str
    as_of: datetime
    drawn: Drawn

    @property
    def question(self) -> tuple[str, str]:
        """What tells these rows from all others."""
        return (self.of, self.query)


def _figure(
    measure: Measure, asked: Asked, catalogue: Catalogue, of: _Rows, rebases: tuple[date, ...], threads: int = AT_HAND
) -> Figure:
    with opened(catalogue, threads=threads) as ready:
        events, sums = measure.chart in BETWEEN, sums_for(measure.code, of.drawn, asked)
        if sums is not None:
            found = tallied_by_sums(ready, sums, asked=asked, events=events)
        else:
            found = tallied(ready, of.query, asked=asked, kind=measure.kind, events=events)
    said = said_of(measure, found.all)
    series = _series(measure, asked, found, london_day(of.as_of))
    return Figure(
        measure=measure, asked=asked, value=said.value, interval=said.interval, base=said.denominator,
        numerator=found.all.met, denominator=found.all.counted, too_early=found.all.too_early,
        excluded=found.all.excluded, coverage=coverage(found.all.with_evidence, found.all.counted),
        reasons=found.reasons, series=series,
        cuts={cut: _parts(measure, cut, parts) for cut, parts in found.cuts.items()},
        as_of=of.as_of, rows_query=of.query, spc=judged(measure, series, events=found.events, rebases=rebases),
    )  # fmt: skip


def said_of(measure: Measure, tally: Tally) -> Estimate:
    """What the measure says of one tally."""
    return estimate(tally, kind=measure.kind, per=measure.per, percent=measure.unit == "percent")


def _series(measure: Measure, asked: Asked, found: Tallies, today: date) -> list[Point]:
    counts = {first: (tally, said_of(measure, tally)) for first, tally in found.periods.items()}
    return each(counts, first=asked.first, last=min(asked.last, today), today=today, every=asked.every)


def _parts(measure: Measure, cut: str, found: Sequence[tuple[str, Tally]]) -> list[Part]:
    parts = []
    for code, tally in found:
        said = said_of(measure, tally)
        parts.append(
            Part(
                code=code, label=label(cut, code), numerator=tally.met, denominator=tally.counted,
                too_early=tally.too_early, value=said.value, interval=said.interval,
            )
        )  # fmt: skip
    return sorted(parts, key=lambda part: (part.code == "", part.label))
