"""Does a stay begin once, move, keep what was said of it for ever, and end when the person has left?"""

from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from homeward.access.api import gate, relationships, system
from homeward.episodes.api import finish_task, tasks_about, tasks_for
from homeward.foundation.errors import Clash, Invalid, NotPermitted, Refused
from homeward.hospital.api import (
    FlowFilters,
    add_step,
    admissions_of,
    admit,
    criteria,
    flow_board,
    history,
    leave,
    move,
    open_stay,
    stay,
    void_criteria,
)
from homeward.hospital.tests.arranging import (
    ELSEWHERE,
    FLOW,
    HOSPITAL,
    HUB,
    OTHER_WARD,
    WARD,
    admitted,
    days,
    hub,
    ward,
)
from homeward.people.api import die
from homeward.referrals.tests.arranging import MORNING, person
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db


def opened(person_id: UUID) -> AbstractContextManager[None]:
    return gate.person(person_id, by=system("demo"), at=MORNING, why="looking")


def test_an_admission_is_seen_by_the_ward_and_the_hub_and_by_no_other_hospital() -> None:
    person_id, stay_id = admitted()
    for who in (ward(), hub()):
        assert [row.id for row in flow_board(by=who, at=days(1)).rows] == [stay_id]
    assert not flow_board(by=ward(team="flow-good-hope"), at=days(1)).rows
    with opened(person_id):
        now = open_stay(person_id, at=days(1))
        assert now is not None and (now.hospital, now.ward, now.standing) == (
            "Heartlands Hospital",
            "Older people's ward A",
            "unknown",
        )
        assert [each.id for each in admissions_of(person_id=person_id, since=days(-1), until=days(1))] == [stay_id]


def test_nobody_lies_in_two_beds_and_telling_the_same_twice_makes_one_stay() -> None:
    person_id, first = admitted(source="pas", source_id="77")
    again = admit(
        person_id=person_id,
        hospital=HOSPITAL,
        ward=WARD,
        admitted_at=MORNING,
        source="pas",
        source_id="77",
        by=ward(),
        at=days(1),
    )
    assert again == first
    with pytest.raises(Refused, match="in hospital already"):
        admit(person_id=person_id, hospital=HOSPITAL, ward=WARD, admitted_at=days(1), by=ward(), at=days(1))


def test_what_cannot_be_is_said_in_words() -> None:
    with pytest.raises(Invalid, match="ward of Heartlands"):
        admitted(ward="moon")
    with pytest.raises(Invalid, match="in the future"):
        admitted(admitted_at=days(1))
    with pytest.raises(NotPermitted, match="Only the staff of Heartlands"):
        admitted(by=ward(team="flow-good-hope"))


@pytest.mark.hazard(
    "HZ-S4-2",
    hazard="Somebody tidies the criteria history and the days a person waited are gone.",
    control="A trigger in the database refuses every change and removal of a row; errors are voided by a further row.",
)
def test_the_history_cannot_be_changed_even_with_the_record_open() -> None:
    person_id, stay_id = admitted()
    criteria(stay_id=stay_id, meets=False, from_at=days(1), by=ward(), at=days(1))
    for sin in (
        "update hospital_criterion set from_at = now()",
        "update hospital_criterion set meets = true",
        "delete from hospital_criterion",
    ):
        with opened(person_id), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sin)


def test_the_date_follows_from_the_history_and_an_error_is_voided_in_the_open() -> None:
    person_id, stay_id = admitted()
    tell: dict[str, Any] = {"stay_id": stay_id, "by": ward()}
    criteria(meets=True, reasons=["oxygen"], from_at=days(0.1), at=days(0.1), **tell)
    criteria(meets=False, from_at=days(2), at=days(2), **tell)
    criteria(meets=False, from_at=days(3), at=days(3), **tell)
    assert flow_board(by=ward(), at=days(5)).rows[0].days_ready == 3
    criteria(meets=True, reasons=["iv-fluids"], from_at=days(4), at=days(4), **tell)
    assert flow_board(by=ward(), at=days(5)).rows[0].standing == "meets"
    void_criteria(number=4, words="Written for the man in the next bed", at=days(4.1), **tell)
    row = flow_board(by=ward(), at=days(5)).rows[0]
    assert (row.days_ready, row.standing_words) == (3, "Ready to leave")
    with opened(person_id):
        told = history(stay_id)
    assert [(each.number, each.void, each.voids) for each in told.said] == [
        (1, False, None),
        (2, False, None),
        (3, False, None),
        (4, True, None),
        (5, False, 4),
    ]
    assert told.said[4].words == "Written for the man in the next bed"


