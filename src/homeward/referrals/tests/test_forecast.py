"""Is it said that a first visit is likely to come too late, before it does, and only then?"""

import pytest

from homeward.directory.api import place
from homeward.referrals.api import ServiceRequest
from homeward.referrals.queries.board import row
from homeward.referrals.rules.forecast import answered_by_a_visit, is_likely_late
from homeward.referrals.tests.arranging import (
    MORNING,
    SERVICE,
    accepted,
    after,
    coordinator,
    lead,
    placed,
    seen,
)


@pytest.mark.parametrize(
    ("usual", "accepted", "at", "likely"),
    [
        (1.5, 20, 25, False),  # accepted at 20 minutes, expected at 110 of 120
        (1.5, 31, 40, True),  # expected at 121
        (1.5, 30, 40, True),  # expected in the very moment from which it is late
        (1.5, None, 20, False),  # nobody has accepted: from now
        (1.5, None, 30, True),
        (1.5, 31, 120, False),  # late already, and said so by its clock
        (None, 31, 40, False),  # nothing is declared
    ],
)
def test_it_is_foretold_from_the_usual_wait(usual: float | None, accepted: int | None, at: int, likely: bool) -> None:
    assert likely == is_likely_late(
        usual_hours=usual,
        late_from=after(120),
        accepted_at=None if accepted is None else after(accepted),
        waits=accepted is None,
        at=after(at),
    )


@pytest.mark.django_db
def test_the_board_says_so_while_there_is_time_to_act() -> None:
    usual = place().services[SERVICE].usual_first_visit_hours
    assert usual == 1.5 and "two-hour-response" in answered_by_a_visit(place().clocks.values())
    soon, late, waiting = (
        accepted(placed(at=MORNING), at=after(10)),
        accepted(placed(at=MORNING), at=after(45)),
        placed(at=MORNING),
    )

    def said(referral: ServiceRequest, minutes: float) -> str:
        found = row(referral.id, by=coordinator(), at=after(minutes))
        assert found is not None
        return found.likely_late

    assert said(soon, 50) == "" and said(waiting, 20) == ""
    assert said(late, 50) == said(waiting, 50) != ""
    assert said(late, 50).startswith("Likely late: a first visit usually comes")
    assert said(late, 130) == ""  # its clock says now that it is late
    seen(person_id=late.person_id, referral_id=late.id, by=lead(), at=after(60))
    assert said(late, 61) == ""
