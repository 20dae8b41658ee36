"""Is a change that chance does not explain put down once, however long it lasts; and is a feed judged by its rhythm?"""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.grammar.api import Feed
from homeward.measures.actions.watch import change_of, note_change
from homeward.measures.api import Spc, SpcPoint, spc
from homeward.measures.models import Flag
from homeward.measures.rules.feeds import Heard, health

AT = datetime(2026, 3, 3, 12, tzinfo=UTC)
FIRST = date(2025, 3, 3)
MEASURE = "two-hour-response"
CALM = (70, 72, 69, 71, 70, 73, 68, 71, 70, 72, 69, 71, 70, 72)


def chart(*values: float) -> Spc:
    points = [SpcPoint(at=FIRST + timedelta(weeks=n), value=value) for n, value in enumerate(values)]
    return spc(points, kind="xmr", direction="up", unit="%")


def test_calm_and_short_series_are_no_change() -> None:
    assert change_of(chart(*CALM)) is None
    assert change_of(chart(70, 72, 10)) is None
    assert change_of(chart()) is None


def test_a_run_begins_with_its_first_special_point() -> None:
    change = change_of(chart(*CALM, *CALM, 60, 59, 61))
    assert change is not None and change.variation == "concern_low"
    assert change.first_on <= FIRST + timedelta(weeks=28) and change.last_on == FIRST + timedelta(weeks=30)


@pytest.mark.django_db
@pytest.mark.hazard(
    "HZ-S72-3",
    hazard="The same change is announced every week until nobody reads it.",
    control="A run that goes on is one change: it is put down and told once; only its last day moves.",
)
def test_a_change_is_put_down_once_however_long_it_lasts() -> None:
    worse = (*CALM, *CALM, 60, 59)
    assert note_change(MEASURE, chart(*CALM), at=AT) is False
    assert note_change(MEASURE, chart(*worse), at=AT) is True
    assert note_change(MEASURE, chart(*worse), at=AT) is False
    assert note_change(MEASURE, chart(*worse, 60), at=AT + timedelta(days=7)) is False
    flag = Flag.objects.get()
    assert (flag.last_on, flag.found_at) == (FIRST + timedelta(weeks=30), AT)
    later = AT + timedelta(weeks=30)
    recovered = (*worse, 60, *CALM, *CALM, *CALM, 40)
    assert note_change(MEASURE, chart(*recovered), at=later) is True
    assert Flag.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_counts_looked_at_together_put_it_down_once() -> None:
    both, worse = threading.Barrier(2), chart(*CALM, *CALM, 60, 59)

    def note(_: int) -> bool:
        both.wait(timeout=30)
        try:
            return note_change(MEASURE, worse, at=AT)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(note, range(2))) == [False, True]
    assert Flag.objects.count() == 1


def feed(every: timedelta) -> Feed:
    return Feed(code="f", title="F", partner="p", way="wards", sources=("p",), every=every, owner="p", review_by=FIRST)


@pytest.mark.hazard(
    "HZ-S72-4",
    hazard="A partner's feed stops and the numbers look better for it.",
    control="Each feed is judged by its own rhythm: late, never heard or too much refused stands first and is said on the boards that rest on it.",
)
def test_a_feed_is_late_by_its_own_rhythm() -> None:
    day = frozenset({AT.date() - timedelta(days=n) for n in range(1, 29)})
    heard = Heard(last=AT - timedelta(hours=30), came=100, refused=2, days=day)
    assert health(feed(timedelta(days=1)), heard, at=AT).state == "late"
    assert health(feed(timedelta(days=1)), heard, at=AT).late_by == timedelta(hours=6)
    calm = health(feed(timedelta(days=2)), heard, at=AT)
    assert (calm.state, calm.missing, calm.expected, calm.refused_share) == ("on_time", 0, 14, 2)
    unsound = Heard(last=AT, came=10, refused=1, days=day)
    assert health(feed(timedelta(days=1)), unsound, at=AT).state == "unsound"
    nothing = health(feed(timedelta(days=7)), Heard(last=None, came=0, refused=0, days=frozenset()), at=AT)
    assert (nothing.state, nothing.missing, nothing.expected, nothing.refused_share) == ("never", 4, 4, None)


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.sets(st.integers(0, 40), max_size=29), st.integers(1, 800))
def test_what_is_missing_is_never_more_than_what_was_expected(days: set[int], hours: int) -> None:
    heard = Heard(last=AT, came=1, refused=0, days=frozenset(AT.date() - timedelta(days=n) for n in days))
    found = health(feed(timedelta(hours=hours)), heard, at=AT)
    assert 0 <= found.missing <= found.expected and found.late_by >= timedelta(0)
