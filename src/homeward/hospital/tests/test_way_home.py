"""Are needs described, is another pathway than recommended explained, has every step one owner, and does somebody ask on day 91?"""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from homeward.access.api import gate, relationships, system
from homeward.episodes.api import tasks_about, tasks_for
from homeward.foundation.errors import Clash, Invalid, NotPermitted
from homeward.foundation.moments import at_london
from homeward.hospital.api import (
    FlowFilters,
    WayHome,
    agree,
    answer_follow_up,
    answers,
    criteria,
    describe,
    due_follow_ups,
    expect,
    flow_board,
    leave,
    meeting,
    recommend,
    say_delay,
    stay,
    take_row,
    way_home,
)
from homeward.hospital.rules.describing import prescribed
from homeward.hospital.tests.arranging import HUB, admitted, days, hub, ward
from homeward.hospital.tests.test_feeds import told
from homeward.referrals.tests.arranging import MORNING
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db


def ready() -> tuple[UUID, UUID]:
    """Somebody who could leave since the day after that morning."""
    person_id, stay_id = admitted()
    criteria(stay_id=stay_id, meets=False, from_at=days(1), by=ward(), at=days(1))
    return person_id, stay_id


def decided(person_id: UUID, stay_id: UUID) -> WayHome:
    with gate.person(person_id, by=system("demo"), at=MORNING, why="looking"):
        return way_home(stay_id)


@pytest.mark.hazard(
    "HZ-S4-4",
    hazard="A ward prescribes four calls a day, and that is what is bought, whatever the person could do.",
    control="Needs are described under headings; words that name a package are refused with what to write instead.",
)
def test_needs_are_described_and_not_prescribed() -> None:
    person_id, stay_id = ready()
    with pytest.raises(Invalid, match="says what to buy"):
        describe(stay_id=stay_id, area="washing", words="Package of care QDS", by=ward(), at=days(1))
    describe(
        stay_id=stay_id,
        area="washing",
        words="Washes her face herself, needs help with her legs",
        by=ward(),
        at=days(1),
    )
    describe(stay_id=stay_id, area="washing", words="Needs help with her feet only", by=ward(), at=days(2))
    need = decided(person_id, stay_id).needs[0]
    assert (need.title, need.words, need.earlier) == ("Washing and dressing", "Needs help with her feet only", 1)
    assert prescribed("A pocket watch", ("poc ",)) == "" and prescribed("needs a POC at home", ("poc ",)) == "poc "


