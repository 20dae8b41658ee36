"""Is the discharge ready date the start of the final run without criteria, under any sequence of sayings?"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.hospital.rules.ready import (
    band,
    banded,
    days_ready,
    discharge_ready_date,
    in_force,
    ready_at,
    runs,
    standing,
)

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Row:
    from_at: datetime
    number: int
    meets: bool
    voids: int | None = None


def rows(*flips: tuple[float, bool]) -> list[Row]:
    """Sayings (day, meets), in the order they were written down."""
    return [Row(START + timedelta(days=day), number, meets) for number, (day, meets) in enumerate(flips, 1)]


flips = st.lists(st.tuples(st.integers(0, 40), st.booleans()), max_size=25).map(lambda each: rows(*each))


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ([], None),
        ([(0, True)], None),
        ([(3, False)], 3),
        ([(0, True), (3, False)], 3),
        ([(3, False), (4, False), (5, False)], 3),  # said again each day: the run goes on
        ([(3, False), (5, True)], None),
        ([(3, False), (5, True), (8, False)], 8),  # the final run, not the first
        ([(3, False), (5, True), (8, False), (9, False)], 8),
        ([(8, False), (3, False), (5, True)], 8),  # written down late, in any order
    ],
)
def test_the_rule_by_table(told: list[tuple[float, bool]], day: int | None) -> None:
    expected = None if day is None else (START + timedelta(days=day)).date()
    assert discharge_ready_date(rows(*told)) == expected


@given(flips)
def test_ready_exactly_when_the_last_word_says_so(history: list[Row]) -> None:
    kept = in_force(history)
    assert (ready_at(history) is None) == (not kept or kept[-1].meets)
    assert standing(history) == ("unknown" if not kept else "meets" if kept[-1].meets else "no_longer_meets")


@given(flips)
def test_it_is_the_start_of_the_final_run(history: list[Row]) -> None:
    ready = ready_at(history)
    if ready is None:
        return
    kept = in_force(history)
    since = [row for row in kept if row.from_at >= ready]
    before = [row for row in kept if row.from_at < ready]
    assert since and not any(row.meets for row in since), "nothing after it says they need hospital"
    assert not before or before[-1].meets, "the word before it, if any, said they did"
    assert runs(history)[-1].since == ready


@pytest.mark.hazard(
    "HZ-S4-1",
    hazard="The date somebody was ready to leave is overwritten by a later entry, and their delay vanishes.",
    control="It is computed from an append-only history by one rule; saying 'ready' again within a run never moves it.",
)
@given(flips, st.integers(41, 60))
def test_saying_ready_again_never_moves_it(history: list[Row], later: int) -> None:
    ready = ready_at(history)
    again = [*history, Row(START + timedelta(days=later), len(history) + 1, False)]
    if ready is not None:
        assert ready_at(again) == ready
    assert all(run in runs(again) or run.until is None for run in runs(history)), "no earlier run is lost"


@given(flips, st.randoms(use_true_random=False))
def test_the_order_in_which_it_was_written_down_does_not_matter(history: list[Row], random: Random) -> None:
    one_a_day = {row.from_at: row for row in history}
    shuffled = list(one_a_day.values())
    random.shuffle(shuffled)
    again = [replace(row, number=number) for number, row in enumerate(shuffled, 1)]
    assert ready_at(again) == ready_at(list(one_a_day.values()))


@given(flips, st.integers(0, 40))
def test_what_is_said_after_leaving_does_not_count(history: list[Row], left: int) -> None:
    gone = START + timedelta(days=left)
    assert ready_at(history, left_at=gone) == ready_at([row for row in history if row.from_at <= gone])


@given(flips, st.data())
def test_a_voided_saying_is_as_if_never_said(history: list[Row], data: st.DataObject) -> None:
    if not history:
        return
    wrong = data.draw(st.sampled_from(history))
    voided = [*history, Row(wrong.from_at, len(history) + 1, wrong.meets, voids=wrong.number)]
    assert runs(voided) == runs([row for row in history if row.number != wrong.number])


@given(flips)
def test_runs_follow_one_another_and_never_touch(history: list[Row]) -> None:
    found = runs(history)
    for first, second in zip(found, found[1:], strict=False):
        assert first.until is not None and first.since < first.until < second.since


def test_days_are_calendar_days_in_london_with_the_zero_ones() -> None:
    late = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
    assert days_ready(late, late + timedelta(hours=1)) == 1
    assert days_ready(START, START + timedelta(hours=6)) == 0
    assert days_ready(None, START) is None
    assert (
        days_ready(datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 3, 29, 23, 30, tzinfo=UTC)) == 2
    )  # summer time


def test_every_day_has_one_published_band() -> None:
    assert [band(day) for day in (0, 1, 2, 3, 4, 6, 7, 13, 14, 20, 21, 400)] == [
        "0", "1", "2–3", "2–3", "4–6", "4–6", "7–13", "7–13", "14–20", "14–20", "21+", "21+",
    ]  # fmt: skip
    assert banded([0, 0, 5]) == [("0", 2), ("1", 0), ("2–3", 0), ("4–6", 1), ("7–13", 0), ("14–20", 0), ("21+", 0)]
