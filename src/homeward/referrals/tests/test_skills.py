"""Does room that is counted by skill answer only a need that asks for that skill, and does placing say which skill it is?"""

import pytest

from homeward.access.api import system
from homeward.capacity.api import report
from homeward.referrals.api import candidates
from homeward.referrals.tests.arranging import MORNING, SERVICE, TEAM, after, coordinator, received, triaged

pytestmark = pytest.mark.django_db


def said(skill: str, *, free: int = 2) -> str:
    """What is said for and against the team's room, of a fall: it asks for somebody who can help with moving."""
    report(service_code=SERVICE, team_code=TEAM, free=free, total=4, skill=skill, by=system("demo"), at=MORNING)
    need = triaged(received(need_code="fall"))
    found = candidates(need.id, by=coordinator(), at=after(10)).candidates
    return next(why.words for each in found if each.team_code == TEAM and each.service_code == SERVICE for why in each.reasons if why.code == "capacity")


@pytest.mark.hazard(
    "HZ-S12-44",
    hazard="A team's free visits are all those of a therapist, and somebody who fell is placed with it as if anybody could come.",
    control="Room that is counted by a skill which the need does not ask is no room for it, and the reason for placing names the skill that the room has.",
)
def test_room_of_another_skill_is_no_room_and_room_of_the_right_one_says_so() -> None:
    assert said("moving").startswith("2 of 4 visits with the skill moving free")


def test_room_of_another_skill_alone_is_not_said_to_be_free() -> None:
    assert said("therapy") == "Has not said what it has free. Ring to ask."


def test_room_that_nobody_split_by_skill_is_room_for_all() -> None:
    assert said("").startswith("2 of 4 visits free")


def test_none_free_says_of_which_skill() -> None:
    assert said("moving", free=0).startswith("None free with the skill moving")
