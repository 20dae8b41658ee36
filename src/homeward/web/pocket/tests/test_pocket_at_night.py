"""Does a night's round stay on a phone until the night is over, and does it say what became of each visit?"""

from datetime import datetime
from typing import Any

import pytest
import time_machine

from homeward.access.api import system
from homeward.people.api import die
from homeward.referrals.tests.arranging import TEAM
from homeward.visits.tests.at_night import on, planned
from homeward.web.pocket.tests.test_pocket_door import Phone
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def nia() -> Any:
    return staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks")


def round_at(by: Any, at: datetime) -> dict[str, Any]:
    with time_machine.travel(at, tick=False):
        return Phone(signed_in(by)).is_set_up().tells("round/", {"waiting": 0})


@pytest.mark.hazard(
    "HZ-S17-17",
    hazard="A phone without a signal deletes its round at four in the morning, in the middle of a night, and whoever is to be seen at five is not seen.",
    control="A round that was taken along in the evening stays until two hours after the night's end; one of the day leaves before the next day's work.",
)
@pytest.mark.parametrize(
    ("asked", "until"),
    [
        (on(23, 10), on(24, 4)), (on(23, 23, 40), on(24, 10)), (on(24, 0, 20), on(25, 4)),
        (datetime.fromisoformat("2026-10-24T22:40Z"), datetime.fromisoformat("2026-10-25T10:00Z")),
        (datetime.fromisoformat("2026-03-28T23:40Z"), datetime.fromisoformat("2026-03-29T09:00Z")),
    ],
    ids=["by day", "before midnight", "after midnight", "the clocks go back", "the clocks go forward"],
)  # fmt: skip
def test_a_nights_round_stays_on_the_phone_until_the_night_is_over(nia: Any, asked: datetime, until: datetime) -> None:
    assert datetime.fromisoformat(round_at(nia, asked)["good_until"]) == until


def test_the_phone_is_told_of_tomorrows_visits_and_of_one_that_nobody_need_make(nia: Any) -> None:
    person, _ = planned("Ivy", on(24, 1), by=nia)
    planned("Ann", on(24, 5), by=nia)
    die(person_id=person, source="family", died_at=on(23, 23, 20), by=system("demo"), at=on(23, 23, 30))
    for at in (on(23, 23, 40), on(24, 0, 20)):
        found = round_at(nia, at)
        told = {each["name"]: (each["open"], each["state_words"], each["notice"]) for each in found["stops"]}
        assert told["Ann Cole"] == (True, "Planned", "") and found["shut"] == 0
        assert told["Ivy Cole"] == (False, "Stopped", "The person has died. Do not visit; speak with the family first.")
