"""What do the charts of a number's parts say, each by itself? One pass over the rows for all parts of a cut, or over their sums by day."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from homeward.foundation.moments import london_day
from homeward.grammar.api import Measure
from homeward.measures.queries.asking import Asked, measure_called, query_of
from homeward.measures.queries.day_sums import parts_by_sums, sums_for
from homeward.measures.queries.figure import said_of
from homeward.measures.queries.lake import catalogue_now, opened
from homeward.measures.queries.tabulate import tabulated
from homeward.measures.queries.tallies import columns_of
from homeward.measures.rules.estimates import Estimate, Tally
from homeward.measures.rules.judged import BETWEEN, judged
from homeward.measures.rules.periods import each
from homeward.measures.rules.spc import Spc

MOST = 60  # parts of one cut; a place has a handful of localities and some dozens of teams
Counts = Mapping[str, Mapping[date, tuple[Tally, Estimate]]]


def charts_of_parts(code: str, *, asked: Asked, cut: str) -> dict[str, Spc]:
    """The chart of each part of a cut, by its code; none where the rows do not say, or are too rare for a chart of parts.

    Limits set anew hold for the whole, which somebody judged, and for no part. Raises NotFound, NotCountedYet.
    """
    catalogue, measure = catalogue_now(), measure_called(code)
    query, today = query_of(code, catalogue), london_day(catalogue.as_of)
    if not _charted(measure):
        return {}
    with opened(catalogue) as lake:
        if cut not in columns_of(lake, query):
            return {}
        lines = tabulated(lake, query, measure, asked=asked, by=(cut, asked.every))
    counts: dict[str, dict[date, tuple[Tally, Estimate]]] = defaultdict(dict)
    for line in lines:
        part, begun = line.values
        if part:
            counts[part][date.fromisoformat(begun)] = (line.tally, line.said)
    return _charts(measure, counts, asked, today)


def charts_of_all_parts(
    codes: Collection[str], *, asked: Asked, cuts: Sequence[str]
) -> dict[tuple[str, str], dict[str, Spc]]:  # fmt: skip
    """The same of many numbers, by (number, cut): at one go for those whose sums are written down. Raises NotFound, NotCountedYet."""
    catalogue = catalogue_now()
    today, summed = london_day(catalogue.as_of), {}
    measures = {code: measure for code in codes if _charted(measure := measure_called(code))}
    files = {code: file for code in measures if (file := sums_for(code, catalogue.written, asked)) is not None}
    if files:
        with opened(catalogue) as lake:
            summed = parts_by_sums(lake, files, asked=asked, cuts=cuts)
    found = {}
    for code, measure in measures.items():
        for cut in cuts:
            if code not in files:
                found[code, cut] = charts_of_parts(code, asked=asked, cut=cut)
                continue
            parts = summed.get((code, cut), {})
            counts = {
                part: {begun: (tally, said_of(measure, tally)) for begun, tally in periods.items()}
                for part, periods in parts.items()
            }
            found[code, cut] = _charts(measure, counts, asked, today)
    return found


def _charted(measure: Measure) -> bool:
    return measure.chart not in BETWEEN and not measure.no_series


def _charts(measure: Measure, counts: Counts, asked: Asked, today: date) -> dict[str, Spc]:
    found = {}
    for part in sorted(counts)[:MOST]:
        last = min(asked.last, today)
        made = judged(measure, each(counts[part], first=asked.first, last=last, today=today, every=asked.every))
        if made is not None:
            found[part] = made
    return found
