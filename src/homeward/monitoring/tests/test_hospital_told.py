"""When a hospital says that somebody was admitted, does everybody at home who looks after them stop going there, and does nothing get lost?"""

from datetime import datetime
from uuid import UUID

import pytest

from homeward.access.api import gate, system
from homeward.episodes.api import tasks_about
from homeward.hospital.api import admit, leave, strike
from homeward.hospital.tests.arranging import HOSPITAL, WARD, ward
from homeward.monitoring.jobs import watch
from homeward.monitoring.tests.arranging import WARD_TEAM, after, now, on_the_ward, seen
from homeward.people.api import move
from homeward.referrals.api import notices
from homeward.referrals.tests.arranging import MORNING, TEAM, accepted, lead, placed, received, triaged
from homeward.referrals.tests.committing import commits
from homeward.visits.api import assign, visit, visits_of
from homeward.visits.tests.test_contacts import nurse

pytestmark = pytest.mark.django_db


def into_hospital(person_id: UUID, *, minutes: float) -> UUID:
    return admit(
        person_id=person_id, hospital=HOSPITAL, ward=WARD, admitted_at=after(minutes), method="emergency", by=ward(), at=after(minutes)
    )  # fmt: skip


def home(stay_id: UUID, *, minutes: float) -> None:
    leave(stay_id=stay_id, left_at=after(minutes), destination="own-home", by=ward(), at=after(minutes))


def to_be_visited() -> tuple[UUID, UUID]:
    """(person, first visit) of a need that the urgent team has accepted."""
    referral = accepted(placed(triaged(received())))
    with gate.person(referral.person_id, by=system("demo"), at=after(1), why="looking"):
        return referral.person_id, visits_of([referral.id])[0].id


def notice_of(encounter: UUID, person_id: UUID) -> str:
    with gate.person(person_id, by=system("demo"), at=after(1), why="looking"):
        found = visit(encounter)
        assert found is not None and found.open
        return found.notice


@pytest.mark.hazard(
    "HZ-S13-31",
    hazard="Somebody on a virtual ward is admitted to hospital and the ward at home is not told: late alerts climb all night, or staff go to an empty home.",
    control="The admission steps their stay up to hospital with the place kept, and the ward has a task to find out whether it is so.",
)
def test_an_admission_steps_up_whoever_is_on_a_virtual_ward_and_asks_the_ward() -> None:
    stay = on_the_ward(at=after(0))
    seen(stay, at=after(5), respiratory_rate=26.0)
    hospital_stay = into_hospital(now(stay).person_id, minutes=60)
    there = now(stay)
    assert (there.state, there.next_due_at, there.review_due_at) == ("in_hospital", None, None)
    assert there.kept_until is not None and there.kept_until > after(60)
    assert watch(after(60 * 30))["late"] == 0
    assert todo(stay, 61) == [
        ("Heartlands Hospital says that they were admitted. Find out whether it is so: nothing is due at home meanwhile", WARD_TEAM)
    ]
    home(hospital_stay, minutes=600)
    assert now(stay).state == "in_hospital", "nobody is watched again by itself"
    assert todo(stay, 601) == [
        ("They left Heartlands Hospital. Step them down to the ward at home, or end their stay with you", WARD_TEAM)
    ]


@pytest.mark.hazard(
    "HZ-S13-40",
    hazard="An admission that was another person's is struck out, and whoever was taken off the ward at home for it is watched by nobody.",
    control="Striking the stay out asks the ward at home to step them down again or end their stay, and tells every visitor and owner that they were not in hospital.",
)
def test_an_admission_that_never_was_asks_the_ward_at_home_to_look_again() -> None:
    stay = on_the_ward(at=after(0))
    hospital_stay = into_hospital(now(stay).person_id, minutes=60)
    strike(stay_id=hospital_stay, words="The man in the next bed", by=ward(), at=after(90))
    (asked,) = todo(stay, 91)
    assert asked == (
        "They were not admitted to Heartlands Hospital: it was entered in error. Step them down to the ward at home, or end their stay with you",
        WARD_TEAM,
    )


