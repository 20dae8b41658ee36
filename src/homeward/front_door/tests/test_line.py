"""Is a call taken once, is its advice signed for good, and does somebody make sure afterwards?"""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from homeward.access.api import gate, relationships, system
from homeward.episodes.api import tasks_about
from homeward.foundation.errors import Invalid, NotPermitted, Refused
from homeward.foundation.events import of_subject
from homeward.front_door.api import advise, call_view, check_back, end_call, line_board, name_person, take
from homeward.front_door.models import Advice, Call
from homeward.front_door.rules.signed import SIGNED, digest
from homeward.front_door.tests.arranging import FELL, TEAM, a_call, advised, after, clinician, some_advice, taken
from homeward.referrals.tests.arranging import coordinator, person

pytestmark = pytest.mark.django_db


def call_of(call_id: UUID) -> Call:
    with gate.job("demo", by=system("demo"), at=after(2)):
        return Call.objects.get(id=call_id)


def test_a_call_begins_a_relationship_and_is_saved_once() -> None:
    who, by = person(), clinician()
    assert not relationships.with_team(who, [TEAM])
    first = take(details=a_call(who), by=by, at=after(1), key="one")
    assert take(details=a_call(who), by=by, at=after(2), key="one") == first
    assert relationships.with_team(who, [TEAM])
    view = call_view(first, by=by, at=after(3))
    assert (view.call.eligible, view.taken_in, view.open) == (True, 60, True)
    assert [row.id for row in line_board(by=by, at=after(3)).waiting] == [first]


@pytest.mark.parametrize(
    ("born", "signs", "told", "eligible"),
    [
        (date(1941, 5, 6), (), None, True),
        (date(1990, 5, 6), (), None, False),
        (date(1941, 5, 6), ("stroke-signs",), None, False),
        (None, (), None, None),
        (None, (), 80, True),
    ],
)
def test_the_places_rule_says_whether_a_crew_rings_first(
    born: date | None, signs: tuple[str, ...], told: int | None, eligible: bool | None
) -> None:
    who = person(birth_date=born)
    assert call_of(taken(who, signs=signs, told_age=told)).eligible is eligible


def test_the_rule_is_about_those_who_convey() -> None:
    assert call_of(taken(person(), caller_kind="mental-health-ward")).eligible is None


def test_only_the_lines_own_team_takes_its_calls() -> None:
    with pytest.raises(NotPermitted):
        taken(person(), by=coordinator())
    with pytest.raises(NotPermitted):
        taken(person(), by=clinician(teams=("opal-heartlands",)))


def test_what_is_missing_is_said_for_each_field() -> None:
    with pytest.raises(Invalid) as wrong:
        taken(None, question=" ", need_code="", intended="", caller_kind="", answered_at=after(9))
    assert set(wrong.value.errors) == {"told_words", "question", "need_code", "intended", "caller_kind", "answered_at"}
    made = taken(person())
    with pytest.raises(Invalid) as wrong:
        advise(
            call_id=made, by=clinician(), at=after(8),
            advice=some_advice("", words="", safety_words="", told="", decided_by="", decided_role="", safety_due_at=after(0)),
        )  # fmt: skip
    assert set(wrong.value.errors) == {
        "outcome",
        "words",
        "safety_words",
        "told",
        "decided_by",
        "decided_role",
        "safety_due_at",
    }


