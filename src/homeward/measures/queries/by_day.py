"""What does a measure say day by day? The same rows as its figure, by the London day on which each began."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from homeward.foundation.actions import Actor
from homeward.measures.queries.asking import Asked, check_may, query_of
from homeward.measures.queries.lake import catalogue_now, opened, rows_of
from homeward.measures.queries.tallies import columns_of

_DAYS = """
select timezone('Europe/London', started_at)::date as day, count(*) filter (status = 'met') as met,
       count(*) filter (status in ('met', 'not_met')) as counted, count(*) filter (status = 'too_early') as too_early,
       count(*) filter (status = 'excluded') as excluded
from ({query}) rows where {where} group by 1 order by 1
"""


@dataclass(frozen=True, kw_only=True)
class Day:
    """One day: how many met it, of how many counted; how many it is too early to say of, and how many do not count."""

    day: date
    met: int
    counted: int
    too_early: int
    excluded: int


@dataclass(frozen=True, kw_only=True)
class Days:
    """The days on which something began, in their order, as of the moment the rows were extracted."""

    days: Sequence[Day]
    as_of: datetime


def by_day(code: str, *, asked: Asked, by: Actor, at: datetime) -> Days:
    """The days of `asked`. Raises NotFound, NotPermitted, NotCountedYet."""
    check_may(by)
    catalogue = catalogue_now()
    query = query_of(code, catalogue)
    with opened(catalogue) as lake:
        where, values = asked.where(columns_of(lake, query))
        found = [Day(**row) for row in rows_of(lake, _DAYS.format(query=query, where=where), values)]
    return Days(days=found, as_of=catalogue.as_of)
