"""What does a measure say, of how many, week by week and for whom? Counted from the very rows that its list shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.grammar.api import Measure
from homeward.measures.queries.asking import Asked, check_may, measure_called, query_of
from homeward.measures.queries.labels import label
from homeward.measures.queries.lake import catalogue_now, opened, rows_of
from homeward.measures.rules.coverage import coverage
from homeward.measures.rules.weeks import Point, weekly
from homeward.measures.vocabulary import CUTS

COUNTS = """
count(*) filter (status = 'met') as numerator,
count(*) filter (status in ('met', 'not_met')) as denominator,
count(*) filter (status = 'too_early') as too_early,
count(*) filter (status = 'excluded') as excluded,
count(*) filter (status in ('met', 'not_met') and evidence) as with_evidence
"""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One value of a cut. `code` is what the list is asked for; empty stands for 'not known'."""

    code: str
    label: str
    numerator: int
    denominator: int
    too_early: int

    @property
    def value(self) -> float | None:
        """Percent, or nothing."""
        return 100 * self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A measure over some weeks. `value` and `coverage` are percent; None when nobody was counted."""

    measure: Measure
    asked: Asked
    numerator: int
    denominator: int
    too_early: int
    excluded: int
    coverage: float | None
    reasons: Sequence[tuple[str, str, int]]
    weeks: Sequence[Point]
    cuts: Mapping[str, Sequence[Part]]
    as_of: datetime
    rows_query: str

    @property
    def value(self) -> float | None:
        """Percent, or nothing."""
        return 100 * self.numerator / self.denominator if self.denominator else None


def figure(code: str, *, asked: Asked, by: Actor, at: datetime) -> Figure:
    """The measure called `code`. Raises NotFound, NotPermitted, NotCountedYet."""
    check_may(by)
    return counted(code, asked=asked)


def counted(code: str, *, asked: Asked) -> Figure:
    """The same, for the file that anyone may open once small counts are kept back."""
    catalogue = catalogue_now()
    query = query_of(code, catalogue)
    where, values = asked.where()
    with opened(catalogue) as lake:
        lake.execute(f"create temp table asked as select * from ({query}) rows where {where}", values)
        total = rows_of(lake, f"select {COUNTS} from asked")[0]
        reasons = rows_of(lake, "select status, why, count(*) as n from asked group by all order by n desc, why")
        weeks = rows_of(
            lake,
            f"select date_trunc('week', timezone('Europe/London', started_at))::date as monday, {COUNTS} from asked group by 1",
        )
        cuts = {cut: _parts(lake, cut) for cut in CUTS}
    today = london_day(catalogue.as_of)
    return Figure(
        measure=measure_called(code),
        asked=asked,
        numerator=total["numerator"],
        denominator=total["denominator"],
        too_early=total["too_early"],
        excluded=total["excluded"],
        coverage=coverage(total["with_evidence"], total["denominator"]),
        reasons=[(row["status"], row["why"], row["n"]) for row in reasons],
        weeks=weekly(_by_monday(weeks), first=asked.first, last=min(asked.last, today), today=today),
        cuts=cuts,
        as_of=catalogue.as_of,
        rows_query=query,
    )


def _parts(lake: Any, cut: str) -> list[Part]:
    rows = rows_of(lake, f"select coalesce({cut}, '') as code, {COUNTS} from asked group by 1 order by 1")
    parts = [
        Part(
            code=row["code"], label=label(cut, row["code"]), numerator=row["numerator"], denominator=row["denominator"],
            too_early=row["too_early"],
        )
        for row in rows
    ]  # fmt: skip
    return sorted(parts, key=lambda part: (part.code == "", part.label))


def _by_monday(rows: Sequence[Mapping[str, Any]]) -> dict[date, tuple[int, int, int]]:
    return {row["monday"]: (row["numerator"], row["denominator"], row["too_early"]) for row in rows}
