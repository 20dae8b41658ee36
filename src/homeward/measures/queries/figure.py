"""What does a measure say, of how many, over time and for whom? Counted from the very rows that its list shows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.grammar.api import Measure
from homeward.measures.catalogue import Catalogue
from homeward.measures.queries.asking import Asked, check_may, measure_called, query_of
from homeward.measures.queries.beside import count_beside
from homeward.measures.queries.day_sums import sums_for, tallied_by_sums
from homeward.measures.queries.kept import Kept
from homeward.measures.queries.labels import label
from homeward.measures.queries.lake import AT_HAND, BESIDE, catalogue_now, identity, lake_of, opened
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
    at_once: bool = False, of: datetime | None = None,
) -> Figure:  # fmt: skip
    """The measure called `code`. `anew`: `standing_of` many, where many are asked for. Raises NotFound, NotPermitted, NotCountedYet.

    `at_once`, for pages: an older answer that stands, marked `newer`, rather than a wait while rows that came in are counted.
    `of`, for what is opened from a page: the moment of the page's figure; where that is no longer kept, `as_of` is another.
    """
    check_may(by)
    return counted(code, asked=asked, anew=anew, at_once=at_once, of=of)


def figures(codes: Collection[str], *, asked: Asked, by: Actor, at: datetime) -> dict[str, Figure]:
    """Those among many measures that are computed, by code, each at once. Raises NotPermitted, NotCountedYet."""
    check_may(by)
    now = catalogue_now()
    anew = {} if asked.cut else standing_of(codes)
    known = [code for code in codes if code in now.measures]
    _count_together(now, known, asked, anew)
    return {code: _counted_in(now, code, asked, anew.get(code, ()), at_once=True) for code in known}


def counted_together(codes: Collection[str], *, asked: Asked) -> dict[str, Figure]:
    """Many, of the rows as they are now, for the house's own looking. Raises NotFound, NotCountedYet."""
    now, anew = catalogue_now(), standing_of(codes)
    if not now.drawn.former:  # else what is at hand is older
        _count_together(now, codes, asked, anew)
    return {code: _counted_in(now, code, asked, anew.get(code, ()), at_once=False) for code in codes}


def count_ahead(
    codes: Collection[str], *, asked: Asked, anew: Mapping[str, tuple[date, ...]], at_once: bool = False,
    of: datetime | None = None,
) -> None:  # fmt: skip
    """Count at one go what is about to be asked one by one, where that is quicker. Raises NotCountedYet."""
    now = lake_of(of)
    if at_once or not now.drawn.former:
        _count_together(now, [code for code in codes if code in now.measures], asked, anew)


def _count_together(now: Catalogue, codes: Collection[str], asked: Asked, anew: Mapping[str, tuple[date, ...]]) -> None:
    """Count at one go those whose sums are written down, of the state that is shown of them."""
    known = directory.place().measures

    def missing(state: Catalogue, code: str) -> bool:
        return not _counted.holds(_question(state, code, asked, anew.get(code, ())))

    asked_for = [code for code in codes if missing(now, code)]
    state = next((stood for code in asked_for if (stood := _stood(now, code))), now)
    files = {
        code: file
        for code in asked_for
        if (file := sums_for(code, state.written, asked)) is not None and missing(state, code)
    }
    if not files:
        return
    with opened(state) as ready:
        found = tallied_by_sums(ready, files, asked=asked, events=[code for code in files if known[code].chart in BETWEEN])
    for code, tallies in found.items():
        rebases, query = anew.get(code, ()), query_of(code, state)
        made = partial(_drawn, known[code], asked, state, query, rebases, tallies)
        _counted.get(_question(state, code, asked, rebases), made)


def counted(
    code: str, *, asked: Asked, anew: Mapping[str, tuple[date, ...]] | None = None, at_once: bool = False,
    of: datetime | None = None,
) -> Figure:  # fmt: skip
    """One, for what becomes public once small counts are kept back."""
    if asked.cut:  # somebody judged the chart of all, not that of a part
        return _counted_in(lake_of(of, code), code, asked, (), at_once=at_once)
    rebases = standing(code) if anew is None else anew.get(code, ())
    return _counted_in(lake_of(of, code), code, asked, rebases, at_once=at_once)


def _counted_in(catalogue: Catalogue, code: str, asked: Asked, rebases: tuple[date, ...], *, at_once: bool) -> Figure:
    query = query_of(code, catalogue)
    measure = measure_called(code)
    question = _question(catalogue, code, asked, rebases)

    def count(threads: int = AT_HAND) -> Figure:
        return _counted.get(question, lambda: _figure(measure, asked, catalogue, query, rebases, threads))

    stood = _stood(catalogue, code) if at_once else None
    if stood is None or _counted.holds(question):
        return count()
    shown = _counted.get(
        ("newer", identity(stood), *question[2:]),
        lambda: replace(_counted_in(stood, code, asked, rebases, at_once=False), newer=True),
    )
    count_beside(question, partial(count, BESIDE), wanted=lambda: catalogue_now() is catalogue)  # once nobody waits for a processor
    return shown


def _question(catalogue: Catalogue, code: str, asked: Asked, rebases: tuple[date, ...]) -> tuple[Any, ...]:
    """What tells one answer from every other. A file has its name for good: what was counted of one stays, whatever else the lake holds."""
    of = "" if code in catalogue.written.paths else identity(catalogue)
    return (of, query_of(code, catalogue), code, measure_called(code).version, asked, rebases)


def _stood(catalogue: Catalogue, code: str) -> Catalogue | None:
    """The earlier state whose rows are written down while those of this one are not yet, as long as it is kept."""
    if not catalogue.drawn.former or code not in catalogue.drawn.paths:
        return None
    then = lake_of(catalogue.drawn.at, code)
    return then if code in then.written.paths else None


def _figure(
    measure: Measure, asked: Asked, catalogue: Catalogue, query: str, rebases: tuple[date, ...], threads: int = AT_HAND
) -> Figure:
    with opened(catalogue, threads=threads) as ready:
        code, events, sums = measure.code, measure.chart in BETWEEN, sums_for(measure.code, catalogue.written, asked)
        if sums is not None:
            found = tallied_by_sums(ready, {code: sums}, asked=asked, events=[code] if events else [])[code]
        else:
            found = tallied(ready, query, asked=asked, kind=measure.kind, events=events)
    return _drawn(measure, asked, catalogue, query, rebases, found)


def _drawn(
    measure: Measure, asked: Asked, catalogue: Catalogue, query: str, rebases: tuple[date, ...], found: Tallies
) -> Figure:
    """The figure that follows from what was counted of its rows."""
    said = said_of(measure, found.all)
    series = _series(measure, asked, found, london_day(catalogue.as_of))
    return Figure(
        measure=measure, asked=asked, value=said.value, interval=said.interval, base=said.denominator,
        numerator=found.all.met, denominator=found.all.counted, too_early=found.all.too_early,
        excluded=found.all.excluded, coverage=coverage(found.all.with_evidence, found.all.counted),
        reasons=found.reasons, series=series,
        cuts={cut: _parts(measure, cut, parts) for cut, parts in found.cuts.items()},
        as_of=catalogue.as_of, rows_query=query, spc=judged(measure, series, events=found.events, rebases=rebases),
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
