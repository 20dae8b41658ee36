"""Is a night one stretch of work, on both sides of midnight and on the nights the clocks change?"""

from datetime import UTC, datetime, timedelta

import pytest

from homeward.visits.api import stretch_of
from homeward.visits.tests.at_night import on


@pytest.mark.parametrize(
    ("at", "begins", "ends"),
    [
        (on(23, 10), on(23, 0), on(24, 0)),
        (on(23, 15, 59), on(23, 0), on(24, 0)),
        (on(23, 16), on(23, 0), on(24, 8)),
        (on(23, 23, 40), on(23, 0), on(24, 8)),
        (on(24, 0), on(23, 16), on(25, 0)),
        (on(24, 0, 20), on(23, 16), on(25, 0)),
        (on(24, 7, 59), on(23, 16), on(25, 0)),
        (on(24, 8), on(24, 0), on(25, 0)),
    ],
)
def test_by_day_it_is_the_day_and_by_night_the_whole_night(at: datetime, begins: datetime, ends: datetime) -> None:
    found = stretch_of(at)
    assert (found.begins, found.ends) == (begins, ends)


@pytest.mark.parametrize(
    ("at", "shift", "begins", "ends"),
    [
        (on(23, 14), (on(23, 20), on(24, 10)), on(23, 0), on(24, 10)),
        (on(24, 9), (on(23, 20), on(24, 10)), on(23, 20), on(25, 0)),
        (on(24, 11, 59), (on(23, 20), on(24, 10)), on(23, 20), on(25, 0)),
        (on(24, 12), (on(23, 20), on(24, 10)), on(24, 0), on(25, 0)),
        (on(24, 0, 20), (on(23, 12), on(24, 6)), on(23, 12), on(25, 0)),
        (on(23, 22), (on(23, 8), on(23, 16)), on(23, 0), on(24, 8)),
        (on(23, 22), (on(23, 20), on(30, 8)), on(23, 0), on(24, 20)),
    ],
    ids=["before", "within", "writing up", "long over", "from midday", "never shorter", "a wrong end"],
)
def test_a_known_shift_makes_it_longer(
    at: datetime, shift: tuple[datetime, datetime], begins: datetime, ends: datetime
) -> None:
    found = stretch_of(at, [shift])
    assert (found.begins, found.ends) == (begins, ends)


@pytest.mark.parametrize(
    ("asked", "ends"),
    [("2026-10-24T22:40Z", "2026-10-25T08:00Z"), ("2026-03-28T23:40Z", "2026-03-29T07:00Z")],
    ids=["the clocks go back", "the clocks go forward"],
)
def test_it_ends_when_londons_clocks_show_eight(asked: str, ends: str) -> None:
    assert stretch_of(datetime.fromisoformat(asked)).ends == datetime.fromisoformat(ends)


def test_no_minute_of_a_year_is_outside_its_own_stretch_or_ends_it_before_the_morning() -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    while at.year == 2026:
        found, later = stretch_of(at), stretch_of(at + timedelta(minutes=30))
        assert found.begins <= at < found.ends and found.ends <= later.ends, at
        at += timedelta(minutes=30)
