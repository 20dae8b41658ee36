"""How many needs were answered in time, day by day? Counted by the measure itself."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from homeward.exchange.returns.queries.reports.report import Cell, Column, Report, Section, share
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.grammar.api import SituationReport
from homeward.measures import api as measures

DAYS, MOST_DAYS = 14, 92
COLUMNS = (
    Column(code="day", title="Received on", number=False),
    Column(code="received", title="Received"),
    Column(code="in_time", title="Seen in time"),
    Column(code="counted", title="Of those counted"),
    Column(code="percent", title="In time", percent=True),
    Column(code="too_early", title="Too early to say"),
    Column(code="not_counted", title="Not counted"),
)


def response(declared: SituationReport, *, first: date | None, last: date | None, by: Actor, at: datetime) -> Report:
    """From `first` to `last`, both included; the last fourteen days where nothing is said. Raises NotCountedYet."""
    today = london_day(at)
    last = min(last or today, today)
    first = max(min(first or last - timedelta(days=DAYS - 1), last), last - timedelta(days=MOST_DAYS - 1))
    asked = measures.Asked(first=first, last=last)
    found = measures.by_day(declared.measure or "", asked=asked, by=by, at=at)
    by_day = {each.day: each for each in found.days}
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    empty = measures.Day(day=first, met=0, counted=0, too_early=0, excluded=0)
    rows = [_row(day, [by_day.get(day, empty)]) for day in days]
    section = Section(title="Day by day", columns=COLUMNS, rows=rows, totals=_row("In all", found.days))
    notes = (
        "The same rows as the number itself, which opens into its list.",
        "A day without anybody counted has no percentage.",
    )
    return Report(
        declared=declared, as_of=found.as_of, sections=(section,), notes=notes,
        asked={"from": first.isoformat(), "to": last.isoformat()},
    )  # fmt: skip


def _row(title: str | date, days: Sequence[measures.Day]) -> list[Cell]:
    met, counted = sum(each.met for each in days), sum(each.counted for each in days)
    early, excluded = sum(each.too_early for each in days), sum(each.excluded for each in days)
    return [title, counted + early + excluded, met, counted, share(met, counted), early, excluded]
