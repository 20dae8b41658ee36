"""Is what was meant at the door written before what is decided, for good, and is the screening timed?"""

from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotPermitted, Refused
from homeward.foundation.ids import new_id
from homeward.front_door.api import ArrivalDetails, arrival_view, arrive, decide, door_board, intend
from homeward.front_door.models import Arrival, Decision, Intention
from homeward.front_door.tests.arranging import FELL, after, at_the_door, came, clinician, screened, taken
from homeward.referrals.tests.arranging import person

pytestmark = pytest.mark.django_db


def test_somebody_comes_once_and_stands_on_the_list_of_that_door() -> None:
    who, by = person(), at_the_door()
    made = came(who, by=by, key="k")
    assert came(who, by=by, key="k") == made
    with pytest.raises(Clash):
        came(who, by=by)
    (row,) = door_board(by=by, at=after(5)).here
    assert (row.id, row.way, row.screened_at, row.screen_by) == (made, "By ambulance", None, after(30))
    assert not door_board(by=at_the_door(door="qe"), at=after(5)).here
    with pytest.raises(NotPermitted):
        came(person(), by=clinician())


@pytest.mark.parametrize(
    ("rung", "signs", "expected"),
    [(True, (), (True, True)), (False, (), (True, False)), (False, ("chest-pain",), (False, False))],
)
def test_whether_a_crew_had_rung_is_told_by_the_lines_own_calls(
    rung: bool, signs: tuple[str, ...], expected: tuple[bool, bool]
) -> None:
    who = person()
    if rung:
        taken(who)
    made = came(who, at=after(60), signs=signs)
    (row,) = door_board(by=at_the_door(), at=after(61)).here
    assert row.id == made and (row.eligible, row.called) == expected


def test_nobody_asks_that_of_those_who_came_by_themselves() -> None:
    came(person(), way="own-way")
    (row,) = door_board(by=at_the_door(), at=after(1)).here
    assert (row.eligible, row.called) == (None, None)


def test_screening_is_timed_from_the_answers_of_the_forms() -> None:
    who, by = person(), at_the_door()
    made = came(who, by=by)
    screened(who, by=by, at=after(21), frailty=6)
    view = arrival_view(made, by=by, at=after(22))
    assert (view.row.frailty, view.row.delirium, view.row.screened_at, view.row.fresh) == (6, 0, after(21), True)


def test_a_number_from_before_they_came_is_shown_and_is_no_screening() -> None:
    who, by = person(), at_the_door()
    first = came(who, by=by)
    screened(who, by=by, at=after(5), frailty=4)
    intend(arrival_id=first, code="home", by=by, at=after(6))
    decide(arrival_id=first, code="home", decided_by="Dr Bose", by=by, at=after(7))
    again = came(who, by=by, at=after(3000))
    row = arrival_view(again, by=by, at=after(3001)).row
    assert (row.frailty, row.frailty_at, row.screened_at) == (4, after(5), None)


@pytest.mark.hazard(
    "HZ-S2-1",
    hazard="An admission is called avoided although nobody had meant to admit.",
    control="The database refuses a decision before the intention is written, and any change of the intention afterwards.",
)
def test_what_was_meant_comes_first_and_stays() -> None:
    who, by = person(), at_the_door()
    made = came(who, by=by)
    with pytest.raises(Refused, match="First write down what was going to happen"):
        decide(arrival_id=made, code="home", decided_by="Dr Bose", by=by, at=after(2))
    with gate.person(who, by=by, at=after(2), why="trying"), pytest.raises(IntegrityError), transaction.atomic():
        _decision(made, who, by)
    intend(arrival_id=made, code="admit", by=by, at=after(3))
    with pytest.raises(Clash, match="It stays as it was"):
        intend(arrival_id=made, code="home", by=by, at=after(4))
    decide(arrival_id=made, code="home-with-help", decided_by="Dr Bose", by=by, at=after(90))
    with gate.person(who, by=by, at=after(91), why="trying"):
        for table, change in (
            (Intention.objects.filter(arrival_id=made), {"code": "home"}),
            (Intention.objects.filter(arrival_id=made), {"hospital": False}),
            (Arrival.objects.filter(id=made), {"intended_hospital": False}),
            (Arrival.objects.filter(id=made), {"intended_at": None}),
            (Decision.objects.filter(arrival_id=made), {"title": "Home"}),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                table.update(**change)
    view = arrival_view(made, by=by, at=after(92))
    assert view.row.changed and (view.row.intended_title, view.row.decided_title) == ("Admit", "Home with help")
    assert [each.hours for each in view.outcomes] == [72, 168]


def _decision(arrival: UUID, who: UUID, by: Actor) -> None:
    Decision.objects.create(
        id=new_id(), arrival_id=arrival, person_id=who, code="home", title="Home", hospital=False, decided_by="Dr Bose",
        by_name=by.name, at=after(2),
    )  # fmt: skip


def test_a_changed_decision_says_why_and_both_stay() -> None:
    by = at_the_door()
    made = came(person(), by=by)
    intend(arrival_id=made, code="admit", by=by, at=after(3))
    decide(arrival_id=made, code="home", decided_by="Dr Bose", by=by, at=after(60))
    with pytest.raises(Invalid):
        decide(arrival_id=made, code="admit", decided_by="Dr Bose", by=by, at=after(70))
    decide(
        arrival_id=made, code="admit", decided_by="Dr Bose", words="Fell again in the waiting room", by=by, at=after(70)
    )
    view = arrival_view(made, by=by, at=after(71))
    assert [each.title for each in view.decisions] == ["Admit", "Home"] and view.row.decided_hospital


def test_what_is_missing_is_said() -> None:
    by = at_the_door()
    with pytest.raises(Invalid) as wrong:
        arrive(
            details=ArrivalDetails(person_id=person(), door="heartlands", way="", arrived_at=after(10)), by=by, at=FELL
        )
    assert set(wrong.value.errors) == {"way", "arrived_at"}
    made = came(person(), by=by)
    with pytest.raises(Invalid):
        intend(arrival_id=made, code="", by=by, at=after(1))
    intend(arrival_id=made, code="not-decided", by=by, at=after(1))
    with pytest.raises(Invalid) as wrong:
        decide(arrival_id=made, code="", decided_by=" ", by=by, at=after(2))
    assert set(wrong.value.errors) == {"decided", "decided_by"}
