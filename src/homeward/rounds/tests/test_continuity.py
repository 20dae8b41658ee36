"""Are the continuity indices those of the literature?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.rounds.rules.continuity import continuity, of_team


def test_the_published_vector() -> None:
    found = continuity("AAAB")
    assert found is not None
    figures = (found.upc, found.coc, found.secon, found.mmci, found.new_faces)
    assert figures == pytest.approx((0.75, 0.50, 0.667, 0.677, 0.50), abs=0.0006)


@pytest.mark.parametrize("workers", ["", "A", "AB"])
def test_fewer_than_three_visits_give_no_figure(workers: str) -> None:
    assert continuity(workers) is None
    assert of_team([workers]) is None


@given(st.text(alphabet="ABCD", min_size=3, max_size=40))
def test_every_index_lies_between_nought_and_one(workers: str) -> None:
    found = continuity(workers)
    assert found is not None
    for value in (found.upc, found.coc, found.secon, found.mmci, found.new_faces):
        assert -1e-9 <= value <= 1 + 1e-9
    same = continuity("A" * len(workers))
    assert same is not None and same.coc == 1.0


def test_a_team_is_weighed_by_visits() -> None:
    found = of_team(["AAAAAA", "ABC", "A"])
    assert found is not None
    assert (found.people, found.visits) == (2, 9)
    assert found.upc == pytest.approx((6 * 1 + 3 * (1 / 3)) / 9)
