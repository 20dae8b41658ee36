"""Are limits, rules and icons of an XmR chart what one works out by hand?"""

import pytest

from homeward.measures.rules.spc import Judged, Spc, Target, spc
from homeward.measures.rules.spc.tests.series import day, weeks

SEESAW = [10.0, 12.0] * 7
RISE = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]


def _special(made: Spc) -> list[tuple[str, ...]]:
    return [point.rules for point in made.points]


def _last(made: Spc) -> Judged:
    assert made.last
    return made.last


def test_limits_are_the_mean_and_2_66_mean_ranges() -> None:
    """Mean (10+12)/2 = 11; every range 2; limits 11 ± 2.66 × 2 = 5.68 and 16.32."""
    made = spc(weeks(SEESAW))
    assert all((p.mean, p.lower, p.upper) == pytest.approx((11, 5.68, 16.32)) for p in made.points)
    assert made.variation == "common_cause" and not any(p.special for p in made.points)
    assert "between 5.68 and 16.3" in made.sentence


def test_a_great_range_is_dropped_once_unless_asked_not_to() -> None:
    """0 1 0 1 … with one 20 at the end: 13 ranges of 1, then 19 (from 1 to 20).

    Mean range (13 + 19) / 14 = 2.2857; × 3.267 = 7.467, so 19 goes and the mean is 1: the upper limit 27/15 + 2.66.
    """
    values = [0.0, 1.0] * 7 + [20.0]
    mean = 27 / 15
    assert _last(spc(weeks(values))).upper == pytest.approx(mean + 2.66)
    assert _last(spc(weeks(values), screen=False)).upper == pytest.approx(mean + 2.66 * 32 / 14)


def test_a_point_outside_is_better_or_worse_by_the_direction() -> None:
    values = [*SEESAW, 30.0]
    assert spc(weeks(values), direction="up").variation == "improvement_high"
    assert spc(weeks(values), direction="down").variation == "concern_high"
    made = spc(weeks(values))
    assert made.variation == "neutral_high" and _last(made).good is None
    assert "outside_limits" in _last(made).rules
    assert spc(weeks([-value for value in values]), direction="up").variation == "concern_low"
    assert spc(weeks([-value for value in values]), direction="down").variation == "improvement_low"
    assert spc(weeks([-value for value in values])).variation == "neutral_low"


def test_seven_on_one_side_shift_and_six_do_not() -> None:
    """Six or seven at 11.6 and 11.8 after a seesaw; the fixed baseline keeps the mean at 11."""
    tail = [11.6, 11.8, 11.6, 11.8, 11.6, 11.8, 11.6]
    seven = spc(weeks(SEESAW + tail), fix_after=14)
    assert _special(seven)[-8:] == [("shift",)] * 8  # the seesaw's last 12 is above 11 as well
    assert "The last 8 points are all above the average of 11." in seven.sentence
    six = spc(weeks(SEESAW + [10.9] + tail[:6]), fix_after=14)
    assert not any(_special(six))


def test_a_point_on_the_average_breaks_a_shift() -> None:
    made = spc(weeks([*SEESAW, 10.5, 11.4, 11.6, 11.4, 11.6, 11.0, 11.4, 11.6, 11.4]), fix_after=14)
    assert not any("shift" in rules for rules in _special(made))


def test_a_trend_is_seven_points_that_strictly_rise() -> None:
    """Six steps up. Two alike in the middle, or six points, are none."""
    flat = [2.0, 10.0] * 7
    rise = spc(weeks(flat + RISE), fix_after=14, direction="down")
    assert [("trend" in rules) for rules in _special(rise)] == [False] * 14 + [True] * 7
    assert rise.variation == "concern_high"
    assert not any(
        "trend" in rules for rules in _special(spc(weeks([*flat, 3.0, 3.5, 4.0, 4.0, 5.0, 6.0, 7.0]), fix_after=14))
    )
    assert not any("trend" in rules for rules in _special(spc(weeks([*flat, 9.0, 8.0, 7.0, 6.0]), fix_after=14)))


def test_a_falling_trend_above_the_average_is_judged_by_its_way() -> None:
    """Fixed at 11 ± 5.32: seven that fall from 15.9 to 14.2 lie above the average, yet what happens is a fall."""
    made = spc(weeks([*SEESAW, 15.9, 15.6, 15.3, 15.0, 14.8, 14.5, 14.2]), fix_after=14, direction="down")
    assert _last(made).rules[0] == "trend" and made.variation == "improvement_low"
    assert "The last 7 points each fall below the one before." in made.sentence


def test_two_of_three_close_to_one_limit_with_all_three_on_one_side() -> None:
    """Near the upper limit begins at 11 + 2/3 × 5.32 = 14.547."""
    close = spc(weeks([*SEESAW, 14.6, 11.5, 14.7]), fix_after=14)
    assert _special(close)[-3:] == [("two_in_three",), (), ("two_in_three",)]
    across = spc(weeks([*SEESAW, 14.6, 10.5, 14.7]), fix_after=14)
    assert not any(_special(across))
    below = spc(weeks([*SEESAW, 7.4, 7.3, 10.0]), fix_after=14)
    assert [bool(rules) for rules in _special(below)][-3:] == [True, True, False]


