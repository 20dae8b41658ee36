"""Does a stay that was told of the wrong person leave every board and count, stay to be read, and come back to nobody unasked?"""

import json
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from homeward.access.api import break_glass, gate, system
from homeward.directory import api as directory
from homeward.episodes.api import tasks_about
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, NotFound, NotPermitted, Refused
from homeward.foundation.moments import london_day
from homeward.hospital.api import (
    add_step,
    admissions_of,
    admit,
    agree,
    answers,
    ask_home_care,
    care_hours,
    criteria,
    due_follow_ups,
    end_home_care,
    flow_board,
    forecasts,
    history,
    leave,
    open_stay,
    person_of_stay,
    recommend,
    refused_rows,
    settle_row,
    settled_rows,
    stay,
    stays_told,
    strike,
    take_row,
    waiting_rows,
)
from homeward.hospital.extract import criteria as criteria_table
from homeward.hospital.extract import home_care as care_table
from homeward.hospital.extract import stays as stays_table
from homeward.hospital.models import Stay
from homeward.hospital.tests.arranging import FLOW, HOSPITAL, WARD, admitted, days, hub, ward
from homeward.hospital.tests.test_feed_numbers import IVY, settled
from homeward.hospital.tests.test_feeds import encounter, hear, told
from homeward.hospital.tests.test_home_care import BROKERS, broker, running
from homeward.records.api import Received, take
from homeward.referrals.tests.arranging import MORNING, person

pytestmark = pytest.mark.django_db
WHY = "The number of the man in the next bed was used"


