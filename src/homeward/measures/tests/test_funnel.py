"""Does a funnel leave small places in peace and find the large one that differs?"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.measures.rules.funnel import ALARM, ALERT, FunnelPart, funnel, limits_at
from homeward.measures.rules.spc import SpcRefused

BUSY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of ours


def _part(numerator: int, denominator: int) -> FunnelPart:
    return FunnelPart(label="x", numerator=numerator, denominator=denominator)


def test_limits_of_a_fair_coin_by_hand() -> None:
    """10 tosses: chances of 0, 1, 2 heads 1, 10, 45 of 1,024. 2.5% lies within the second heads: F(2) = 56/1024.

    The limit is (2 − (56/1024 − 0.025) / (45/1024)) / 10, and its mirror.
    """
    lower, upper = limits_at(0.5, 10, ALERT)
    by_hand = 100 * (2 - (56 / 1024 - 0.025) / (45 / 1024)) / 10
    assert lower == pytest.approx(by_hand) and upper == pytest.approx(100 - by_hand)


@pytest.mark.hazard(
    "HZ-S29-1",
    hazard="A small care home or practice is shamed by noise",
    control="A place is judged by exact chance at its own size, never ranked",
)
def test_one_missed_of_one_is_no_alarm_where_nearly_all_are_met() -> None:
    """19 of 20 are met everywhere: a miss in a place of one happens one time in twenty."""
    made = funnel([_part(950, 1000), _part(0, 1), _part(700, 1000)])
    assert made.parts[1].outside == ""
    assert made.parts[2].outside == "alarm_low"


def test_all_or_nobody_has_no_funnel() -> None:
    assert funnel([]).mean is None and funnel([_part(0, 0)]).parts == ()
    assert funnel([_part(5, 5), _part(9, 9)]).parts[0].outside == ""


def test_more_than_all_cannot_be() -> None:
    with pytest.raises(SpcRefused, match="6 of 5 cannot be"):
        funnel([_part(6, 5)])


@BUSY
@given(st.floats(min_value=0.01, max_value=0.99), st.integers(min_value=1, max_value=3000))
def test_limits_lie_around_the_share_and_the_stricter_outside(share: float, size: int) -> None:
    lower, upper = limits_at(share, size, ALERT)
    far_lower, far_upper = limits_at(share, size, ALARM)
    assert -1e-9 <= far_lower <= lower + 1e-9 <= 100 * share + 1e-6
    assert 100 * share - 1e-6 <= upper <= far_upper + 1e-9 <= 100 + 2e-9