def test_criteria_need_a_reason_and_neither_the_future_nor_before_the_stay() -> None:
    _, stay_id = admitted()
    faults: tuple[tuple[str, dict[str, Any]], ...] = (
        ("Choose why", {"meets": True, "from_at": days(1)}),
        ("not yet ready", {"meets": False, "reasons": ["oxygen"], "from_at": days(1)}),
        ("future", {"meets": False, "from_at": days(9)}),
        ("before they were admitted", {"meets": False, "from_at": days(-1)}),
        ("from the list", {"meets": True, "reasons": ["oxygen", "mood"], "from_at": days(1)}),
    )
    for fault, told in faults:
        with pytest.raises(Invalid, match=fault):
            criteria(stay_id=stay_id, by=ward(), at=days(2), **told)
    with pytest.raises(NotPermitted):
        criteria(stay_id=stay_id, meets=False, from_at=days(1), by=ward(team="flow-good-hope"), at=days(2))


def test_a_move_to_another_hospital_takes_the_history_along_and_changes_who_looks_after_them() -> None:
    person_id, stay_id = admitted()
    criteria(stay_id=stay_id, meets=False, from_at=days(1), by=ward(), at=days(1))
    move(stay_id=stay_id, ward=OTHER_WARD, moved_at=days(2), bed="4", by=ward(), at=days(2))
    move(stay_id=stay_id, ward=OTHER_WARD, moved_at=days(2), bed="4", by=ward(), at=days(2))
    move(stay_id=stay_id, hospital=ELSEWHERE, ward=WARD, moved_at=days(3), by=hub(), at=days(3))
    assert not flow_board(by=ward(), at=days(4)).rows
    assert flow_board(by=ward(team="flow-good-hope"), at=days(4)).rows[0].days_ready == 3
    with opened(person_id):
        assert [each[0] for each in history(stay_id).wards] == [
            "Older people's ward A",
            "Stroke and rehabilitation",
            "Older people's ward A",
        ]


def test_leaving_counts_the_days_ready_and_ends_every_ground() -> None:
    person_id, stay_id = admitted()
    criteria(stay_id=stay_id, meets=False, from_at=days(1), by=ward(), at=days(1))
    with pytest.raises(Invalid, match="once they have left"):
        leave(stay_id=stay_id, left_at=days(4), destination="own-home", by=ward(), at=days(3))
    leave(stay_id=stay_id, left_at=days(4), destination="own-home", by=ward(), at=days(4))
    assert not flow_board(by=ward(), at=days(5)).rows
    assert not relationships.with_team(person_id, [FLOW, HUB])
    with opened(person_id):
        gone = stay(stay_id, at=days(9))
    assert gone is not None and (gone.days_ready, gone.destination_kind, gone.open) == (3, "home", False)
    with pytest.raises(Clash, match="has left"):
        criteria(stay_id=stay_id, meets=False, from_at=days(2), by=hub(), at=days(5))


def test_somebody_who_met_criteria_again_before_leaving_was_not_waiting() -> None:
    person_id, stay_id = admitted()
    criteria(stay_id=stay_id, meets=False, from_at=days(1), by=ward(), at=days(1))
    criteria(stay_id=stay_id, meets=True, reasons=["oxygen"], from_at=days(2), by=ward(), at=days(2))
    leave(stay_id=stay_id, left_at=days(3), destination="other-hospital", by=ward(), at=days(3))
    with opened(person_id):
        gone = stay(stay_id, at=days(9))
    assert gone is not None and gone.days_ready is None and gone.standing == "meets"


def test_a_death_ends_the_stay() -> None:
    person_id, stay_id = admitted()
    die(person_id=person_id, died_at=days(1), source="demographics", by=hub(), at=days(1))
    with opened(person_id):
        gone = stay(stay_id, at=days(2))
    assert gone is not None and gone.destination_kind == "died"


