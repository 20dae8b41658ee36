"""Is a person registered once, checked, and hidden from whoever has not opened the gate?"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection

from homeward.access.api import gate
from homeward.foundation import events
from homeward.foundation.errors import Invalid
from homeward.people.api import PersonDetails, banner, register
from homeward.people.models import Address, Contact, Identifier, Person, PersonName, PracticeRegistration
from homeward.people.tests.support import AMINA, AT, house, make, number

pytestmark = pytest.mark.django_db


def test_the_banner_says_who_it_is() -> None:
    person = register(details=replace(AMINA, nhs_number=number(1)), by=house(), at=AT)
    top = banner(person.id, house(), AT)
    assert top.name == "Amina Khan" and top.born_said == "3 May 1941 (85 years)"
    assert top.nhs_number_said.endswith(", not verified")
    assert top.language_said == "Urdu, interpreter needed"
    assert top.access_needs and top.notices == ()


def test_registering_is_one_event() -> None:
    person = make()
    with gate.person(person.id, by=house(), at=AT):
        written = events.of_subject(person.id, person_id=person.id)
    assert [event.kind for event in written] == ["person.register"]


@pytest.mark.parametrize("table", [Person, PersonName, Identifier, Address, Contact, PracticeRegistration])
def test_no_rows_without_the_gate(table: type[Person]) -> None:
    person = register(details=replace(AMINA, nhs_number=number(2)), by=house(), at=AT)
    assert table.objects.count() == 0
    other = make(family="Other")
    with gate.person(other.id, by=house(), at=AT):
        key = "id" if table is Person else "person_id"
        assert not table.objects.filter(**{key: person.id}).exists()


def test_rows_cannot_be_deleted() -> None:
    person = make()
    with gate.person(person.id, by=house(), at=AT), pytest.raises(Exception, match="permission denied"):
        with connection.cursor() as cursor:
            cursor.execute("delete from people_person where id = %s", [person.id])


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"family": " "}, "family"),
        ({"birth_date": AT.date() + timedelta(days=1)}, "birth_date"),
        ({"birth_date": date(1850, 1, 1)}, "birth_date"),
        ({"nhs_number": "999 000 0000"}, "nhs_number"),
        ({"sex": "f"}, "sex"),
    ],
)
def test_impossible_details_are_refused_with_a_sentence(wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        register(details=replace(AMINA, **wrong), by=house(), at=AT)
    assert field in refused.value.errors and refused.value.errors[field].endswith(".")


def test_an_nhs_number_belongs_to_one_person() -> None:
    register(details=replace(AMINA, nhs_number=number(3)), by=house(), at=AT)
    with pytest.raises(Invalid) as refused:
        register(details=replace(AMINA, given="Zainab", nhs_number=number(3)), by=house(), at=AT)
    assert "nhs_number" in refused.value.errors


def test_a_single_name_and_strange_letters_are_kept_as_written() -> None:
    person = register(details=PersonDetails(family="  Suhārto\x00 "), by=house(), at=AT)
    assert banner(person.id, house(), AT).name == "Suhārto"
