"""Is the forecast honest: nothing from too little, exact on what repeats, covered as often as it says, never from the future?"""

import random
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.hospital.rules.forecast import AHEAD, NEEDED_DAYS, bounds, expected, forecast

TODAY = date(2026, 3, 2)


def series(days: int, value: int = 0) -> dict[date, int]:
    return {TODAY - timedelta(days=n): value for n in range(1, days + 1)}


def test_too_little_history_gives_no_forecast_at_all() -> None:
    assert forecast(series(60, 5), today=TODAY).days == () and forecast({}, today=TODAY).test is None


def test_what_repeats_each_week_is_forecast_exactly() -> None:
    weekly = {day: 5 + day.weekday() for day in series(NEEDED_DAYS + 14)}
    found = forecast(weekly, today=TODAY)
    assert [day.expected for day in found.days] == [5 + day.on.weekday() for day in found.days]
    assert len(found.days) == AHEAD and found.days[0].on == TODAY
    assert found.test is not None and (found.test.error, found.test.within) == (0, found.test.days)


def test_on_noise_the_interval_holds_about_as_often_as_it_says() -> None:
    rng = random.Random(7)
    inside = days = 0
    for _ in range(30):
        noisy = {day: sum(rng.random() < 0.3 for _ in range(40)) for day in series(NEEDED_DAYS + 14)}
        found = forecast(noisy, today=TODAY).test
        assert found is not None
        inside, days = inside + found.within, days + found.days
        assert found.error <= found.simple_error * 1.2
    assert 0.7 <= inside / days <= 0.95


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=NEEDED_DAYS + 14, max_size=NEEDED_DAYS + 14), st.integers(0, 99))
def test_bounds_hold_the_expected_apart_and_nothing_is_negative(values: list[int], later: int) -> None:
    told = dict(zip(sorted(series(NEEDED_DAYS + 14)), values, strict=True))
    found = forecast(told, today=TODAY)
    assert all(0 <= day.low <= day.high and day.expected >= 0 for day in found.days)
    assert forecast({**told, TODAY + timedelta(days=3): later}, today=TODAY) == found, "the future is not looked at"


def test_a_missing_week_is_missing_and_bounds_never_fall_below_none() -> None:
    told = series(60, 3)
    del told[TODAY - timedelta(days=8)]
    assert expected(told, TODAY + timedelta(days=6), TODAY - timedelta(days=1)) is None
    assert bounds(1.0, [-4.0, 0.0, 2.5]) == (0, 4)
