"""Is it said in plain words who came, and do the figures of each person stand where a team lead looks?"""

import pytest

from homeward.rounds.queries.of_person import _came


def test_of_equals_whoever_came_last_is_named() -> None:
    found = _came([["a", "Ann"], ["b", "Bea"], ["a", "Ann"], ["b", "Bea B"]])
    assert found is not None
    assert (found.visits, found.people, found.most, found.times, found.weeks) == (4, 2, "Bea B", 2, 13)


@pytest.mark.parametrize("visits", [0, 1, 2])
def test_below_three_visits_nothing_is_said(visits: int) -> None:
    assert _came([["a", "Ann"]] * visits) is None
