"""Is working time counted rightly, across nights, weekends, bank holidays and the changes of the clocks?"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.grammar.api import (
    ENGLAND_AND_WALES,
    EVERY_DAY,
    WEEKDAYS,
    Calendar,
    NeverOpens,
    Opening,
    add_working_days,
    add_working_time,
    always_open,
    is_open,
    is_working_day,
    next_closing,
    next_opening,
    working_time,
)

LONDON = ZoneInfo("Europe/London")
REVIEW = date(2030, 1, 1)


def calendar(
    *weekly: Opening, holidays: tuple[date, ...] = (), holiday_hours: tuple[Opening, ...] | None = None
) -> Calendar:
    return Calendar(
        code="c",
        title="C",
        weekly=weekly,
        bank_holidays=holidays,
        holiday_hours=holiday_hours,
        owner="o",
        review_by=REVIEW,
    )


ALWAYS = calendar(Opening(days=EVERY_DAY, opens=time(0), closes=time(0)))
DAYTIME = calendar(Opening(days=EVERY_DAY, opens=time(8), closes=time(20)))
NIGHTS = calendar(Opening(days=EVERY_DAY, opens=time(22), closes=time(8)))
OFFICE = calendar(Opening(days=WEEKDAYS, opens=time(9), closes=time(17)), holidays=ENGLAND_AND_WALES, holiday_hours=())
SPLIT = calendar(
    Opening(days=WEEKDAYS, opens=time(9), closes=time(12, 30)),
    Opening(days=WEEKDAYS, opens=time(12), closes=time(17)),
    Opening(days=(5,), opens=time(10), closes=time(12)),
    holidays=ENGLAND_AND_WALES,
    holiday_hours=(Opening(days=EVERY_DAY, opens=time(10), closes=time(14)),),
)
CALENDARS = (ALWAYS, DAYTIME, NIGHTS, OFFICE, SPLIT)
NEVER = calendar()

FIRST = datetime(2024, 1, 1, tzinfo=UTC)
moments = st.integers(min_value=0, max_value=123_000_000).map(lambda seconds: FIRST + timedelta(seconds=seconds))
amounts = st.integers(min_value=0, max_value=60 * 24 * 12).map(lambda minutes: timedelta(minutes=minutes))
calendars = st.sampled_from(CALENDARS)


def london(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON)  # type: ignore[arg-type, misc]  # a date and a time given as numbers


@pytest.mark.parametrize(
    ("kept", "since", "until", "hours"),
    [
        (DAYTIME, london(2026, 11, 20, 19), london(2026, 11, 21, 9), 2),
        (NIGHTS, london(2026, 11, 20, 21), london(2026, 11, 21, 9), 10),
        (OFFICE, london(2026, 11, 20, 16), london(2026, 11, 23, 10), 2),
        # Christmas Day, a Friday; Saturday and Sunday; then the substitute for Boxing Day.
        (OFFICE, london(2026, 12, 24, 16), london(2026, 12, 29, 10), 2),
        (SPLIT, london(2026, 12, 24, 16), london(2026, 12, 25, 12), 3),
        (SPLIT, london(2026, 11, 20, 9), london(2026, 11, 20, 17), 8),
        # The night the clocks go forward has nine hours of work in it, and the night they go back eleven.
        (NIGHTS, london(2026, 3, 28, 22), london(2026, 3, 29, 8), 9),
        (NIGHTS, london(2026, 10, 24, 22), london(2026, 10, 25, 8), 11),
        (ALWAYS, london(2026, 3, 28, 12), london(2026, 3, 29, 12), 23),
        (OFFICE, london(2026, 11, 21, 9), london(2026, 11, 22, 9), 0),
        (DAYTIME, london(2026, 11, 21, 9), london(2026, 11, 21, 8), 0),
    ],
)
def test_open_hours_between(kept: Calendar, since: datetime, until: datetime, hours: int) -> None:
    assert working_time(kept, since=since, until=until) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("kept", "since", "amount", "due"),
    [
        (DAYTIME, london(2026, 11, 21, 19), timedelta(hours=2), london(2026, 11, 22, 9)),
        (DAYTIME, london(2026, 11, 21, 19), timedelta(hours=1), london(2026, 11, 21, 20)),
        (DAYTIME, london(2026, 11, 21, 23), timedelta(0), london(2026, 11, 21, 23)),
        (OFFICE, london(2026, 12, 24, 17), timedelta(hours=8), london(2026, 12, 29, 17)),
        (ALWAYS, london(2026, 11, 21, 23), timedelta(hours=2), london(2026, 11, 22, 1)),
    ],
)
def test_due_moment(kept: Calendar, since: datetime, amount: timedelta, due: datetime) -> None:
    assert add_working_time(kept, since=since, amount=amount) == due


@given(calendars, moments, amounts)
def test_what_is_added_is_what_is_counted(kept: Calendar, since: datetime, amount: timedelta) -> None:
    due = add_working_time(kept, since=since, amount=amount)
    assert due >= since
    assert working_time(kept, since=since, until=due) == amount


@given(calendars, moments, amounts)
def test_due_is_the_first_such_moment(kept: Calendar, since: datetime, amount: timedelta) -> None:
    due = add_working_time(kept, since=since, amount=amount)
    earlier = due - timedelta(seconds=1)
    if amount > timedelta(0):
        assert working_time(kept, since=since, until=earlier) < amount


@given(calendars, moments, moments, moments)
def test_waits_add_up_and_never_run_backwards(kept: Calendar, a: datetime, b: datetime, c: datetime) -> None:
    first, middle, last = sorted((a, b, c))
    first = max(first, last - timedelta(days=60))
    middle = max(middle, first)
    whole = working_time(kept, since=first, until=last)
    parts = working_time(kept, since=first, until=middle) + working_time(kept, since=middle, until=last)
    assert whole == parts
    assert timedelta(0) <= whole <= last - first


@given(calendars, moments)
def test_open_now_agrees_with_the_next_opening(kept: Calendar, at: datetime) -> None:
    opens = next_opening(kept, at=at)
    assert opens is not None
    assert is_open(kept, at=at) == (opens == at)
    assert is_open(kept, at=opens)
    closes = next_closing(kept, at=at)
    if closes is None:
        assert always_open(kept)
    else:
        assert closes > opens
        assert not is_open(kept, at=closes)


@given(st.dates(min_value=date(2024, 1, 1), max_value=date(2027, 11, 1)), st.integers(min_value=0, max_value=20))
def test_working_days(since: date, days: int) -> None:
    due = add_working_days(OFFICE, since=since, days=days)
    between = [since + timedelta(days=step) for step in range(1, (due - since).days + 1)]
    assert sum(is_working_day(OFFICE, day) for day in between) == days
    assert days == 0 or is_working_day(OFFICE, due)


def test_seven_working_days_over_christmas() -> None:
    assert add_working_days(OFFICE, since=date(2026, 12, 23), days=7) == date(2027, 1, 6)


def test_a_calendar_that_never_opens_says_so() -> None:
    at = datetime(2026, 11, 21, tzinfo=UTC)
    assert next_opening(NEVER, at=at) is None
    assert next_closing(NEVER, at=at) is None
    assert not is_open(NEVER, at=at)
    with pytest.raises(NeverOpens):
        add_working_time(NEVER, since=at, amount=timedelta(hours=1))
    with pytest.raises(NeverOpens):
        add_working_days(NEVER, since=at.date(), days=1)
