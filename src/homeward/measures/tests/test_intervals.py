"""Are the intervals those that tables and textbooks print?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.measures.rules.estimates import Tally, estimate
from homeward.measures.rules.intervals import of_count, of_mean, ranks_of_median, student, wilson
from homeward.measures.rules.spread import overdispersion


def test_seven_of_eight_is_fifty_three_to_ninety_eight() -> None:
    found = wilson(7, 8)  # the Reservoir Court pilot, as systems.md M9 gives it
    assert found is not None and [round(100 * each) for each in found] == [53, 98]
    assert wilson(0, 0) is None


@pytest.mark.parametrize(
    ("freedom", "point"), [(1, 12.706), (2, 4.303), (5, 2.571), (10, 2.228), (30, 2.042), (120, 1.980)]
)
def test_students_t_as_printed(freedom: int, point: float) -> None:
    assert round(student(freedom), 3) == point


@pytest.mark.parametrize(
    ("n", "low", "high"),
    [(0, 0, 3.689), (1, 0.025, 5.572), (5, 1.623, 11.668), (9, 4.115, 17.085), (20, 12.217, 30.888)],
)
def test_a_count_of_events_as_printed(n: int, low: float, high: float) -> None:
    assert of_count(n) == pytest.approx((low, high), abs=0.01)


def test_the_median_of_few_has_no_interval_and_that_of_a_hundred_does() -> None:
    assert ranks_of_median(5) is None or ranks_of_median(5) == (1, 5)
    assert ranks_of_median(100) == (40, 61)  # Campbell and Gardner's own table
    assert ranks_of_median(3) is None


def test_each_kind_from_rows_worked_by_hand() -> None:
    values = Tally(met=4, counted=5, valued=4, total=20.0, spread=2.0, base=20.0, ordered=(3.0, 4.0, 6.0, 7.0))
    mean = estimate(values, kind="mean")
    assert mean.value == 5.0 and mean.interval == pytest.approx((5 - 3.182, 5 + 3.182), abs=0.001)
    assert of_mean(5.0, 2.0, 1) is None
    assert estimate(values, kind="median").value == 5.0
    assert estimate(values, kind="count").value == 20.0
    assert estimate(values, kind="rate", per=1000).value == 200.0
    assert estimate(values, kind="ratio").value == 20.0
    plain = estimate(Tally(met=4, counted=4), kind="count")
    assert plain.value == 4 and plain.interval is not None
    for kind in ("share", "mean", "median", "rate", "ratio"):
        assert estimate(Tally(), kind=kind).value is None


@given(st.integers(0, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_own_share(counts: tuple[int, int]) -> None:
    found = wilson(*counts)
    if found is not None:
        assert 0 <= found[0] <= counts[0] / counts[1] <= found[1] <= 1


def test_places_that_differ_by_more_than_chance_are_said_to() -> None:
    alike = [(50 + each, 100) for each in (-2, -1, 0, 0, 1, 2)]
    apart = [(10, 100), (30, 100), (50, 100), (70, 100), (90, 100), (50, 100)]
    assert overdispersion(alike) is None and overdispersion(apart[:3]) is None
    wider = overdispersion(apart)
    assert wider is not None and wider > 5


@pytest.mark.hazard(
    "HZ-S72-40",
    hazard="A board praises or blames a pilot of eight people as if it were a result.",
    control="Every figure carries its interval; where few are counted it stands beside the figure, in the list and on the page.",
)
def test_few_counted_give_a_wide_interval() -> None:
    pilot = estimate(Tally(met=7, counted=8), kind="share")
    assert pilot.interval is not None and pilot.interval[1] - pilot.interval[0] > 40
