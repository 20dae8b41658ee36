"""What holds of every series, whatever its values?"""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.measures.rules.spc import KINDS, RULES, VARIATIONS, SpcPoint, SpcRefused, spc
from homeward.measures.rules.spc.tests.series import day, weeks

BUSY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of ours

WHOLE = st.integers(min_value=-10_000, max_value=10_000).map(float)
GAPPED = st.lists(st.one_of(st.none(), WHOLE), max_size=40)
FULL = st.lists(WHOLE, min_size=1, max_size=40)


@BUSY
@given(FULL, st.integers(min_value=-500, max_value=500))
def test_shifting_every_value_shifts_lines_and_no_verdict(values: list[float], by: int) -> None:
    before, after = spc(weeks(values), direction="up"), spc(weeks([value + by for value in values]), direction="up")
    for one, other in zip(before.points, after.points, strict=True):
        assert one.mean is not None and other.mean == pytest.approx(one.mean + by, abs=1e-6)
        assert one.upper is not None and other.upper == pytest.approx(one.upper + by, abs=1e-6)


@BUSY
@given(st.floats(min_value=-1e6, max_value=1e6), st.integers(min_value=1, max_value=40))
def test_a_constant_series_has_no_signal(value: float, n: int) -> None:
    made = spc(weeks([value] * n), direction="down")
    assert not any(point.special for point in made.points)
    assert {(p.mean, p.lower, p.upper) for p in made.points} == {(value, value, value)}


@BUSY
@given(st.data(), GAPPED)
def test_order_of_the_points_is_of_no_account(chosen: st.DataObject, values: list[float | None]) -> None:
    points = weeks(values)
    assert spc(chosen.draw(st.permutations(points))) == spc(points)


@BUSY
@given(FULL, FULL)
def test_a_rebase_is_two_charts_side_by_side(first: list[float], second: list[float]) -> None:
    whole = spc(weeks(first + second), rebases=[day(len(first))], direction="up")
    alone = spc(weeks(first), direction="up").points
    for one, other in zip(whole.points, alone, strict=False):
        assert (one.mean, one.lower, one.upper, one.rules) == (other.mean, other.lower, other.upper, other.rules)
    assert whole.variation == spc(weeks(second), direction="up").variation


@BUSY
@given(GAPPED)
def test_better_upwards_is_worse_downwards(values: list[float | None]) -> None:
    up, down = spc(weeks(values), direction="up"), spc(weeks(values), direction="down")
    assert [p.good for p in up.points] == [None if p.good is None else not p.good for p in down.points]
    assert [p.rules for p in up.points] == [p.rules for p in spc(weeks(values)).points]


@BUSY
@given(
    st.sampled_from(list(KINDS)), st.lists(st.one_of(st.none(), st.integers(min_value=0, max_value=100)), max_size=40)
)
def test_every_kind_answers_in_the_agreed_words(kind: str, values: list[int | None]) -> None:
    made = spc(weeks(values, of=[7.0] * len(values)), kind=kind, direction="up")
    assert made.variation in VARIATIONS and made.sentence
    assert all(set(point.rules) <= set(RULES) and point.special == bool(point.rules) for point in made.points)
    assert all(point.lower <= point.mean <= point.upper for point in made.points if point.lower is not None and point.mean is not None and point.upper is not None)  # fmt: skip


def test_nothing_one_point_and_the_same_day_twice() -> None:
    empty = spc([])
    assert (
        empty.points == () and empty.variation == "common_cause" and not empty.enough and "no value" in empty.sentence
    )
    one = spc(weeks([5.0]))
    assert one.points[0].mean == one.points[0].upper == 5 and not one.enough
    assert spc(weeks([None, None])).last is None
    twice = SpcPoint(at=date(2026, 1, 5), value=1.0)
    with pytest.raises(SpcRefused, match="more than once"):
        spc([twice, twice])
