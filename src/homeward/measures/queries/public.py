"""What may anyone know of a number? Whole quarters that have settled, by month and by group, each kept back where it is small."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from homeward.foundation.moments import london_day
from homeward.grammar.api import Measure
from homeward.measures.catalogue import Catalogue
from homeward.measures.queries.asking import Asked, measure_called, query_of
from homeward.measures.queries.figure import Figure, counted
from homeward.measures.queries.kept import Kept
from homeward.measures.queries.lake import catalogue_now, identity
from homeward.measures.rules.periods import begins, next_one
from homeward.measures.rules.suppress import Cell, Published, suppressed

QUARTERS = 8
SETTLES = timedelta(days=28)  # late records come meanwhile, so that a quarter once published hardly ever changes
PUBLIC_CUTS = ("locality", "deprivation", "ethnicity", "age", "sex")
FEW = 10  # a mean of fewer says nearly what each of them is


@dataclass(frozen=True, kw_only=True)
class Quarter:
    """One quarter as anyone may see it. `figure`: a mean, median, rate or ratio of all of it, to two digits."""

    begins: date
    ends: date
    told: Published
    figure: float | None
    coverage: int | None


@dataclass(frozen=True, kw_only=True)
class PublicNumber:
    """A measure and its settled quarters, oldest first."""

    measure: Measure
    as_of: datetime
    quarters: Sequence[Quarter]


_kept: Kept[PublicNumber] = Kept(most=128)


def public_number(code: str) -> PublicNumber:
    """The last quarters that have settled. Nothing else can be asked for, so no two answers overlap. Raises NotFound, NotCountedYet."""
    measure = measure_called(code)
    catalogue = catalogue_now()
    query = query_of(code, catalogue)
    question = (identity(catalogue), query, code, measure.version)
    return _kept.get(question, lambda: _public_number(measure, catalogue))


def _public_number(measure: Measure, catalogue: Catalogue) -> PublicNumber:
    found = [_quarter(measure.code, first) for first in settled(london_day(catalogue.as_of))]
    return PublicNumber(measure=measure, as_of=catalogue.as_of, quarters=found)


def settled(today: date) -> list[date]:
    """The first days of the last quarters that ended four weeks ago or more, oldest first."""
    first = begins(today - SETTLES, "quarter")
    found: list[date] = []
    for _ in range(QUARTERS):
        first = begins(first - timedelta(days=1), "quarter")
        found.insert(0, first)
    return found


def _quarter(code: str, first: date) -> Quarter:
    last = next_one(first, "quarter") - timedelta(days=1)
    figure = counted(code, asked=Asked(first=first, last=last, every="month"))
    told = suppressed(
        Cell(label="", met=figure.numerator, counted=figure.denominator),
        {name: cells for name, cells in _tables(figure)},
        figure.measure.small_numbers,
    )
    return Quarter(begins=first, ends=last, told=told, figure=_said(figure, told), coverage=_coverage(figure, told))


def _tables(figure: Figure) -> Iterator[tuple[str, list[Cell]]]:
    months = [
        Cell(label=f"{p.at:%Y-%m}", code=f"{p.at:%Y-%m}", met=p.numerator, counted=p.denominator) for p in figure.series
    ]
    yield "month", months
    for cut in PUBLIC_CUTS:
        if cut in figure.cuts:
            parts = figure.cuts[cut]
            yield cut, [Cell(label=p.label, code=p.code, met=p.numerator, counted=p.denominator) for p in parts]


def _said(figure: Figure, told: Published) -> float | None:
    """Only of the whole quarter: sums of parts could be taken from the sum of all."""
    if (
        figure.measure.kind == "share"
        or figure.value is None
        or told.total.kept_back
        or figure.denominator < max(FEW, figure.measure.small_numbers.least)
    ):
        return None
    return float(f"{figure.value:.2g}")


def _coverage(figure: Figure, told: Published) -> int | None:
    """To the nearest five per cent, or as coarse as the counts are, because the exact one would tell how many records are missing."""
    if figure.coverage is None or told.total.kept_back:
        return None
    step = figure.measure.small_numbers.round_to
    return step * round(figure.coverage / step)
