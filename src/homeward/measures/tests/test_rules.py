"""Are small counts kept back for good, and does every week keep its place?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.measures.rules.coverage import coverage
from homeward.measures.rules.estimates import Estimate, Tally
from homeward.measures.rules.periods import Every, begins, each, monday_of, next_one
from homeward.measures.rules.suppress import LEAST, Cell, suppressed

COUNTS = st.integers(min_value=0, max_value=60).flatmap(
    lambda n: st.tuples(st.integers(min_value=0, max_value=n), st.just(n))
)


@given(st.lists(COUNTS, max_size=12))
def test_no_count_below_five_is_told_or_can_be_worked_out(counts: list[tuple[int, int]]) -> None:
    told = suppressed([Cell(label=str(i), numerator=met, denominator=of) for i, (met, of) in enumerate(counts)])
    for cell in told:
        if cell.numerator is not None and cell.denominator is not None:
            between = cell.denominator - cell.numerator
            assert not any(0 < count < LEAST for count in (cell.numerator, cell.denominator, between))
    hidden = [cell for cell in told if cell.kept_back]
    others = [cell for cell in told if not cell.kept_back and cell.denominator]
    assert len(hidden) != 1 or not others


def test_a_nought_is_told_and_the_rest_is_left_alone() -> None:
    whole = [Cell(label="a", numerator=0, denominator=0), Cell(label="b", numerator=20, denominator=40)]
    assert suppressed(whole) == whole


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
