"""Are a person's own words theirs alone, is every version kept, and does nobody overwrite what they have not seen?"""

from datetime import date
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from homeward.access.api import gate, system
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotPermitted, Refused
from homeward.foundation.ids import new_id
from homeward.plans.api import (
    LineView,
    PlanView,
    agree,
    change_line,
    dispute,
    end_line,
    plan_page,
    plan_versions,
    settle,
    write_line,
)
from homeward.plans.tests.arranging import nurse, visited
from homeward.referrals.tests.arranging import after, coordinator
from tests.plumbing.people_at_work import citizen

pytestmark = pytest.mark.django_db


@pytest.fixture
def ivy() -> Actor:
    return citizen(person_id=visited())


def whose(by: Actor) -> UUID:
    assert by.person_id is not None
    return by.person_id


def plan(by: Actor, minutes: float = 300) -> PlanView:
    found = plan_page(whose(by), by=by, at=after(minutes)).plan
    assert found is not None
    return found


def line(by: Actor, heading: str, minutes: float = 300) -> LineView:
    return plan(by, minutes).part(heading).lines[0]


def written(
    by: Actor,
    person: UUID,
    heading: str = "what-matters",
    words: str = "My garden, and tea at four.",
    minutes: float = 200,
) -> UUID:
    return write_line(person_id=person, heading=heading, words=words, by=by, at=after(minutes))


@pytest.mark.hazard(
    "HZ-S37-1",
    hazard="A professional rewrites a person's own words in their plan.",
    control="The database takes a change of such a line only in a transaction whose opening of the record is the person's own.",
)
def test_nobody_but_the_person_changes_the_persons_own_words(ivy: Actor) -> None:
    own = written(ivy, whose(ivy))
    for other in (nurse(), system("demo")):
        with pytest.raises(Refused, match="own words"):
            change_line(line_id=own, words="Her garden", seen=1, by=other, at=after(210))
        with pytest.raises(Refused, match="own words"):
            end_line(line_id=own, state="stopped", why="", seen=1, by=other, at=after(210))
    change_line(line_id=own, words="My garden, and tea at five.", seen=1, by=ivy, at=after(220))
    assert line(ivy, "what-matters").words == "My garden, and tea at five."


SAYING = (
    "insert into plans_linechange (line_id, person_id, number, plan_version, words, owner_words, state, why, by_kind, by_user, by_name, place_words, at)"
    " values (%s, %s, 2, 9, 'Other words', '', 'stands', '', %s, %s, 'Ivy Cole', '', now())"
)


@pytest.mark.parametrize("kind", ["staff", "citizen"])
def test_not_even_by_sql_in_the_persons_name(ivy: Actor, kind: str) -> None:
    own = written(ivy, whose(ivy))
    with gate.person(whose(ivy), by=nurse(), at=after(240), why="sin"), connection.cursor() as cursor:
        with pytest.raises(DatabaseError, match="own words"), transaction.atomic():
            cursor.execute(SAYING, [own, whose(ivy), kind, ivy.user_id])
        with pytest.raises(DatabaseError, match="stays"), transaction.atomic():
            cursor.execute("update plans_linechange set words = 'Other words' where line_id = %s", [own])
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute("delete from plans_linechange where line_id = %s", [own])


def test_no_professional_writes_agrees_or_disputes_in_the_persons_name(ivy: Actor) -> None:
    theirs = written(nurse(), whose(ivy), "contingency", "Ring 999 if you fall.")
    with pytest.raises(NotPermitted, match="may not say that a line of a plan is not right"):
        dispute(line_id=theirs, words="No", by=coordinator(), at=after(210))
    stance = (
        "insert into plans_stance (id, plan_id, line_id, person_id, kind, words, plan_version, by_kind, by_user, by_name, place_words, at)"
        " select %s, plan_id, id, person_id, 'dispute', 'No', 9, 'citizen', %s, 'Ivy Cole', '', now() from plans_line where id = %s"
    )
    with gate.person(whose(ivy), by=nurse(), at=after(240), why="sin"), connection.cursor() as cursor:
        with pytest.raises(DatabaseError, match="in their own name"), transaction.atomic():
            cursor.execute(stance, [new_id(), ivy.user_id, theirs])