@pytest.mark.hazard(
    "HZ-S5-1",
    hazard="People are sent to beds because it is easier, and nobody can see that home was recommended.",
    control="Recommended, agreed and actual pathway are three facts; a reason is forced wherever they differ, in the database too.",
)
def test_another_way_home_than_recommended_needs_a_reason_at_each_step() -> None:
    person_id, stay_id = ready()
    with pytest.raises(Invalid, match="Recommend a way home first"):
        agree(stay_id=stay_id, pathway="p1", by=hub(), at=days(1))
    recommend(stay_id=stay_id, pathway="p1", by=ward(), at=days(1))
    for why_code, fault in (("", "Choose why"), ("other", "your own words")):
        with pytest.raises(Invalid, match=fault):
            agree(stay_id=stay_id, pathway="p2", by=hub(), at=days(1), why_code=why_code)
    agree(stay_id=stay_id, pathway="p2", why_code="no-home-care", by=hub(), at=days(1))
    with pytest.raises(Invalid, match="Choose why"):
        leave(stay_id=stay_id, left_at=days(2), destination="own-home", pathway="p0", by=hub(), at=days(2))
    leave(stay_id=stay_id, left_at=days(2), destination="recovery-bed", by=hub(), at=days(2))
    found = decided(person_id, stay_id)
    assert [(each.kind, each.pathway, each.differs) for each in found.choices] == [
        ("actual", "p2", True),
        ("agreed", "p2", True),
        ("recommended", "p1", False),
    ]
    assert found.choices[0].why == "Home care could not be found in time"
    with (
        gate.person(person_id, by=system("demo"), at=MORNING),
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("update hospital_choice set why_code = ''")


def test_a_review_of_yesterday_is_refused_also_just_after_midnight_in_summer() -> None:
    _, stay_id = ready()
    at = at_london(date(2026, 7, 2), 0, 30)  # the second of July in London, the first in UTC
    recommend(stay_id=stay_id, pathway="p1", by=ward(), at=at)
    with pytest.raises(Invalid, match="must be ahead"):
        agree(stay_id=stay_id, pathway="p1", review_on=date(2026, 7, 1), by=hub(), at=at)
    agree(stay_id=stay_id, pathway="p1", review_on=date(2026, 7, 2), by=hub(), at=at)


def test_agreeing_gives_each_step_to_one_owner_once() -> None:
    person_id, stay_id = ready()
    recommend(stay_id=stay_id, pathway="p1", by=ward(), at=days(1))
    agree(stay_id=stay_id, pathway="p1", by=hub(), at=days(1))
    agree(stay_id=stay_id, pathway="p1", by=hub(), at=days(1.1))
    with gate.person(person_id, by=system("demo"), at=MORNING):
        steps = tasks_about([stay_id], at=days(1))
    assert len(steps) == 5 and {step.owner_team for step in steps} == {"flow-heartlands", HUB}
    found = meeting(by=hub(), at=days(1.1))
    assert (found.total, len(found.nobody), len(found.undecided)) == (1, 0, 0)
    assert {owner.name: len(owner.todo) for owner in found.owners} == {
        "Ward and flow staff at Heartlands Hospital": 4,
        "Transfer-of-care hub": 1,
    }
    assert all(owner.late == len(owner.todo) for owner in meeting(by=hub(), at=days(4)).owners)


def test_the_meeting_talks_about_one_person_after_another() -> None:
    for _ in range(2):
        _, stay_id = ready()
        recommend(stay_id=stay_id, pathway="p1", by=ward(), at=days(1))
        agree(stay_id=stay_id, pathway="p1", by=hub(), at=days(1))
    for owner in meeting(by=hub(), at=days(1.1)).owners:
        assert len(owner.people) == 2
        assert {row.id: [step.id for step in steps] for row, steps in owner.people} == {
            row.id: [each.step.id for each in owner.todo if each.row.id == row.id] for row, _ in owner.people
        }


def test_the_meeting_begins_with_those_for_whom_nobody_has_a_step() -> None:
    ready()
    found = meeting(by=ward(), at=days(2), hospital="heartlands-hospital")
    assert (len(found.nobody), len(found.undecided), found.unlooked, list(found.owners)) == (1, 1, 1, [])


def test_a_delay_is_one_of_the_declared_and_only_of_somebody_who_could_leave() -> None:
    person_id, stay_id = admitted()
    with pytest.raises(Invalid, match="not ready to leave"):
        say_delay(stay_id=stay_id, code="outbreak", by=ward(), at=days(1))
    criteria(stay_id=stay_id, meets=False, from_at=days(1), by=ward(), at=days(1))
    with pytest.raises(Invalid, match="your own words"):
        say_delay(stay_id=stay_id, code="person-or-family-disagrees", by=ward(), at=days(1))
    say_delay(stay_id=stay_id, code="no-home-care-capacity", by=ward(), at=days(1))
    assert flow_board(by=ward(), at=days(2)).rows[0].delay == "No home care is free"
    say_delay(stay_id=stay_id, code="", by=ward(), at=days(2))
    assert [each.title for each in decided(person_id, stay_id).delays] == ["", "No home care is free"]


def test_the_day_they_are_expected_to_leave_cannot_have_gone() -> None:
    _, stay_id = admitted()
    with pytest.raises(Invalid):
        expect(stay_id=stay_id, expected_on=days(-1).date(), by=ward(), at=days(1))
    expect(stay_id=stay_id, expected_on=days(5).date(), by=ward(), at=days(1))
    assert flow_board(by=ward(), at=days(1), filters=FlowFilters(show="")).rows[0].expected_on == days(5).date()


@pytest.mark.hazard(
    "HZ-S8-1",
    hazard="Nobody knows whether people who were helped home are still there, and the service looks better than it is.",
    control="Whoever leaves with support or for a recovery bed is asked about on day 91 by a named team; silence is overdue, never a yes.",
)
def test_somebody_asks_on_day_91_and_the_share_answered_is_shown() -> None:
    person_id, stay_id = ready()
    recommend(stay_id=stay_id, pathway="p1", by=ward(), at=days(1))
    leave(stay_id=stay_id, left_at=days(2), destination="own-home", by=ward(), at=days(2))
    assert relationships.with_team(person_id, [HUB]) and not relationships.with_team(person_id, ["flow-heartlands"])
    assert not due_follow_ups(by=hub(), at=days(60))
    due = due_follow_ups(by=hub(), at=days(94))[0]
    assert (due.late, due.pathway) == (True, "P1 home with support") and not due_follow_ups(by=ward(), at=days(94))
    with gate.worklist(by=hub(), at=days(94), what="my work"):
        assert "91 days after leaving hospital" in tasks_for([HUB], at=days(94))[0].title
    with pytest.raises(NotPermitted):
        answer_follow_up(
            follow_up_id=due.id, answer="at-home", by=staff(role="hub-coordinator", teams=("hub-east",)), at=days(94)
        )
    since, until = days(0).date(), days(200).date()
    assert (
        answers(since=since, until=until, by=hub(), at=days(94)).due,
        answers(since=since, until=until, by=hub(), at=days(94)).answered,
    ) == (1, 0)
    answer_follow_up(follow_up_id=due.id, answer="at-home", by=hub(), at=days(94))
    found = answers(since=since, until=until, by=hub(), at=days(94))
    assert (found.due, found.answered, found.known, found.home) == (1, 1, 1, 1)
    assert not relationships.with_team(person_id, [HUB]) and not due_follow_ups(by=hub(), at=days(94))
    with pytest.raises(Clash):
        answer_follow_up(follow_up_id=due.id, answer="in-hospital", by=hub(), at=days(95))


def test_a_feed_that_knows_no_reason_says_so_and_going_back_to_a_known_care_home_is_no_new_care() -> None:
    _, stay_id = admitted(source="pas", source_id="9")
    recommend(stay_id=stay_id, pathway="p1", by=ward(), at=days(1))
    row = told(encounter_id="9", left_at="2026-03-05 12:00", destination="rehab")
    heard = take_row(row=row, line=2, source="pas", by=system("ward-feed"), at=days(3))
    assert heard.outcome == "applied"
    with gate.job("demo", by=system("demo"), at=MORNING):
        gone = stay(stay_id, at=days(4))
    assert gone is not None and (gone.actual, gone.destination_kind) == ("p2", "community_bed")
    person_two, stay_two = admitted(from_care_home=True)
    recommend(stay_id=stay_two, pathway="p0", by=ward(), at=days(1))
    leave(
        stay_id=stay_two, left_at=days(2), destination="care-home-known", by=ward(), at=days(2) + timedelta(minutes=1)
    )
    assert decided(person_two, stay_two).choices[0].pathway == "p0"
