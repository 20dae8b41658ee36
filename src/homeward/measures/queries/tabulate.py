"""What does a measure say for every combination of some cuts? One row for each, counted from the rows behind the figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from homeward.foundation.errors import Invalid
from homeward.grammar.api import Measure
from homeward.measures.queries.asking import Asked
from homeward.measures.queries.lake import rows_of
from homeward.measures.queries.tallies import BUCKETS, ORDERED, SUMS, columns_of, tally_of
from homeward.measures.rules.estimates import Estimate, Tally, estimate
from homeward.measures.vocabulary import CUTS


@dataclass(frozen=True, kw_only=True)
class Line:
    """One combination: its values in the order of the cuts asked for ('' = not known), what was counted, what that says."""

    values: tuple[str, ...]
    tally: Tally
    said: Estimate


def tabulated(
    lake: Any, query: str, measure: Measure, *, asked: Asked, by: Sequence[str], lenient: bool = False
) -> list[Line]:
    """All combinations that have rows, in order. Raises Invalid for a cut that the measure's rows do not have.

    `lenient`: a cut that other measures have is empty here.
    """
    columns = columns_of(lake, query)
    known = [*BUCKETS, *(cut for cut in CUTS if cut in columns or lenient)]
    unknown = [each for each in by if each not in known]
    if unknown:
        what = "Measures" if lenient else f"'{measure.code}'"
        raise Invalid({"by": f"{what} cannot be cut by {', '.join(unknown)}, but by {', '.join(known)}."})
    value = "value::double" if "value" in columns else "null::double"
    cuts = [
        _bucket(each) if each in BUCKETS else f"coalesce({each}::varchar, '')" if each in columns else "''"
        for each in by
    ]
    named = "".join(f", {cut} as cut{at}" for at, cut in enumerate(cuts))
    where, values = asked.where(columns)
    grouped = ", ".join(f"cut{at}" for at in range(len(cuts)))
    rows = rows_of(
        lake,
        f"select {grouped + ', ' if cuts else ''}{SUMS}{ORDERED if measure.kind == 'median' else ''}"
        f" from (select status, evidence, {value} as value{named} from ({query}) rows where {where}) asked"
        + (f" group by {grouped} order by {grouped}" if cuts else ""),
        values,
    )
    lines = []
    for row in rows:
        tally = tally_of(row)
        said = estimate(tally, kind=measure.kind, per=measure.per, percent=measure.unit == "percent")
        lines.append(Line(values=tuple(row[f"cut{at}"] for at in range(len(cuts))), tally=tally, said=said))
    return lines


def _bucket(every: str) -> str:
    return f"({BUCKETS[every]})::varchar"


def whole_months(as_of: date, months: int = 12) -> tuple[date, date]:
    """The first and last day of so many months up to the one of `as_of`, which is not over."""
    count = as_of.year * 12 + as_of.month - months
    return date(count // 12, count % 12 + 1, 1), as_of
