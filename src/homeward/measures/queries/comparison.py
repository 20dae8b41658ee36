"""How do places, practices or teams look beside one another, each by its size? A funnel, never a table of ranks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.grammar.api import Measure
from homeward.measures.catalogue import Catalogue
from homeward.measures.queries.asking import Asked, check_may, measure_called, query_of
from homeward.measures.queries.kept import Kept
from homeward.measures.queries.labels import label
from homeward.measures.queries.lake import identity, lake_of, opened
from homeward.measures.queries.tallies import tallied_by
from homeward.measures.rules.funnel import Funnel, FunnelPart, funnel
from homeward.measures.rules.spread import overdispersion
from homeward.measures.vocabulary import COMPARED


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """A share by place. `unknown`: those counted whom no place is known for. `wider`: overdispersion, when there is any."""

    measure: Measure
    by: str
    funnel: Funnel
    unknown: int
    wider: float | None
    as_of: datetime


_kept: Kept[Comparison] = Kept(most=256)


def compared(
    code: str, *, asked: Asked, cut: str, by: Actor, at: datetime, of: datetime | None = None
) -> Comparison:
    """The measure by one kind of place, in the order of names. Raises NotFound, NotPermitted, NotCountedYet.

    `of`: the moment of the figure that it was opened from, while that is kept.
    """
    check_may(by)
    measure = measure_called(code)
    if cut not in COMPARED or measure.kind != "share":
        raise NotFound(
            "This number cannot be compared that way.", next_step="Only shares can be, by a kind of place or team."
        )
    catalogue = lake_of(of, code)
    query = query_of(code, catalogue)
    question = (identity(catalogue), query, code, measure.version, asked, cut)
    return _kept.get(question, lambda: _compared(measure, query, asked, cut, catalogue))


def _compared(measure: Measure, query: str, asked: Asked, cut: str, catalogue: Catalogue) -> Comparison:
    with opened(catalogue) as lake:
        found = tallied_by(lake, query, asked=asked, cut=cut)
    known = [(code, tally) for code, tally in found if code and tally.counted]
    parts: Sequence[FunnelPart] = sorted(
        (
            FunnelPart(label=label(cut, code), numerator=tally.met, denominator=tally.counted, code=code)
            for code, tally in known
        ),
        key=lambda part: part.label,
    )
    return Comparison(
        measure=measure, by=cut, funnel=funnel(parts), as_of=catalogue.as_of,
        unknown=sum(tally.counted for code, tally in found if not code),
        wider=overdispersion([(tally.met, tally.counted) for _, tally in known]),
    )  # fmt: skip