def test_a_person_disputes_a_line_and_only_they_settle_it(ivy: Actor) -> None:
    theirs = written(nurse("Nia Brooks"), whose(ivy), "best-support", "Ivy likes to be washed in the morning.")
    with pytest.raises(Refused, match="somebody else"):
        change_line(line_id=theirs, words="I wash myself.", seen=1, by=ivy, at=after(210))
    with pytest.raises(Invalid, match="your own words"):
        dispute(line_id=theirs, words=" ", by=ivy, at=after(215))
    dispute(line_id=theirs, words="I wash myself, in the evening.", by=ivy, at=after(220))
    found = line(ivy, "best-support")
    assert (
        found.dispute is not None and found.dispute.words == "I wash myself, in the evening." and not found.dispute.told
    )
    with pytest.raises(NotPermitted, match="Only the person"):
        settle(line_id=theirs, words="Talked about it", by=nurse(), at=after(230))
    change_line(line_id=theirs, words="Ivy washes herself in the evening.", seen=1, by=nurse(), at=after(240))
    assert line(ivy, "best-support").dispute is not None  # changing the line does not end what the person said of it
    settle(line_id=theirs, words="", by=ivy, at=after(250))
    assert line(ivy, "best-support").dispute is None


def test_agreement_is_with_the_plan_as_it_stood(ivy: Actor) -> None:
    written(ivy, whose(ivy))
    agree(person_id=whose(ivy), words="", by=ivy, at=after(210))
    assert plan(ivy).changes_since == 0 and plan(ivy).agreed is not None
    written(nurse(), whose(ivy), "contingency", "Ring us first.", 220)
    assert plan(ivy).changes_since == 1


def test_what_a_professional_writes_down_as_agreed_says_so(ivy: Actor) -> None:
    written(nurse(), whose(ivy), "contingency", "Ring us first.")
    with pytest.raises(Invalid, match="how the person told you"):
        agree(person_id=whose(ivy), words="", by=nurse(), at=after(210))
    agree(person_id=whose(ivy), words="At home today, with her daughter.", by=nurse(), at=after(210))
    agreed = plan(ivy).agreed
    assert agreed is not None and agreed.told


def test_goals_have_actions_with_owner_and_day(ivy: Actor) -> None:
    goal = written(ivy, whose(ivy), "goals", "To walk to the shop again.")
    with pytest.raises(Invalid, match="who does it"):
        write_line(
            person_id=whose(ivy), heading="goals", words="Order a frame", goal_id=goal, by=nurse(), at=after(210)
        )
    done = write_line(
        person_id=whose(ivy), heading="goals", words="Order a frame", goal_id=goal, owner_words="Maya, therapist",
        due_on=date(2026, 3, 3), by=nurse(), at=after(210),
    )  # fmt: skip
    shown = line(ivy, "goals")
    assert [(each.words, each.owner_words, each.late) for each in shown.actions] == [
        ("Order a frame", "Maya, therapist", False)
    ]
    assert line(ivy, "goals", minutes=60 * 24 * 2).actions[0].late
    end_line(line_id=done, state="done", why="It came", seen=1, by=ivy, at=after(400))
    assert line(ivy, "goals", minutes=500).actions[0].state == "done"


def test_nobody_overwrites_what_they_have_not_seen(ivy: Actor) -> None:
    theirs = written(nurse(), whose(ivy), "contingency", "Ring us first.")
    change_line(line_id=theirs, words="Ring 111 first.", seen=1, by=nurse("Nia Brooks"), at=after(210))
    with pytest.raises(Clash, match="Nia Brooks has changed this line to: Ring 111 first."):
        change_line(line_id=theirs, words="Ring the ward first.", seen=1, by=nurse("Tom Reid"), at=after(220))


def test_every_version_is_kept_with_who_changed_what(ivy: Actor) -> None:
    own = written(ivy, whose(ivy))
    change_line(line_id=own, words="My garden, and tea at five.", seen=1, by=ivy, at=after(210))
    agree(person_id=whose(ivy), words="", by=ivy, at=after(220))
    found = plan_versions(whose(ivy), by=nurse(), at=after(230)).changes
    assert [(each.version, each.did) for each in found] == [(3, "agreed with the plan"), (2, "changed"), (1, "wrote")]
    assert [(piece.part, piece.words) for piece in found[1].pieces] == [
        ("kept", "My garden, and tea at "), ("gone", "four."), ("new", "five."),
    ]  # fmt: skip
