"""Is everyone found by what is known of them, with the reason, and nobody by a closed gate?"""

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from homeward.access.api import gate, system
from homeward.foundation.errors import NotPermitted
from homeward.people.api import (
    Correction,
    GivenIdentifier,
    PersonDetails,
    correct,
    in_review,
    likenesses,
    register,
    search,
)
from homeward.people.models import Person
from homeward.people.tests.support import AMINA, AT, house, make, number

pytestmark = pytest.mark.django_db
BORN = date(1941, 5, 3)


def found(text: str) -> list[str]:
    return [row.name for row in search(text=text, by=house(), at=AT)]


@pytest.mark.parametrize(
    "text",
    [
        "Amina Khan", "khan, amina", "Khan Amina", "KHAN 03/05/1941", "amina 3 May 1941", "Khan B296JF", "b29 6jf",
        "1941-05-03", "Mrs Khan", "Kha", "Kahn 3/5/1941", "Amina Khan 5/3/1941",
    ],
)  # fmt: skip
def test_many_ways_of_asking_lead_to_her(text: str) -> None:
    make()
    assert "Amina Khan" in found(text)


def test_the_nhs_number_finds_one_person_and_says_why() -> None:
    register(details=replace(AMINA, nhs_number=number(11)), by=house(), at=AT)
    make(given="Bilal")
    rows = search(text=f"{number(11)[:3]} {number(11)[3:6]} {number(11)[6:]}", by=house(), at=AT)
    assert [(row.name, row.why) for row in rows] == [("Amina Khan", "Same NHS number")]


@pytest.mark.parametrize(
    ("family", "given", "asked"),
    [
        ("O'Brien", "Máire", "obrien maire"), ("Ó Briain", "Seán", "Sean O Briain"), ("Łukasiewicz", "Zoë", "lukasiewicz zoe"),
        ("Al-Hassan", "Noor", "noor al hassan"), ("Suharto", "", "suharto"), ("de la Cruz", "Ana", "Ana de la Cruz"),
        ("Ng", "Li", "Li Ng"), ("O", "Jae", "Jae O"), ("李", "小龙", "李 小龙"), ("St. John-Smythe", "Bo", "Bo St John Smythe"),
    ],
)  # fmt: skip
def test_names_are_found_as_people_type_them(family: str, given: str, asked: str) -> None:
    person = make(family=family, given=given)
    assert [row.person_id for row in search(text=asked, by=house(), at=AT)][:1] == [person.id]


@pytest.mark.parametrize("asked", ["RYW/123456", "ryw no such", "Khan RYW/123456"])
def test_a_local_number_finds_its_bearer(asked: str) -> None:
    local = GivenIdentifier(system="hospital", value="RYW/123456", organisation_code="trust")
    person = make(identifiers=(local,))
    rows = search(text=asked, by=house(), at=AT)
    assert [row.person_id for row in rows] == ([person.id] if "123456" in asked else [])
    assert not rows or "local number" in rows[0].why


def test_a_former_nhs_number_still_leads_to_its_bearer() -> None:
    person = register(details=replace(AMINA, nhs_number=number(12)), by=house(), at=AT)
    new = Correction(nhs_number=number(13))
    correct(person_id=person.id, correction=new, reason="Merged nationally", by=house(), at=AT)
    (row,) = search(text=number(12), by=house(), at=AT)
    assert row.person_id == person.id and row.why == "A former NHS number" and row.nhs_number == number(13)


def test_ten_digits_that_do_not_add_up_are_said_to_be_wrong() -> None:
    assert "not an NHS number" in search(text="999 000 0000", by=house(), at=AT).next_step


def test_whoever_may_not_search_may_not() -> None:
    with pytest.raises(NotPermitted):
        search(text="Khan", by=system("sealing"), at=AT)
    with pytest.raises(NotPermitted):
        likenesses(details=AMINA, by=system("sealing"), at=AT)
    with pytest.raises(NotPermitted):
        in_review(by=system("sealing"), at=AT)


def test_begum_and_bibi_stand_for_one_another() -> None:
    make(family="Bibi", given="Nasreen")
    rows = search(family="Begum", given="Nasreen", birth_date=BORN, by=house(), at=AT)
    assert rows[0].name == "Nasreen Bibi" and "used for one another" in rows[0].why


