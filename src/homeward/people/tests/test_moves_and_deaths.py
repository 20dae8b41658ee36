"""Do a move, a death and a correction become one event each, a notice, and rows that keep what was true before?"""

from datetime import date
from typing import Any

import pytest

from homeward.access.api import gate
from homeward.directory.api import place
from homeward.foundation import events
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, NotPermitted
from homeward.people.api import Correction, Person, banner, correct, die, move, person_page, search
from homeward.people.models import Address
from homeward.people.tests.support import AT, house, make, number
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
SINCE = date(2026, 11, 18)


HEARD: list[events.EventRow] = []
KINDS = ("person.move", "person.die", "person.correct")


@pytest.fixture
def heard() -> list[events.EventRow]:
    """What a subscriber is told during the test."""
    for kind in KINDS:
        events.subscribe(kind, HEARD.append)
    HEARD.clear()
    return HEARD


def old_home() -> Person:
    person = make()
    with gate.person(person.id, by=house(), at=AT):
        Address.objects.filter(person=person).update(valid_from=date(2020, 1, 1))
    return person


def test_a_move_is_dated_announced_and_noticed(heard: list[events.EventRow]) -> None:
    person = old_home()
    ward = place().areas_of_kind("ward", on=AT.date())[0]
    move(
        person_id=person.id, address_lines=("2 New Street",), postcode="b1 1aa", ward_code=ward.code, since=SINCE,
        by=house(), at=AT,
    )  # fmt: skip
    page = person_page(person.id, house(), AT)
    assert [notice.words for notice in page.banner.notices] == ["Moved to 2 New Street, B1 1AA on 18 November 2026."]
    assert [(home.since, home.until) for home in page.homes] == [(SINCE, None), (date(2020, 1, 1), date(2026, 11, 17))]
    (event,) = heard
    assert event.facts["after"]["ward"] == ward.code and event.facts["before"]["ward"] == "" and event.facts["home"]
    assert ("Ward", ward.name) in page.areas and search(text="Khan B1 1AA", by=house(), at=AT)


def test_a_practice_can_change_alone(heard: list[events.EventRow]) -> None:
    person = old_home()
    first, second = place().areas_of_kind("practice_list", on=AT.date())[:2]
    for practice in (first, second):
        move(person_id=person.id, practice_code=practice.code, since=AT.date(), by=house(), at=AT)
    page = person_page(person.id, house(), AT)
    assert page.practice_code == second.code and len(page.homes) == 1
    assert page.banner.notices[0].words == f"Changed practice to {second.name} on 20 November 2026."
    assert page.promised is not None and [event.facts["home"] for event in heard] == [False, False]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"since": date(2027, 1, 1)}, "since"), ({"since": date(2019, 1, 1)}, "since"), ({"postcode": "B1"}, "postcode")],
)
def test_an_impossible_move_is_refused(wrong: dict[str, Any], field: str) -> None:
    told: dict[str, Any] = {"postcode": "B1 1AA", "since": SINCE} | wrong
    with pytest.raises(Invalid) as refused:
        move(person_id=old_home().id, by=house(), at=AT, **told)
    assert field in refused.value.errors


@pytest.mark.hazard(
    "HZ-S71-7",
    hazard="A death is recorded for the wrong person, and nothing can undo it.",
    control="The form asks to check the person first; a mistake is withdrawn with a reason, and both stand in the record of events.",
)
def test_a_death_is_recorded_once_and_can_be_put_right(heard: list[events.EventRow]) -> None:
    person = make()
    for _ in range(2):
        die(person_id=person.id, died_on=SINCE, source="practice", by=house(), at=AT)
    assert [event.kind for event in heard] == ["person.die"]
    top = banner(person.id, house(), AT)
    assert top.notices[0].words == "Died on 18 November 2026 (source: general practice)." and top.age == "85 years"
    correct(person_id=person.id, correction=Correction(not_dead=True), reason="Wrong record", by=house(), at=AT)
    assert banner(person.id, house(), AT).died_on is None
    assert heard[-1].facts["before"]["death"]["source"] == "practice"


@pytest.mark.parametrize(
    "wrong",
    [{"died_on": date(2027, 1, 1)}, {"died_on": date(1930, 1, 1)}, {"source": "hearsay"}, {"died_on": None}],
)
def test_an_impossible_death_is_refused(wrong: dict[str, Any]) -> None:
    told: dict[str, Any] = {"died_on": SINCE, "source": "practice"} | wrong
    with pytest.raises(Invalid):
        die(person_id=make().id, by=house(), at=AT, **told)


def test_a_changed_name_keeps_the_former_one_findable() -> None:
    person = make()
    correction = Correction(family="Malik", name_changed_on=SINCE, birth_date=date(1941, 5, 4), nhs_number=number(60))
    correct(person_id=person.id, correction=correction, reason="Married", by=house(), at=AT)
    top = banner(person.id, house(), AT)
    assert (top.name, top.former_names, top.nhs_number) == ("Amina Malik", ("Amina Khan",), number(60))
    (row,) = search(text="Amina Khan 4/5/1941", by=house(), at=AT)
    assert row.name == "Amina Malik" and row.former_name == "Amina Khan" and "a former name" in row.why


def test_a_correction_needs_a_reason() -> None:
    with pytest.raises(Invalid):
        correct(person_id=make().id, correction=Correction(sex="male"), reason=" ", by=house(), at=AT)


@pytest.mark.hazard(
    "HZ-S73-18",
    hazard="A general practice goes on opening the record of somebody who left it, or cannot open its own patient's.",
    control="Registration is a relationship that begins and ends with it; the gate asks for one that stands.",
)
def test_a_practice_opens_its_own_patients_until_they_leave() -> None:
    first, second = _two_practices()
    person = make(practice_code=first)
    before, after = _gp(first), _gp(second)
    with gate.person(person.id, by=before, at=AT):
        pass
    with pytest.raises(NotPermitted), gate.person(person.id, by=after, at=AT):
        pass
    move(person_id=person.id, since=AT.date(), practice_code=second, by=house(), at=AT)
    with gate.person(person.id, by=after, at=AT):
        pass
    with pytest.raises(NotPermitted), gate.person(person.id, by=before, at=AT):
        pass


def _two_practices() -> list[str]:
    return [area.code for area in place().areas.values() if area.kind == "practice_list"][:2]


def _gp(practice: str) -> Actor:
    role = next(code for code, role in place().roles.items() if role.needs_relationship and role.may("person.view"))
    return staff(role=role, organisation=practice, teams=())