def test_an_admission_that_never_was_is_unsaid_on_open_visits_and_to_owners() -> None:
    person_id, first = to_be_visited()
    stay = into_hospital(person_id, minutes=60)
    strike(stay_id=stay, words="The man in the next bed", by=ward(), at=after(90))
    commits()
    assert notice_of(first, person_id).startswith("Not in Heartlands Hospital: that was entered in error.")
    told = [each for each in notices(by=lead(), at=after(92)) if each.kind == "hospital"]
    assert "Was not in Heartlands Hospital: the stay was entered in error" in told[0].words


def test_a_visit_planned_after_they_left_hospital_is_not_warned_of_it_however_late_that_is_told() -> None:
    person_id, first = to_be_visited()
    into = into_hospital_told_late(person_id, since=after(-900), told=after(40))
    assert notice_of(first, person_id).startswith("In hospital since")
    leave(stay_id=into, left_at=after(-600), destination="own-home", by=ward(), at=after(50))
    assert notice_of(first, person_id) == ""


def test_whoever_came_to_the_virtual_ward_out_of_a_bed_in_hospital_stays_on_it() -> None:
    stay = on_the_ward(at=after(30))
    into_hospital_told_late(now(stay).person_id, since=after(10), told=after(40))
    assert now(stay).state == "on"


def into_hospital_told_late(person_id: UUID, *, since: datetime, told: datetime) -> UUID:
    return admit(person_id=person_id, hospital=HOSPITAL, ward=WARD, admitted_at=since, method="emergency", by=ward(), at=told)


def todo(stay: UUID, minutes: float) -> list[tuple[str, str]]:
    row = now(stay)
    with gate.person(row.person_id, by=system("demo"), at=after(minutes), why="looking"):
        tasks = tasks_about([row.referral_id], at=after(minutes))
    return [(each.title, each.owner_team) for each in tasks if each.done_at is None and "hospital" in each.title.lower()]


@pytest.mark.hazard(
    "HZ-S17-31",
    hazard="Somebody is in hospital, and nurses and carers go on knocking at an empty home, or the need is quietly given up.",
    control="An admission stops nothing: it stands on every open visit, also after the round is planned anew, and each owner is told; so does leaving.",
)
def test_an_admission_stands_on_open_visits_and_its_owners_are_told() -> None:
    person_id, first = to_be_visited()
    stay = into_hospital(person_id, minutes=60)
    commits()
    words = "In hospital since 3 March: Heartlands Hospital. Ask where they are before you set off."
    assert notice_of(first, person_id) == words
    by = nurse()
    assign(encounter_id=first, planned_at=after(90), user_id=by.user_id, name=by.name, notice="Two carers.", by=by, at=after(61))
    assert notice_of(first, person_id) == f"{words} Two carers."
    [told] = [each for each in notices(by=lead(), at=after(62)) if each.kind == "hospital"]
    assert told.words.startswith("Ivy Cole: Admitted to Heartlands Hospital on 3 March at ") and told.team_code == TEAM
    home(stay, minutes=120)
    commits()
    assert notice_of(first, person_id).startswith("Left Heartlands Hospital on 3 March. Check where to go")
    assert [each.words.split(" on ")[0] for each in notices(by=lead(), at=after(122)) if each.kind == "hospital"] == [
        "Ivy Cole: Left Heartlands Hospital", "Ivy Cole: Admitted to Heartlands Hospital",
    ]  # fmt: skip


def test_a_new_address_stands_on_a_visit_when_the_round_is_planned_anew() -> None:
    person_id, first = to_be_visited()
    move(person_id=person_id, since=MORNING.date(), address_lines=("2 New Road",), postcode="B29 6JF", by=system("demo"), at=after(20))
    by = nurse()
    assign(encounter_id=first, planned_at=after(90), user_id=by.user_id, name=by.name, by=by, at=after(30))
    assert "Check where to go before you set off" in notice_of(first, person_id)