def test_day_and_month_swapped_is_found_and_said() -> None:
    make()
    rows = search(family="Khan", given="Amina", birth_date=date(1941, 3, 5), by=house(), at=AT)
    assert "Day and month of birth swapped" in rows[0].why or "day and month of birth swapped" in rows[0].why


def test_a_namesake_of_another_day_is_offered_only_where_the_day_fits_nobody() -> None:
    make()
    make(birth_date=date(1962, 8, 14))
    shown = [len(search(text=text, by=house(), at=AT)) for text in ("Amina Khan 03/05/1941", "Amina Khan 09/09/1950")]
    assert shown == [1, 2]


def test_at_a_postcode_a_given_name_finds_its_bearer_and_not_the_neighbours() -> None:
    make()
    make(family="Walsh", given="Dermot")
    assert found("Amina B29 6JF") == found("Amena B29 6JF") == ["Amina Khan"]
    assert set(found("Minnie B29 6JF")) == {"Amina Khan", "Dermot Walsh"}  # nobody is called so: who lives there
    assert set(found("B29 6JF")) == {"Amina Khan", "Dermot Walsh"}


def test_a_bare_common_surname_asks_for_more() -> None:
    for day in range(1, 26):
        make(given=f"Person{chr(96 + day)}", birth_date=date(1950, 1, day))
    rows = search(text="Khan", by=house(), at=AT)
    assert len(rows) == 20 and rows.too_many and "Add a date of birth" in rows.next_step


def test_nothing_asked_and_nothing_found_say_what_to_do() -> None:
    assert "Enter an NHS number" in search(text="  ", by=house(), at=AT).next_step
    assert "register them" in search(text="Nobody Atall", by=house(), at=AT).next_step


def test_a_first_name_alone_finds_nobody_and_says_why() -> None:
    make(family="Miah", given="Momtaz")
    found = search(text="Momtaz", by=house(), at=AT)
    assert not found and "looked for as a family name" in found.next_step and "register them" in found.next_step
    assert search(text="Momtaz", birth_date=BORN, by=house(), at=AT)[0].name == "Momtaz Miah"
    assert "looked for as a family name" not in search(text="Momtaz Nobody", by=house(), at=AT).next_step


@pytest.mark.hazard(
    "HZ-S71-3",
    hazard="A twin is taken for a double, and help goes to the wrong one.",
    control="The same birth date, family name and home with another given name is shown as a possible twin and never matched by itself.",
)
def test_a_twin_is_called_a_twin() -> None:
    make(given="Hassan")
    twin = PersonDetails(family="Khan", given="Hussain", birth_date=BORN, postcode="B29 6JF")
    alike = likenesses(details=replace(twin, given="Yusuf"), by=house(), at=AT)
    assert alike[0].caution == "May be a twin" and alike[0].why.endswith("May be a twin")


@pytest.mark.hazard(
    "HZ-S71-4",
    hazard="A person known under a misspelt name is registered again, and their history is not seen.",
    control="People who are alike are shown while details are typed, each with the reason, before anybody is registered.",
)
def test_a_double_is_explained_while_typing() -> None:
    make()
    typed = PersonDetails(family="Kahn", given="Amina", birth_date=BORN, postcode="B29 6JF")
    (double,) = likenesses(details=typed, by=house(), at=AT)
    assert double.why == "Same birth date, given name and postcode, family name sounds alike"
    assert double.caution == ""


def test_nothing_is_said_before_there_is_enough_to_go_by() -> None:
    make()
    assert likenesses(details=PersonDetails(family="Khan"), by=house(), at=AT) == []


def test_a_restricted_person_shows_no_postcode() -> None:
    person = make()
    with gate.person(person.id, by=house(), at=AT):
        Person.objects.filter(id=person.id).update(restricted=True)
    (row,) = search(text="Amina Khan", by=house(), at=AT)
    assert row.restricted and row.postcode == ""


def test_the_search_function_refuses_while_no_search_is_open() -> None:
    make()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select * from gate.search_people('', 'khan', '', null, null, '', 20)")
