"""Does the board show who waits, the soonest first, and nobody who is not the asker's to see?"""

from typing import Any

import pytest

from homeward.referrals.queries.board import BoardFilters, board, board_rows, row
from homeward.referrals.tests.arranging import HUB, MORNING, after, coordinator, received

pytestmark = pytest.mark.django_db


def test_what_runs_out_first_comes_first() -> None:
    later, sooner = received(at=after(30)), received(at=MORNING)
    planned = received(at=after(5), need_code="loneliness")
    seen = board(by=coordinator(), at=after(31))
    assert [each.id for each in seen.rows] == [sooner.id, planned.id, later.id]
    assert (seen.total, seen.pages, seen.counts) == (3, 1, {"received": 3})
    first = seen.rows[0]
    assert (first.name, first.age, first.need_title, first.state_title) == ("Ivy Cole", 84, "A fall", "New")
    assert first.clock is not None and first.clock.late
    assert first.latest_words == "Dr Imran Shah sent this in at 10am"


def test_another_hub_sees_none_of_it() -> None:
    referral = received()
    elsewhere = coordinator(team="hub-west")
    assert board(by=elsewhere, at=after(1)).total == 0
    assert row(referral.id, by=elsewhere, at=after(1)) is None
    assert [each.id for each in board_rows([referral.id], by=coordinator(), at=after(1))] == [referral.id]


def test_filters_narrow_and_counts_stay_true() -> None:
    fall, lonely = received(), received(need_code="loneliness")
    by = coordinator()

    def ids(**chosen: Any) -> list[object]:
        return [each.id for each in board(by=by, at=after(1), filters=BoardFilters(**chosen)).rows]

    assert ids(needs=("fall",)) == [fall.id]
    assert ids(text="cole ivy") == []
    assert set(ids(text="Ivy cole")) == {fall.id, lonely.id}
    assert ids(text="100%") == []
    assert ids(states=("placed",)) == []
    assert set(ids(localities=("east",), hubs=(HUB,))) == {fall.id, lonely.id}
    assert ids(late_only=True) == []
    empty = board(by=by, at=after(1), filters=BoardFilters(states=("placed",)))
    assert (empty.total, empty.counts) == (0, {"received": 2})


def test_pages_hold_what_they_say() -> None:
    made = {received(at=after(number)).id for number in range(3)}
    first = board(by=coordinator(), at=after(10), page=1, page_size=2)
    second = board(by=coordinator(), at=after(10), page=2, page_size=2)
    assert (first.total, first.pages, len(first.rows), len(second.rows)) == (3, 2, 2, 1)
    assert {each.id for each in (*first.rows, *second.rows)} == made
    beyond = board(by=coordinator(), at=after(10), page=9, page_size=2)
    assert (beyond.total, beyond.rows) == (3, [])