def asked(query: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def out_of_turn(stay_id: UUID, by: Actor) -> None:
    """The stay is over, so the ward looks after them no more: it says why it opens the record."""
    whose = person_of_stay({"stay_id": stay_id})
    break_glass(person_id=whose, reason_code=directory.place().reasons_for("break_glass").reasons[0].code, words="Their stay was another person’s", by=by, at=days(3))


def struck(stay_id: UUID, *, by: Actor | None = None, at: Any = None) -> None:
    strike(stay_id=stay_id, words=WHY, by=by or ward(), at=at or days(3))


@pytest.mark.hazard(
    "HZ-S4-40",
    hazard="A ward's system tells a stay of the wrong person, and nobody can take it back: they count as in hospital, carers stay away, and a discharge is invented to be rid of it.",
    control="The ward or its hub strikes the stay out with a reason. It leaves boards, forecasts, counts and analytics at once, its steps stop, its bed is free, and it stays to be read with who and why.",
)
def test_a_stay_entered_in_error_leaves_every_board_and_count_and_stays_to_be_read() -> None:
    person_id, stay_id = admitted()
    criteria(stay_id=stay_id, meets=False, from_at=days(1), by=ward(), at=days(1))
    add_step(stay_id=stay_id, title="Order the medicines", owner_team=FLOW, due_at=days(4), by=hub(), at=days(2))
    with pytest.raises(Invalid):
        strike(stay_id=stay_id, words=" ", by=ward(), at=days(3))
    with pytest.raises(NotPermitted):
        strike(stay_id=stay_id, words=WHY, by=ward(team="flow-good-hope"), at=days(3))
    before = forecasts(by=hub(), at=days(3))[0].ready_now
    struck(stay_id)
    assert not flow_board(by=ward(), at=days(3)).rows and flow_board(by=hub(), at=days(3)).count() == 0
    assert forecasts(by=hub(), at=days(3))[0].ready_now == before - 1
    with gate.job("demo", by=system("demo"), at=days(3)):
        assert not asked(stays_table.SQL) and not asked(criteria_table.SQL)
    with gate.person(person_id, by=system("demo"), at=days(3), why="looking"):
        assert open_stay(person_id, at=days(3)) is None
        assert not admissions_of(person_id=person_id, since=days(-1), until=days(9))
        found = stay(stay_id, at=days(3))
        assert found is not None and (found.struck_by, found.struck_words, found.open) == (ward().name, WHY, False)
        assert len(history(stay_id).said) == 1, "what was said of it is kept"
        (step,) = tasks_about([stay_id], at=days(3))
        assert step.done_at is not None
    with pytest.raises(NotPermitted):
        struck(stay_id, at=days(4))
    with pytest.raises(NotFound):
        criteria(stay_id=stay_id, meets=False, from_at=days(3), by=system("ward-feed"), at=days(4))


def test_the_right_person_can_be_admitted_to_the_same_bed_and_the_wrong_one_anew() -> None:
    wrong, stay_id = admitted(source="pas", source_id="77")
    struck(stay_id)
    given: dict[str, Any] = {
        "hospital": HOSPITAL, "ward": WARD, "admitted_at": MORNING, "source": "pas", "source_id": "77", "by": ward(), "at": days(3),
    }  # fmt: skip
    right = admit(person_id=person(), **given)
    assert [row.id for row in flow_board(by=ward(), at=days(3)).rows] == [right]
    admit(person_id=wrong, hospital=HOSPITAL, ward=WARD, admitted_at=days(3), by=ward(), at=days(3))
    assert len(flow_board(by=ward(), at=days(3)).rows) == 2


def test_a_discharge_that_never_was_is_asked_after_by_nobody() -> None:
    _, stay_id = admitted()
    criteria(stay_id=stay_id, meets=False, from_at=days(1), by=ward(), at=days(1))
    recommend(stay_id=stay_id, pathway="p1", by=ward(), at=days(1))
    agree(stay_id=stay_id, pathway="p1", by=hub(), at=days(1))
    leave(stay_id=stay_id, left_at=days(2), destination="own-home", by=ward(), at=days(2))
    assert len(due_follow_ups(by=hub(), at=days(94))) == 1 and answers(since=days(2).date(), until=days(99).date(), by=hub(), at=days(94)).due == 1
    struck(stay_id, by=hub())
    assert not due_follow_ups(by=hub(), at=days(94)) and answers(since=days(2).date(), until=days(99).date(), by=hub(), at=days(94)).due == 0


def test_carers_who_go_because_of_it_are_stopped_by_a_human_first() -> None:
    person_id, request_id = running()
    with gate.person(person_id, by=system("demo"), at=days(3), why="looking"):
        stay_id = Stay.objects.get().id
    with pytest.raises(Refused, match="Home care was found"):
        struck(stay_id)
    end_home_care(request_id=request_id, ended_at=days(3), hours=Decimal(0), by=broker(), at=days(3))
    struck(stay_id, at=days(4))
    assert care_hours(since=days(0), until=days(9), by=hub(), at=days(4)).ended == 0


def test_home_care_that_nobody_found_is_not_looked_for_and_counts_nowhere() -> None:
    _, stay_id = admitted()
    ask_home_care(
        stay_id=stay_id, team=BROKERS, hours=Decimal(7), start_on=london_day(days(4)), by=hub(), at=days(1)
    )  # fmt: skip
    struck(stay_id)
    with gate.job("demo", by=system("demo"), at=days(3)):
        assert not asked(care_table.SQL)
    assert care_hours(since=days(0), until=days(9), by=hub(), at=days(3)).ended == 0


@pytest.mark.hazard(
    "HZ-S4-41",
    hazard="A stay was struck out, the ward's system tells it again an hour later, and the wrong person is in hospital once more with nobody asked.",
    control="A later row of a struck stay that tells of the same person waits for a human with the reason; by FHIR it is refused and listed. For another person it is what puts it right.",
)
def test_a_later_row_of_a_struck_stay_waits_for_a_human_and_puts_it_right_for_another() -> None:
    assert hear(MORNING, by=ward(), nhs_number="9990000018") == "applied"
    with gate.job("demo", by=system("demo"), at=MORNING):
        wrong = Stay.objects.get()
    struck(wrong.id, at=days(1))
    assert hear(days(1), by=ward(), nhs_number="9990000018") == "unchanged" and not flow_board(by=ward(), at=days(1)).rows
    assert hear(days(2), by=ward(), nhs_number="9990000018", bed="9") == "waiting"
    (row,) = waiting_rows(by=ward(), at=days(2))
    assert "struck out on 4 March" in row.reason and not flow_board(by=ward(), at=days(2)).rows
    assert hear(days(3), by=ward(), nhs_number="9990000026", family="Cole", given="Ivy", birth_date="1941-05-06") == "applied"
    (shown,) = flow_board(by=ward(), at=days(3)).rows
    assert (shown.name, shown.person_id != wrong.person_id) == ("Ivy Cole", True)


def test_a_human_may_say_that_it_was_theirs_after_all() -> None:
    assert hear(MORNING, by=ward(), nhs_number="9990000018") == "applied"
    with gate.job("demo", by=system("demo"), at=MORNING):
        wrong = Stay.objects.get()
    struck(wrong.id, at=days(1))
    assert hear(days(2), by=ward(), nhs_number="9990000018", bed="9") == "waiting"
    (row,) = waiting_rows(by=ward(), at=days(2))
    again = settle_row(row_id=row.id, person_id=wrong.person_id, by=ward(), at=days(2))
    assert again != wrong.id and [each.id for each in flow_board(by=ward(), at=days(2)).rows] == [again]


def test_a_partner_that_goes_on_telling_it_is_refused_and_one_that_says_so_strikes_it() -> None:
    person_id = person()

    def tells(at: Any, **changed: Any) -> None:
        body = json.dumps(encounter(**changed))
        take(person_id=person_id, resources=[Received(kind="Encounter", text=body)], source="ward-system", by=system("demo"), at=at)

    tells(MORNING)
    (row,) = flow_board(by=hub(), at=MORNING).rows
    strike(stay_id=row.id, words=WHY, by=hub(), at=days(1))
    tells(days(2), language="en")
    assert not flow_board(by=hub(), at=days(2)).rows
    assert "entered in error" in refused_rows(by=hub(), at=days(2))[0].reason
    tells(days(3), id="enc-9")
    assert len(flow_board(by=hub(), at=days(3)).rows) == 1
    tells(days(4), id="enc-9", status="entered-in-error")
    assert not flow_board(by=hub(), at=days(4)).rows
    with gate.job("demo", by=system("demo"), at=days(4)):
        assert "ward-system says" in Stay.told.get(source_id="enc-9").struck_words


def test_stays_told_by_a_number_that_was_taken_back_say_which_are_struck() -> None:
    settled(person())
    (row,) = settled_rows(by=ward(), at=days(3))
    (one,) = stays_told(row.id, by=ward(), at=days(3))
    with pytest.raises(NotPermitted):
        struck(one.id)
    me = ward()
    out_of_turn(one.id, me)
    struck(one.id, by=me)
    (one,) = stays_told(row.id, by=ward(), at=days(3))
    assert (one.struck_by, one.struck_words) == (ward().name, WHY)
    assert IVY["local_number"] == row.local_number and take_row(row=told(**IVY), line=2, source="pas", by=ward(), at=days(4)).outcome == "unchanged"


def test_who_and_why_cannot_be_left_out() -> None:
    _, stay_id = admitted()
    with gate.job("demo", by=system("demo"), at=days(3)), pytest.raises(IntegrityError), transaction.atomic():
        Stay.told.filter(id=stay_id).update(struck_at=days(3))
