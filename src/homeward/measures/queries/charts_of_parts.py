"""What do the charts of a number's parts say, each by itself? One pass over the rows for all parts of a cut."""

from collections import defaultdict
from datetime import date

from homeward.foundation.moments import london_day
from homeward.measures.queries.asking import Asked, measure_called, query_of
from homeward.measures.queries.lake import catalogue_now, opened
from homeward.measures.queries.tabulate import tabulated
from homeward.measures.queries.tallies import columns_of
from homeward.measures.rules.estimates import Estimate, Tally
from homeward.measures.rules.judged import BETWEEN, judged
from homeward.measures.rules.periods import each
from homeward.measures.rules.spc import Spc

MOST = 60  # parts of one cut; a place has a handful of localities and some dozens of teams


def charts_of_parts(code: str, *, asked: Asked, cut: str) -> dict[str, Spc]:
    """The chart of each part of a cut, by its code; none where the rows do not say, or are too rare for a chart of parts.

    Limits set anew hold for the whole, which somebody judged, and for no part. Raises NotFound, NotCountedYet.
    """
    catalogue, measure = catalogue_now(), measure_called(code)
    query, today = query_of(code, catalogue), london_day(catalogue.as_of)
    if measure.chart in BETWEEN or measure.no_series:
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
    found = {}
    for part in sorted(counts)[:MOST]:
        last = min(asked.last, today)
        made = judged(measure, each(counts[part], first=asked.first, last=last, today=today, every=asked.every))
        if made is not None:
            found[part] = made
    return found
