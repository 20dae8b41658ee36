"""How does a rate look when old and young places are made comparable: as it is, and standardised for age, place by place?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.grammar.api import STANDARDS, Measure
from homeward.measures.catalogue import Catalogue
from homeward.measures.queries.asking import Asked, check_may, measure_called, query_of
from homeward.measures.queries.kept import Kept
from homeward.measures.queries.labels import label
from homeward.measures.queries.lake import identity, lake_of, opened
from homeward.measures.queries.tallies import columns_of
from homeward.measures.rules.estimates import Estimate, Tally, estimate
from homeward.measures.rules.standardised import AgeGroup, Standardised, standardised

CUT = "locality"
_EVENTS = "count(*) filter (status = 'met') as events, coalesce(sum(value), 0)::double as base"


@dataclass(frozen=True, kw_only=True)
class PartByAge:
    """Everybody, or one place: how many events among how many, the rate as it is and the rate standardised."""

    code: str
    label: str
    events: int
    base: float
    crude: Estimate
    standardised: Standardised


@dataclass(frozen=True, kw_only=True)
class ByAge:
    """A rate and its standard. `out_of_ages`: events of people younger than the standard, or of an age nobody knows."""

    measure: Measure
    whole: PartByAge
    parts: Sequence[PartByAge]
    out_of_ages: int
    as_of: datetime


_kept: Kept[ByAge] = Kept(most=256)


def rate_by_age(code: str, *, asked: Asked, by: Actor, at: datetime, of: datetime | None = None) -> ByAge:
    """The rate of all and of each locality, beside the same standardised. Raises NotFound, NotPermitted, NotCountedYet.

    `of`: the moment of the figure that it stands beside, while that is kept.
    """
    check_may(by)
    measure = measure_called(code)
    if measure.kind != "rate" or measure.standard not in STANDARDS:
        raise NotFound("This number is not standardised.", next_step="Only a rate that names its standard is.")
    catalogue = lake_of(of, code)
    query = query_of(code, catalogue)
    question = (identity(catalogue), query, code, measure.version, asked)
    return _kept.get(question, lambda: _by_age(measure, query, asked, catalogue))


def _by_age(measure: Measure, query: str, asked: Asked, catalogue: Catalogue) -> ByAge:
    with opened(catalogue) as lake:
        return of_rows(lake, query, measure, asked=asked, as_of=catalogue.as_of)


def of_rows(lake: Any, query: str, measure: Measure, *, asked: Asked, as_of: datetime) -> ByAge:
    """The same of whatever rows the query gives, such as another engine's. For a measure that names its standard."""
    ages = STANDARDS[measure.standard]
    found, out_of_ages = counted_by_age(lake, query, asked=asked, ages=[age for age, _ in ages])
    whole: dict[int, tuple[int, float]] = {
        age: (sum(one.get(age, (0, 0.0))[0] for one in found.values()), sum(one.get(age, (0, 0.0))[1] for one in found.values()))
        for age, _ in ages
    }
    parts = [_part(measure, code, label(CUT, code), counts) for code, counts in found.items() if code]
    return ByAge(
        measure=measure, whole=_part(measure, "", "Everybody", whole), parts=sorted(parts, key=lambda part: part.label),
        out_of_ages=out_of_ages, as_of=as_of,
    )  # fmt: skip


def counted_by_age(
    lake: Any, query: str, *, asked: Asked, ages: Sequence[int]
) -> tuple[Mapping[str, Mapping[int, tuple[int, float]]], int]:
    """Events and base of each locality and age band, the age as it is in the year of the row; and the events outside the bands."""
    columns = columns_of(lake, query)
    where, values = asked.where(columns)
    place = "coalesce(rows.locality, '')" if CUT in columns else "coalesce(lived.locality, '')"
    years = "(extract(year from rows.started_at) - lived.birth_year)"
    band = "case " + " ".join(f"when {years} >= {age:d} then {age:d}" for age in sorted(ages, reverse=True)) + " end"
    rows = lake.execute(
        f"select {place} as place, {band} as band, {_EVENTS} from (select * from ({query}) given where {where}) rows"
        " left join people lived using (person_id) where rows.status in ('met', 'not_met') group by 1, 2 order by 1, 2",
        values,
    ).fetchall()
    found: dict[str, dict[int, tuple[int, float]]] = defaultdict(dict)
    out = 0
    for where_they_live, age, events, base in rows:
        if age is None:
            out += events
        else:
            found[where_they_live][age] = (events, base)
    return found, out


def _part(measure: Measure, code: str, words: str, counts: Mapping[int, tuple[int, float]]) -> PartByAge:
    groups = [
        AgeGroup(youngest=age, weight=weight, events=counts.get(age, (0, 0.0))[0], base=counts.get(age, (0, 0.0))[1])
        for age, weight in STANDARDS[measure.standard]
    ]
    tally = Tally(met=sum(each.events for each in groups), base=sum(each.base for each in groups))
    return PartByAge(
        code=code, label=words, events=tally.met, base=tally.base, crude=estimate(tally, kind="rate", per=measure.per),
        standardised=standardised(groups, per=measure.per),
    )  # fmt: skip
