"""Is a time read as it was meant?"""

from datetime import UTC, date, datetime

import pytest

from homeward.web.visit.typed_time import moment_of, recent_days, typed_time

NOW = datetime(2026, 7, 1, 13, 5, 42, tzinfo=UTC)  # 14:05 in London
TODAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:05", (14, 5)), ("1405", (14, 5)), ("2.05pm", (14, 5)), ("2:05 PM", (14, 5)), ("9 am", (9, 0)), ("12am", (0, 0)),
        ("12pm", (12, 0)), ("09:30", (9, 30)), (" 9.30 ", (9, 30)), ("25:00", None), ("14:60", None), ("13pm", None),
        ("soon", None), ("", None),
    ],
)  # fmt: skip
def test_typed_time(typed: str, meant: tuple[int, int] | None) -> None:
    assert typed_time(typed) == meant


def test_this_very_minute_is_now_and_not_the_future() -> None:
    assert moment_of(TODAY, (14, 5), now=NOW) == NOW
    assert moment_of(TODAY, (14, 4), now=NOW) == datetime(2026, 7, 1, 13, 4, tzinfo=UTC)
    assert moment_of(date(2026, 6, 30), (23, 0), now=NOW) == datetime(2026, 6, 30, 22, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "typed", "meant"),
    [
        ("2026-10-25T00:41", (1, 40), "2026-10-25T00:40"), ("2026-10-25T01:41", (1, 40), "2026-10-25T01:40"),
        ("2026-10-25T01:20", (1, 40), "2026-10-25T00:40"), ("2026-10-25T02:11", (2, 10), "2026-10-25T02:10"),
        ("2026-10-25T01:41", (0, 40), "2026-10-24T23:40"), ("2026-03-29T01:11", (0, 40), "2026-03-29T00:40"),
        ("2026-03-29T01:11", (2, 10), "2026-03-29T01:10"),
    ],
)  # fmt: skip
def test_a_time_that_came_twice_is_the_second_once_that_has_come(now: str, typed: tuple[int, int], meant: str) -> None:
    """A set of observations taken at the second 1:40 is newer than one of the second 1:20; read as the first it would be older."""
    at = datetime.fromisoformat(f"{now}:30+00:00")
    assert moment_of(date.fromisoformat(now[:10]), typed, now=at) == datetime.fromisoformat(f"{meant}:00+00:00")


def test_the_days_to_choose_from_are_dates_in_london() -> None:
    just_after_midnight = datetime(2026, 6, 30, 23, 1, tzinfo=UTC)
    days = recent_days(just_after_midnight)
    assert days[:3] == [("2026-07-01", "Today"), ("2026-06-30", "Yesterday"), ("2026-06-29", "Monday")]
    assert len(days) == 7 and days[-1] == ("2026-06-25", "Thursday")
