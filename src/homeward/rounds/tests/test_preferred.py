"""Does the planner keep to what a person wishes: their hours as far as what is due allows, and somebody they know?"""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.access.api import system
from homeward.foundation.errors import Invalid
from homeward.foundation.moments import at_london
from homeward.referrals.tests.arranging import after, lead
from homeward.rounds import api as rounds
from homeward.rounds.rules.day import AtWork, Trade, Wanted, question
from homeward.rounds.rules.preferred import preferred
from homeward.rounds.tests.planning import TOMORROW, planned, team_of, the_day, visit_planned
from homeward.visits import api as visits

minutes = st.integers(0, 1440).map(float)
pairs = st.tuples(minutes, minutes).map(lambda two: (min(two), max(two)))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(window=pairs, wish=pairs, due=st.none() | minutes)
def test_a_wish_never_turns_a_window_round_nor_misses_what_is_due(
    window: tuple[float, float], wish: tuple[float, float], due: float | None
) -> None:
    found = preferred(window, wish, due=due)
    assert found[0] <= found[1]
    assert found == window or due is None or found[1] <= due
    assert found == window or wish[0] <= found[0] <= found[1] <= wish[1]


def test_somebody_known_counts_at_every_trade() -> None:
    staff = [AtWork(key=key, where=(52.4, -1.8), on=480, off=960) for key in ("known", "new")]
    visit = Wanted(
        key="v", person="p", where=(52.4, -1.8), minutes=30, opens=540, closes=600, faces=frozenset({"known"})
    )
    asked = Wanted(
        key="w",
        person="q",
        where=(52.4, -1.8),
        minutes=30,
        opens=540,
        closes=600,
        faces=frozenset({"known"}),
        same_face=True,
    )
    extra = question([visit, asked], staff, Trade(new_face=0.0)).extra
    assert (extra[0], extra[1]) == ({}, {1: 30.0})


@pytest.mark.django_db
def test_a_wish_is_kept_for_every_visit_and_the_newest_stands() -> None:
    by = lead()
    made = visit_planned(1, at_london(TOMORROW, 9))
    team_of(1, by)
    say: dict[str, Any] = {
        "encounter_id": made,
        "same_face": True,
        "whose": "carer",
        "words": "After her tablets",
        "by": by,
    }
    with pytest.raises(Invalid):
        rounds.prefer(**say, opens=600, closes=None, at=after(40))  # one hour of two
    rounds.prefer(**say, opens=540, closes=600, at=after(40))
    rounds.prefer(**say, opens=14 * 60, closes=16 * 60, at=after(41))
    (row,) = the_day(by).rows
    assert (row.wanted.opens, row.wanted.closes, row.wanted.same_face) == (840, 960, True)
    assert row.wishes is not None and row.wishes.words == "After her tablets"
    rounds.use_plan(run_id=planned(by), by=by, at=after(85))
    (row,) = the_day(by).rows
    assert row.planned_at is not None and at_london(TOMORROW, 14) <= row.planned_at <= at_london(TOMORROW, 16)
    visits.assign(encounter_id=made, planned_at=at_london(TOMORROW, 15), by=system("demo"), at=after(86))
    assert the_day(by).rows[0].wanted.opens == 840, "what was set for this visit after the wish stands"