@pytest.mark.hazard(
    "HZ-S4-3",
    hazard="A step on the way home is everybody's and so nobody's, and the person waits.",
    control="A step has exactly one owning team, which may open the record from then on and has it on its own list.",
)
def test_a_step_has_one_owner_in_another_organisation_who_can_then_see_the_person() -> None:
    person_id, stay_id = admitted()
    social = staff(role="social-worker", teams=("sw-birmingham",), name="Nadia Karimi")
    assert not flow_board(by=social, at=days(1)).rows
    first = add_step(
        stay_id=stay_id, title="Meet the family", owner_team="sw-birmingham", due_at=days(2), by=ward(), at=days(1)
    )
    add_step(stay_id=stay_id, title="Order the chair", owner_team=FLOW, due_at=days(3), by=ward(), at=days(1))
    row = flow_board(by=social, at=days(1), filters=FlowFilters(show="mine")).rows[0]
    assert (row.step, row.step_team_name, row.tasks, row.step_late) == (
        "Meet the family",
        "Birmingham adult social work",
        2,
        False,
    )
    with gate.worklist(by=social, at=days(1), what="my work"):
        assert [task.title for task in tasks_for(["sw-birmingham"], at=days(1))] == ["Meet the family"]
    finish_task(task_id=first, by=hub(), at=days(1.5))  # the hub may finish what any team was to do
    assert flow_board(by=ward(), at=days(2)).rows[0].step == "Order the chair"
    with opened(person_id):
        assert len(tasks_about([stay_id], at=days(2))) == 2


def test_filters_and_counts_agree() -> None:
    _, first = admitted()
    admitted(ward=OTHER_WARD)
    criteria(stay_id=first, meets=False, from_at=days(1), by=ward(), at=days(1))
    everyone = flow_board(by=ward(), at=days(3))
    assert (everyone.total, everyone.count(ward=WARD), everyone.count(standing="no_longer_meets")) == (2, 1, 1)
    for show, total in (("ready", 1), ("waiting", 1), ("unlooked", 2), ("long", 0), ("unowned", 1), ("mine", 0)):
        assert flow_board(by=ward(), at=days(3), filters=FlowFilters(show=show)).total == total, show
    assert (
        flow_board(by=ward(), at=days(3), filters=FlowFilters(text="cole", hospital=HOSPITAL, ward=OTHER_WARD)).total
        == 1
    )
    assert flow_board(by=ward(), at=days(3), filters=FlowFilters(text="%")).total == 0
    assert flow_board(by=ward(), at=days(30), filters=FlowFilters(show="long")).total == 2
    assert flow_board(by=ward(), at=days(3), page=9).total == 2


def test_a_late_entry_about_yesterday_counts_from_yesterday() -> None:
    _, stay_id = admitted(at=MORNING)
    criteria(stay_id=stay_id, meets=False, from_at=days(1), by=ward(), at=days(1) + timedelta(hours=20))
    assert flow_board(by=ward(), at=days(2)).rows[0].days_ready == 1


def test_somebody_met_for_the_first_time_can_be_admitted() -> None:
    stranger = person()
    with pytest.raises(NotPermitted), gate.person(stranger, by=ward(), at=MORNING):
        pass
    assert admit(person_id=stranger, hospital=HOSPITAL, ward=WARD, admitted_at=MORNING, by=ward(), at=MORNING)


def test_a_time_typed_in_whole_minutes_is_not_before_the_seconds_of_the_same_minute() -> None:
    came = MORNING + timedelta(seconds=40)
    _, stay_id = admitted(at=came)
    criteria(stay_id=stay_id, meets=False, from_at=MORNING, by=ward(), at=came + timedelta(minutes=1))
    move(stay_id=stay_id, ward=OTHER_WARD, moved_at=MORNING, by=ward(), at=came + timedelta(minutes=1))
    leave(stay_id=stay_id, left_at=MORNING, destination="own-home", by=ward(), at=came + timedelta(minutes=2))


def test_somebody_who_leaves_in_the_very_minute_in_which_they_were_ready_was_ready() -> None:
    person_id, stay_id = admitted()
    said = days(1) + timedelta(seconds=20)
    criteria(stay_id=stay_id, meets=False, from_at=said, by=ward(), at=said)
    leave(stay_id=stay_id, left_at=days(1), destination="own-home", by=ward(), at=said + timedelta(minutes=1))
    with opened(person_id):
        gone = stay(stay_id, at=days(2))
    assert gone is not None and (gone.standing, gone.days_ready, gone.left_at) == ("no_longer_meets", 0, said)


def test_what_was_said_a_minute_after_they_left_is_not_of_their_stay() -> None:
    person_id, stay_id = admitted()
    said = days(1) + timedelta(seconds=61)
    criteria(stay_id=stay_id, meets=False, from_at=said, by=ward(), at=said)
    leave(stay_id=stay_id, left_at=days(1), destination="own-home", by=ward(), at=said)
    with opened(person_id):
        gone = stay(stay_id, at=days(2))
    assert gone is not None and gone.left_at == days(1) and gone.days_ready is None
