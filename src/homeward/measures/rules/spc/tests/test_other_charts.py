"""Have p, u, c, g and t charts the limits that their books give?"""

from math import log, sqrt

import pytest

from homeward.measures.rules.spc import Judged, Spc, SpcRefused, Target, spc
from homeward.measures.rules.spc.tests.series import weeks


def _last(made: Spc) -> Judged:
    assert made.last
    return made.last


def test_p_limits_follow_each_denominator() -> None:
    """20% of 100 and 40% of 300: p = (20 + 120) / 400 = 35%; sd of 300 = √(35 × 65 / 300) = 2.754."""
    made = spc(weeks([20.0, 40.0], of=[100, 300]), kind="p")
    first, last = made.points
    assert first.mean == last.mean == pytest.approx(35)
    assert last.upper == pytest.approx(35 + 3 * sqrt(35 * 65 / 300))
    assert first.lower == pytest.approx(35 - 3 * sqrt(35 * 65 / 100))
    assert first.rules == ("outside_limits",) and first.high is False


def test_p_as_shares_of_one_says_the_same() -> None:
    made = spc(weeks([0.2, 0.4], of=[100, 300]), kind="p", per=1)
    assert _last(made).upper == pytest.approx(0.35 + 3 * sqrt(0.35 * 0.65 / 300))


def test_p_limits_stop_at_nothing_and_all_and_a_bound_gives_no_signal() -> None:
    """98% of 10: sd 4.43, so the upper limit would be 111; 100% is no signal and no near limit."""
    made = spc(weeks([100.0, 100.0, 94.0] * 5, of=[10] * 15), kind="p", direction="up", targets=[Target(value=100)])
    assert _last(made).upper == 100 and not any(point.special for point in made.points)
    assert made.assurance == "inconsistent"


def test_u_limits_are_poisson_over_opportunity() -> None:
    """4 falls in 2,000 days and 2 in 1,000, per 1,000: u = 2; sd of 1,000 days = √(2 × 1000 / 1000)."""
    made = spc(weeks([2.0, 2.0], of=[2000, 1000]), kind="u", per=1000)
    assert _last(made).mean == 2 and _last(made).upper == pytest.approx(2 + 3 * sqrt(2))
    assert made.points[0].upper == pytest.approx(2 + 3 * sqrt(2 * 1000 / 2000)) and made.points[0].lower == 0


def test_c_limits_are_poisson() -> None:
    """4, 9, 4, 9 …: c = 6.5; 6.5 ± 3√6.5 = -1.15 and 14.15; never below nought."""
    made = spc(weeks([4.0, 9.0] * 7), kind="c")
    assert _last(made).lower == 0 and _last(made).upper == pytest.approx(6.5 + 3 * sqrt(6.5))


def test_g_limits_are_geometric_and_sides_are_about_the_median() -> None:
    """Mean 10: upper 10 + 3√110 = 41.46, lower nought; the middle line 10 × ln 2 = 6.93."""
    made = spc(weeks([5.0, 15.0] * 7), kind="g", direction="up")
    last = _last(made)
    assert last.mean == 10 and last.upper == pytest.approx(10 + 3 * sqrt(110)) and last.lower == 0
    assert last.middle == pytest.approx(10 * log(2))
    eight = spc(weeks([2.0, 26.0] * 4 + [8.0] * 7), kind="g")
    assert "shift" in _last(eight).rules, "8 is under the mean and over the median"


def test_t_limits_are_those_of_the_root() -> None:
    """Times 1 and 2^3.6: roots 1 and 2, mean 1.5, ranges 1, limits 1.5 ± 2.66 = -1.16 (nought) and 4.16."""
    made = spc(weeks([1.0, 2**3.6] * 7), kind="t")
    last = _last(made)
    assert last.mean == pytest.approx(1.5**3.6) and last.lower == 0
    assert last.upper == pytest.approx(4.16**3.6)


def test_nobody_to_count_out_of_is_a_gap() -> None:
    made = spc(weeks([50.0, 0.0, 50.0], of=[10, 0, 10]), kind="p")
    assert made.points[1].value is None and made.points[1].upper is None
    assert made.points[1].mean == 50, "the average runs through"


@pytest.mark.parametrize(
    ("kind", "values", "of", "words"),
    [
        ("p", [101.0], [10.0], "more than all"),
        ("p", [-1.0], [10.0], "below nought"),
        ("p", [50.0], [], "no denominator"),
        ("u", [1.0], [-2.0], "no denominator"),
        ("c", [-1.0], [], "below nought"),
        ("xmr", [float("nan")], [], "no number"),
        ("xmr", [float("inf")], [], "no number"),
        ("z", [1.0], [], "no chart called"),
    ],
)
def test_what_a_chart_cannot_have_is_said(kind: str, values: list[float], of: list[float], words: str) -> None:
    with pytest.raises(SpcRefused, match=words):
        spc(weeks(values, of=of), kind=kind)