def test_a_rebase_splits_and_neither_ranges_nor_runs_cross_it() -> None:
    low, high = [10.0, 12.0] * 6, [20.0, 22.0] * 6
    made = spc(weeks(low + high), rebases=[day(12)])
    assert [p.segment for p in made.points] == [0] * 12 + [1] * 12
    assert made.points[0].mean == 11 and _last(made).mean == 21
    assert _last(made).upper == pytest.approx(21 + 2.66 * 2)
    assert not any(_special(made))
    assert len({p.segment for p in spc(weeks(low), rebases=[day(-3), day(40)]).points}) == 1


def test_limits_fixed_after_some_points_judge_those_that_follow() -> None:
    made = spc(weeks([*SEESAW, 100.0, 120.0]), fix_after=14)
    assert _last(made).mean == 11 and _last(made).upper == pytest.approx(16.32)
    assert _special(made)[-2:] == [("outside_limits",)] * 2


def test_a_ghost_is_seen_and_counts_in_nothing() -> None:
    made = spc(weeks([*SEESAW[:6], 500.0, *SEESAW[6:]], ghosts=[6]))
    ghost = made.points[6]
    assert ghost.ghost and ghost.value == 500 and not ghost.special
    assert _last(made).mean == 11 and _last(made).upper == pytest.approx(16.32)


def test_a_run_passes_over_a_ghost_and_ends_at_a_gap() -> None:
    tail = [11.6, 11.8, 11.6, 11.8, 11.6, 11.8]
    over = spc(weeks([*SEESAW, 10.9, *tail, 900.0, 11.6], ghosts=[21]), fix_after=14)
    assert "shift" in _last(over).rules and "last 7 points" in over.sentence
    ended = spc(weeks([*SEESAW, 10.9, *tail, None, 11.6]), fix_after=14)
    assert not any(_special(ended))


def test_a_gap_stays_a_gap_and_no_range_crosses_it() -> None:
    """10 12 10 – 30 32 30: ranges of 2 only, so limits are 20.67 ± 5.32 and the leap of 20 is in none."""
    made = spc(weeks([10.0, 12.0, 10.0, None, 30.0, 32.0, 30.0]))
    assert made.points[3].value is None and not made.points[3].special
    assert made.points[3].mean == pytest.approx(124 / 6)
    assert _last(made).upper == pytest.approx(124 / 6 + 2.66 * 2)


@pytest.mark.parametrize(
    ("target", "up", "down"), [(17.0, "fail", "pass"), (5.0, "pass", "fail"), (11.0, "inconsistent", "inconsistent")]
)
def test_assurance_asks_whether_chance_alone_would_miss_the_target(target: float, up: str, down: str) -> None:
    """Limits 5.68 to 16.32."""
    aims = [Target(value=target)]
    assert spc(weeks(SEESAW), direction="up", targets=aims).assurance == up
    assert spc(weeks(SEESAW), direction="down", targets=aims).assurance == down
    assert spc(weeks(SEESAW), direction="neutral", targets=aims).assurance is None
    assert spc(weeks(SEESAW), direction="up").assurance is None


def test_the_target_in_force_at_the_last_point_is_the_one_that_counts() -> None:
    aims = [Target(value=17.0, since=day(10)), Target(value=5.0), Target(value=99.0, since=day(400))]
    made = spc(weeks(SEESAW), direction="up", targets=aims)
    assert made.assurance == "fail" and made.points[9].target == 5 and made.points[10].target == 17
    late = spc(weeks(SEESAW), direction="up", targets=aims[2:])
    assert late.assurance is None


def test_limits_stop_at_a_bound_only_where_one_is_declared() -> None:
    """Mean 4, ranges 8: 4 ± 21.28."""
    values = [0.0, 8.0] * 7
    assert _last(spc(weeks(values))).lower == pytest.approx(4 - 21.28)
    bounded = _last(spc(weeks(values), floor=0, ceiling=20))
    assert (bounded.lower, bounded.upper) == (0, 20)


def test_too_few_points_say_so_and_show_no_icon() -> None:
    few = spc(weeks(SEESAW[:11]), direction="up")
    assert not few.enough and few.icon == "not_enough" and "11 of the 12" in few.sentence
    assert spc(weeks(SEESAW[:12]), direction="up").icon == "common_cause"
    anew = spc(weeks(SEESAW + SEESAW), rebases=[day(20)])
    assert not anew.enough and "since the limits were set anew: 8 of the 12" in anew.sentence


def test_what_is_special_among_too_few_is_left_unsaid() -> None:
    """Thirteen values carry limits; the five after a rebase do not, though one of them lies outside theirs."""
    few = [10.0, 10.0, 10.0, 10.0, 30.0]
    made = spc(weeks([*SEESAW[:13], *few]), rebases=[day(13)], direction="up")
    assert made.short == (1,) and _last(made).special and not made.shows(_last(made))
    assert made.icon == "not_enough" and made.variation == "improvement_high"


def test_nobody_is_told_that_the_next_may_be_less_than_nothing_where_nothing_ever_was() -> None:
    """Mean 1.5, every range 3: limits 1.5 ± 7.98. With one end below nought mean 1, every range 4: 1 ± 10.64."""
    waits = spc(weeks([0.0, 3.0] * 7), unit="days")
    assert _last(waits).lower == pytest.approx(-6.48) and "likely to be 9.48 days at most" in waits.sentence
    changes = spc(weeks([-1.0, 3.0] * 7), unit="hours")
    assert "likely to lie between -9.64 hours and 11.6 hours" in changes.sentence
