"""Does the clock of the daily review, which the hub's board shows, hear of a review made on the ward's own page?"""

from datetime import datetime
from uuid import UUID

import pytest

from homeward.access.api import gate, system
from homeward.episodes.api import clocks_of
from homeward.monitoring.api import admit, review, step_down, step_up
from homeward.monitoring.tests.arranging import MORNING, WARD, WARD_TEAM, after, consultant, places, ward_nurse, yes
from homeward.referrals.api import accept
from homeward.referrals.tests.arranging import placed

pytestmark = pytest.mark.django_db
CLOCK, HOUR = "virtual-ward-daily-review", 60


def joined() -> tuple[UUID, UUID]:
    """(need, stay) of somebody whom the ward took at ten past."""
    places(at=after(-1))
    need = placed(service=WARD, team=WARD_TEAM)
    need = accept(referral_id=need.id, by=ward_nurse(), at=after(10), expected_version=need.version)
    stay = admit(
        person_id=need.person_id, referral_id=need.id, service_code=WARD, team_code=WARD_TEAM, by=ward_nurse(), at=after(20),
        checks=yes(), senior_name="Dr Amara Nwosu",
    )  # fmt: skip
    return need.id, stay


def due(need: UUID, at: datetime) -> tuple[datetime | None, str]:
    with gate.job("demo", by=system("demo"), at=MORNING):
        clock = next(each for each in clocks_of([need], at)[need] if each.code == CLOCK)
    return clock.due_at, clock.phase


@pytest.mark.hazard(
    "HZ-S13-33",
    hazard="Somebody reviewed every day on the ward's page is red on the hub's board, and the hub is told to ring: soon nobody believes red.",
    control="A review kept on the ward starts the next day of the same clock that the hub sees.",
)
def test_a_review_on_the_ward_is_one_for_the_hub() -> None:
    need, stay = joined()
    assert due(need, after(30)) == (after(10 + 24 * HOUR), "running")
    review(stay_id=stay, words="Eating again. Same plan.", by=consultant(), at=after(20 * HOUR))
    assert due(need, after(20 * HOUR)) == (after(44 * HOUR), "running")
    review(stay_id=stay, words="Out of bed. Bloods tomorrow.", by=consultant(), at=after(40 * HOUR))
    assert due(need, after(63 * HOUR)) == (after(64 * HOUR), "running"), "every day anew, and not only on the first"


def test_the_clock_rests_while_they_are_in_hospital() -> None:
    need, stay = joined()
    step_up(stay_id=stay, words="Breathless, by ambulance", by=ward_nurse(), at=after(4 * HOUR))
    assert due(need, after(30 * HOUR))[1] == "paused"
    step_down(stay_id=stay, by=ward_nurse(), at=after(34 * HOUR))
    assert due(need, after(34 * HOUR)) == (after(10 + 54 * HOUR), "running")
