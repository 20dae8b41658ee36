"""Are small counts kept back for good, and does every week keep its place?"""

from datetime import date

import pytest

from homeward.measures.rules.coverage import coverage
from homeward.measures.rules.estimates import Estimate, Tally
from homeward.measures.rules.periods import Every, begins, each, monday_of, next_one


def test_every_week_has_its_place() -> None:
    counts = {date(2026, 3, 9): (Tally(met=3, counted=4), Estimate(value=75.0))}
    weeks = each(counts, first=date(2026, 3, 2), last=date(2026, 3, 18), today=date(2026, 3, 18), every="week")
    assert [(week.at.day, week.value, week.complete) for week in weeks] == [
        (2, None, True),
        (9, 75.0, True),
        (16, None, False),
    ]
    assert monday_of(date(2026, 3, 8)) == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("every", "begun", "after"),
    [
        ("month", date(2026, 2, 1), date(2026, 3, 1)),
        ("quarter", date(2026, 1, 1), date(2026, 4, 1)),
        ("year", date(2025, 4, 1), date(2026, 4, 1)),
    ],
)
def test_months_quarters_and_financial_years_begin_when_they_do(every: Every, begun: date, after: date) -> None:
    assert (begins(date(2026, 2, 17), every), next_one(begun, every)) == (begun, after)


def test_a_week_cut_short_by_what_was_asked_is_not_complete() -> None:
    weeks = each({}, first=date(2026, 3, 4), last=date(2026, 3, 8), today=date(2026, 4, 1), every="week")
    assert [week.complete for week in weeks] == [False]


def test_coverage_of_nobody_is_no_figure() -> None:
    assert (coverage(0, 0), coverage(3, 4)) == (None, 75.0)
