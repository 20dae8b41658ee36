"""Are moments, spans, ages and numbers said as people say them, by London's clocks?"""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from homeward.web import words

NOW = datetime(2026, 7, 1, 13, 5, tzinfo=UTC)  # 2:05pm in London, in summer


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (13, 5, "2:05pm"),
        (8, 0, "9am"),
        (11, 0, "midday"),
        (23, 0, "midnight"),
        (23, 30, "12:30am"),
        (11, 1, "12:01pm"),
    ],
)
def test_clock_faces_are_londons(hour: int, minute: int, said: str) -> None:
    assert words.clock_face(datetime(2026, 7, 1, hour, minute, tzinfo=UTC)) == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (NOW, "today at 2:05pm"),
        (datetime(2026, 7, 1, 22, 59, tzinfo=UTC), "today at 11:59pm"),
        (datetime(2026, 7, 1, 23, 30, tzinfo=UTC), "tomorrow at 12:30am"),
        (datetime(2026, 6, 30, 8, 0, tzinfo=UTC), "yesterday at 9am"),
        (datetime(2026, 3, 3, 14, 5, tzinfo=UTC), "on 3 March at 2:05pm"),
        (datetime(2025, 12, 25, 12, 0, tzinfo=UTC), "on 25 December 2025 at midday"),
    ],
)
def test_moments_are_said_from_now(moment: datetime, said: str) -> None:
    assert words.moment(moment, NOW) == said


def test_after_since_until_and_by_no_second_on_is_said() -> None:
    other, today = NOW - timedelta(days=40), NOW - timedelta(minutes=1)
    for said in (words.bare_moment, words.before):
        assert not said(other, NOW).startswith("on ")
        assert words.moment(other, NOW) == f"on {said(other, NOW)}"
    assert words.bare_moment(today, NOW) == words.moment(today, NOW)
    assert words.bare_moment(None, NOW) == words.moment_alone(None, NOW) == ""
    assert words.moment_alone(today, NOW) == "Today at " + words.moment(today, NOW).removeprefix("today at ")
    assert words.moment_alone(other, NOW) == words.bare_moment(other, NOW)


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(minutes=41), "41 minutes left"),
        (timedelta(minutes=-12), "passed 12 minutes ago"),
        (timedelta(seconds=30), "due now"),
        (timedelta(hours=26, minutes=1), "26 hours 1 minute left"),
    ],
)
def test_countdowns_say_what_is_left(left: timedelta, said: str) -> None:
    assert words.remaining(NOW + left, NOW) == said


def test_a_birthday_counts_from_londons_midnight() -> None:
    born = date(1940, 7, 2)
    assert words.age(born, NOW) == 85
    assert words.age(born, datetime(2026, 7, 1, 23, 1, tzinfo=UTC)) == 86
    assert words.age(date(2024, 2, 29), date(2025, 2, 28)) == 0


def test_small_words() -> None:
    assert words.nhs("9990001232") == "999 000 1232"
    assert words.listed(["a", "", "b", "c"]) == "a, b and c"
    assert words.count(1, "person", "people") == "1 person"
    assert words.count(2400, "referral") == "2,400 referrals"
    assert words.moment(None, NOW) == words.remaining(None, NOW) == words.day(None) == ""
    assert [words.plain(each) for each in (Decimal("21.00"), Decimal("10.50"), 0, None)] == ["21", "10.5", "0", ""]
    assert words.plain(Decimal("1400.00")) == "1,400"
