"""Are days and clock faces London's, also on the two days a year when the clocks change?"""

from datetime import UTC, date, datetime, timedelta

import pytest

from homeward.foundation import moments


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        moments.aware(datetime(2026, 1, 1))  # noqa: DTZ001 - the fault under test


def test_summer_and_winter_midnight() -> None:
    assert moments.at_london(date(2026, 7, 1)) == datetime(2026, 6, 30, 23, tzinfo=UTC)
    assert moments.at_london(date(2026, 1, 1)) == datetime(2026, 1, 1, tzinfo=UTC)


def test_a_late_summer_evening_belongs_to_londons_day() -> None:
    assert moments.london_day(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == date(2026, 7, 1)


def test_the_day_the_clocks_go_forward_is_23_hours_long() -> None:
    start, end = moments.at_london(date(2026, 3, 29)), moments.at_london(date(2026, 3, 30))
    assert end - start == timedelta(hours=23)


def test_a_time_that_is_shown_twice_or_never_on_the_days_the_clocks_change() -> None:
    back, forward = date(2026, 10, 25), date(2026, 3, 29)
    assert [moments.at_london(back, 1, 40, again=again).hour for again in (False, True)] == [0, 1]
    assert [moments.at_london(forward, 1, 40, again=again).hour for again in (False, True)] == [1, 1]
    assert moments.at_london(back, 12) == moments.at_london(back, 12, again=True)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=59), "less than a minute"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(minutes=125), "2 hours 5 minutes"),
        (timedelta(hours=47, minutes=59), "47 hours 59 minutes"),
        (timedelta(days=2), "2 days"),
        (timedelta(seconds=-5), "less than a minute"),
    ],
)
def test_spans_as_people_say_them(span: timedelta, words: str) -> None:
    assert moments.said_span(span) == words


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("19:40:00", "19:40:20"), ("19:40:19.999", "19:40:20"), ("19:40:20", "19:40:20"), ("19:40:21", "19:40:21"),
        ("19:39:59", "19:39:59"), ("19:39:00", "19:39:00"), ("19:41:00", "19:41:00"),
    ],
)  # fmt: skip
def test_what_is_told_within_the_minute_of_a_beginning_comes_with_it_and_nothing_else_does(told: str, meant: str) -> None:
    day = "2026-03-03T"
    began = datetime.fromisoformat(f"{day}19:40:20+00:00")
    moment = datetime.fromisoformat(f"{day}{told}+00:00")
    assert moments.within_the_minute(moment, began=began) == datetime.fromisoformat(f"{day}{meant}+00:00")
    assert moments.within_the_minute(moment, began=began.replace(second=0)) == moment
