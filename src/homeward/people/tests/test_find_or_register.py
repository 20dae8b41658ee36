"""Does one human being get one record, even when two messages arrive at once, and two people never one?"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connections

from homeward.access.api import gate
from homeward.people.api import Correction, Person, banner, correct, find_or_register
from homeward.people.models import Identifier
from homeward.people.tests.support import AMINA, AT, house, make, number

BORN = date(1941, 5, 3)


@pytest.mark.django_db
def test_the_same_details_twice_are_one_person() -> None:
    told = replace(AMINA, nhs_number=number(21))
    first, how = find_or_register(details=told, by=house(), at=AT)
    again, how_again = find_or_register(details=told, by=house(), at=AT)
    assert (how, how_again) == ("registered", "found") and first.id == again.id


@pytest.mark.hazard(
    "HZ-S71-1",
    hazard="Two people become one record because a message carries the wrong NHS number.",
    control="A number whose holder has another birth date or name is never merged: a person is registered apart, with the reason, and waits on a list to be checked.",
)
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "how"),
    [
        ({"given": "Aminah"}, "found"),
        ({"family": "Hussain"}, "found"),
        ({"birth_date": date(1941, 3, 5)}, "found"),
        ({"given": "Khan", "family": "Amina"}, "found"),
        ({"birth_date": date(1962, 9, 9)}, "needs_review"),
        ({"family": "Smith", "given": "Peter"}, "needs_review"),
        ({"birth_date": date(1941, 3, 5), "family": "Smith"}, "needs_review"),
    ],
)
def test_one_number_but_other_details(change: dict[str, Any], how: str) -> None:
    told = replace(AMINA, nhs_number=number(22))
    first, _ = find_or_register(details=told, by=house(), at=AT)
    second, so = find_or_register(details=replace(told, **change), by=house(), at=AT)
    assert so == how and (second.id == first.id) == (how == "found")
    if how == "needs_review":
        top = banner(second.id, house(), AT)
        assert top.in_review and any("belongs to" in notice.words for notice in top.notices)
        assert top.nhs_number == "" and top.nhs_number_status == "disputed"
        correct(person_id=second.id, correction=Correction(settled=True), reason="Two people", by=house(), at=AT)
        top = banner(second.id, house(), AT)
        assert not top.in_review and top.nhs_number_status == "none" and top.notices == ()


@pytest.mark.django_db
def test_without_a_number_only_exactly_the_same_details_are_one() -> None:
    person = make()
    same, how = find_or_register(details=replace(AMINA, nhs_number=""), by=house(), at=AT)
    twin, how_twin = find_or_register(details=replace(AMINA, nhs_number="", given="Aisha"), by=house(), at=AT)
    assert (same.id, how) == (person.id, "found")
    assert twin.id != person.id and how_twin == "registered"


@pytest.mark.django_db
def test_a_number_told_later_is_kept_but_not_yet_verified() -> None:
    person = make()
    _, how = find_or_register(details=replace(AMINA, nhs_number=number(23)), by=house(), at=AT)
    top = banner(person.id, house(), AT)
    assert how == "found" and top.nhs_number == number(23) and top.nhs_number_status == "not_verified"


@pytest.mark.hazard(
    "HZ-S71-2",
    hazard="Two messages arrive at once and make two records of one person, so that each team sees half.",
    control="Whoever decides whose number or details these are holds a lock until done, and the database allows a current NHS number once.",
)
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("nhs_number", [number(24), ""])
def test_eight_at_once_make_one_person(nhs_number: str) -> None:
    told = replace(AMINA, nhs_number=nhs_number)

    def arrive(_: int) -> tuple[Person, str]:
        try:
            return find_or_register(details=told, by=house(), at=AT)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=8) as crowd:
        results = list(crowd.map(arrive, range(8)))
    assert len({person.id for person, _ in results}) == 1
    assert sorted(how for _, how in results) == ["found"] * 7 + ["registered"]
    with gate.job("demo", at=AT):
        assert Identifier.objects.filter(value=nhs_number).count() == (1 if nhs_number else 0)