@pytest.mark.hazard(
    "HZ-S3-1",
    hazard="Advice is given by word of mouth and lost: nobody answers for it afterwards.",
    control="Advice is a signed row that the database never lets change, with a named decider, and its digest stands in the sealed log.",
)
def test_advice_is_signed_and_stays() -> None:
    who, by = person(), clinician()
    made = advised(who, by=by)
    advise(call_id=made, advice=some_advice("convey", at=after(30), words="Worse: take her in."), by=by, at=after(30))
    view = call_view(made, by=by, at=after(31))
    assert [(each.outcome, each.whole) for each in view.advice] == [
        ("Take to hospital", True),
        ("Stay where they are", True),
    ]
    assert view.call.outcome_hospital and view.advice[0].decided_role == "Consultant geriatrician"
    with gate.person(who, by=by, at=after(32), why="looking"):
        told = [event.facts["digest"] for event in of_subject(made, person_id=who) if event.kind == "line.advise"]
        assert sorted(told) == sorted(each.digest for each in view.advice)
        for change in ({"words": "Something else"}, {"decided_by": "Nobody"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Advice.objects.filter(call_id=made).update(**change)
        with pytest.raises(IntegrityError), transaction.atomic():
            Call.objects.filter(id=made).update(intended_code="stay")
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            Advice.objects.filter(call_id=made).delete()


def test_a_forged_row_does_not_look_signed() -> None:
    """Even whoever owns the database cannot put other words under a signature unseen."""
    who, by = person(), clinician()
    made = advised(who, by=by)
    view = call_view(made, by=by, at=after(9))
    assert view.advice[0].whole
    with gate.person(who, by=by, at=after(9), why="looking"):
        row = Advice.objects.get(call_id=made)
    words = {name: getattr(row, name) for name in SIGNED}
    assert digest(words, before="") == row.digest != digest({**words, "words": "Take her in."}, before="")


@pytest.mark.hazard(
    "HZ-S3-2",
    hazard="Somebody advised to stay at home gets worse and nobody looks again.",
    control="Every advice has a ring back with an owner and a time; it stays on the list, late in red, until what was heard is written down.",
)
def test_the_safety_net_has_an_owner_and_a_time_until_it_is_closed() -> None:
    who, by = person(), clinician()
    made = advised(who, by=by)
    due = after(8) + timedelta(hours=14)
    with gate.person(who, by=by, at=after(9), why="looking"):
        (task,) = tasks_about([made], at=after(9))
    assert (task.owner_team, task.due_at, task.done_at) == (TEAM, due, None)
    (row,) = line_board(by=by, at=due + timedelta(minutes=1)).to_ring
    assert (row.id, row.safety_due_at) == (made, due)
    later = due + timedelta(hours=2)
    check_back(call_id=made, heard="not-reached", next_due_at=later, by=by, at=due + timedelta(minutes=5))
    assert [each.safety_due_at for each in line_board(by=by, at=later).to_ring] == [later]
    check_back(call_id=made, heard="as-hoped", by=by, at=later)
    assert not line_board(by=by, at=later).to_ring
    with gate.person(who, by=by, at=later, why="looking"):
        assert [each.done_at is None for each in tasks_about([made], at=later)] == [False, False]
    with pytest.raises(Refused):
        check_back(call_id=made, heard="as-hoped", by=by, at=later)


def test_somebody_not_known_is_advised_and_named_later() -> None:
    by = clinician()
    made = advised(None, by=by, told_words="Woman of about 80 at the bus station", told_age=80)
    (row,) = line_board(by=by, at=after(9)).to_ring
    assert row.whom == "Woman of about 80 at the bus station" and not call_view(made, by=by, at=after(9)).outcomes
    with pytest.raises(NotPermitted):
        call_view(made, by=coordinator(), at=after(9))
    with pytest.raises(Invalid, match="Say who the person is first"):
        advise(call_id=made, advice=some_advice("urgent-response"), by=by, at=after(9))
    who = person()
    name_person(call_id=made, person_id=who, by=by, at=after(20))
    view = call_view(made, by=by, at=after(21))
    assert view.banner and view.banner.person_id == who and [each.hours for each in view.outcomes] == [72, 168]
    assert view.advice[0].whole
    with pytest.raises(Refused):
        name_person(call_id=made, person_id=person(), by=by, at=after(22))


def test_a_caller_who_rings_off_leaves_the_list() -> None:
    by = clinician()
    made = taken(person(), by=by)
    end_call(call_id=made, words="Rang off", by=by, at=after(3))
    board = line_board(by=by, at=after(4))
    assert not board.waiting and [row.id for row in board.lately] == [made]
    with pytest.raises(Invalid):
        advise(call_id=made, advice=some_advice(), by=by, at=after(5))


def test_a_call_is_seen_by_those_who_look_after_the_person_and_by_nobody_else() -> None:
    who = person()
    made = taken(who)
    with pytest.raises(NotPermitted):
        call_view(made, by=clinician(teams=("opal-heartlands",)), at=after(2))
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from front_door_call where id = %s", [made])
        assert cursor.fetchone() == (0,)
    assert call_of(made).answered_at == FELL
