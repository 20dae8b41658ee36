"""When somebody with care at home, or in a recovery bed, goes into hospital, is each team asked what becomes of it, and only while it matters?"""

from uuid import UUID

import pytest

from homeward.access.api import gate, system
from homeward.episodes.api import tasks_about
from homeward.hospital.api import admit, home_care, leave
from homeward.hospital.tests.arranging import HOSPITAL, OTHER_WARD, days, ward
from homeward.hospital.tests.test_beds import there
from homeward.hospital.tests.test_home_care import BROKERS, running

pytestmark = pytest.mark.django_db


def into_hospital(person_id: UUID, day: float) -> UUID:
    return admit(
        person_id=person_id, hospital=HOSPITAL, ward=OTHER_WARD, admitted_at=days(day), method="emergency", by=ward(), at=days(day)
    )  # fmt: skip


def todo(person_id: UUID, stay_id: UUID, day: float) -> list[tuple[str, str]]:
    with gate.person(person_id, by=system("demo"), at=days(day), why="looking"):
        return [(each.title, each.owner_team) for each in tasks_about([stay_id], at=days(day)) if each.done_at is None]


@pytest.mark.hazard(
    "HZ-S6-31",
    hazard="Somebody whose home care runs is admitted to hospital: carers go to an empty home, and its hours are nobody's to use.",
    control="The brokers get a step on the hospital stay to say whether the care is kept, stopped or handed back; it ends when they leave.",
)
def test_the_brokers_are_asked_what_becomes_of_home_care() -> None:
    person_id, request_id = running()
    with gate.person(person_id, by=system("demo"), at=days(3), why="looking"):
        first = _stay_of(request_id)
    leave(stay_id=first, left_at=days(2), destination="own-home", by=ward(), at=days(2.5))
    again = into_hospital(person_id, 5)
    assert todo(person_id, again, 5) == [("They are in hospital. Say whether their home care is kept, stopped or handed back", BROKERS)]
    leave(stay_id=again, left_at=days(7), destination="own-home", by=ward(), at=days(7))
    assert todo(person_id, again, 7) == []


def _stay_of(request_id: UUID) -> UUID:
    found = home_care(request_id)
    assert found is not None and found.row.stay_id is not None
    return found.row.stay_id


def test_the_team_of_a_recovery_bed_is_asked_whether_it_is_kept() -> None:
    person_id, _ = there()
    stay = into_hospital(person_id, 3)
    assert todo(person_id, stay, 3) == [
        ("They are in hospital. Say whether their recovery bed is kept, or record that they have left it", "recovery-beds")
    ]
