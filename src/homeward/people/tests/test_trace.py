"""Is a person traced step by step, every step kept, and nobody's number taken on sound alone?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from homeward.directory.api import place
from homeward.foundation.errors import Refused
from homeward.people.api import (
    FhirDemographics,
    Person,
    PersonDetails,
    banner,
    person_page,
    register,
    trace,
    trace_rows,
)
from homeward.people.jobs import trace_new
from homeward.people.tests.support import AMINA, AT, house
from tests.demographics import synthetic
from tests.demographics.server import served

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def service() -> Iterator[FhirDemographics]:
    with served(synthetic.small_register()) as address:
        yield FhirDemographics(address, seconds=2)


def known(**changes: Any) -> Person:
    return register(details=replace(AMINA, nhs_number="", **changes), by=house(), at=AT)


def steps(person: Person) -> list[tuple[str, str]]:
    return [(row.step, row.result) for row in trace_rows(person.id, house(), AT)]


def test_an_exact_match_is_verified(service: FhirDemographics) -> None:
    person = known()
    traced = trace(person_id=person.id, by=house(), at=AT, service=service)
    top = banner(person.id, house(), AT)
    assert traced.verdict == "verified" and top.nhs_number == synthetic.AMINA
    assert top.nhs_number_said == "999 000 0018, verified"
    assert steps(person) == [("Exact name, date of birth, sex and postcode", "One person matches")]


def test_a_given_number_is_checked_first(service: FhirDemographics) -> None:
    person = register(details=replace(AMINA, nhs_number=synthetic.AMINA), by=house(), at=AT)
    trace(person_id=person.id, by=house(), at=AT, service=service)
    assert [step for step, _ in steps(person)] == ["By NHS number"]


def test_a_number_of_somebody_else_is_not_verified(service: FhirDemographics) -> None:
    told = PersonDetails(family="Other", given="Olga", birth_date=date(1970, 1, 1), nhs_number=synthetic.AMINA)
    person = register(details=told, by=house(), at=AT)
    traced = trace(person_id=person.id, by=house(), at=AT, service=service)
    assert traced.verdict == "possible" and len(traced.steps) > 1
    assert banner(person.id, house(), AT).nhs_number_status == "failed_trace"


@pytest.mark.hazard(
    "HZ-S71-5",
    hazard="A trace takes a stranger who sounds alike, and their NHS number is shown as verified.",
    control="A match must agree in birth date and name; one found by sound alone is shown to a human and not taken.",
)
def test_a_former_name_is_shown_but_not_taken(service: FhirDemographics) -> None:
    person = known(family="Malik")
    traced = trace(person_id=person.id, by=house(), at=AT, service=service)
    assert traced.verdict == "verified" and [each.step.name for each in traced.steps] == ["exact", "history"]
    sounding = known(family="Kahn", given="Amena", postcode="")
    traced = trace(person_id=sounding.id, by=house(), at=AT, service=service)
    assert traced.verdict == "possible" and banner(sounding.id, house(), AT).nhs_number == ""


def test_a_merged_number_is_replaced(service: FhirDemographics) -> None:
    told = PersonDetails(family="Begum", given="Rahela", birth_date=date(1950, 2, 1), nhs_number=synthetic.OLD_NUMBER)
    person = register(details=told, by=house(), at=AT)
    traced = trace(person_id=person.id, by=house(), at=AT, service=service)
    assert traced.superseded and banner(person.id, house(), AT).nhs_number == synthetic.NEW_NUMBER


def test_an_invalidated_number_goes_on_to_the_name(service: FhirDemographics) -> None:
    told = replace(AMINA, nhs_number=synthetic.GONE)
    person = register(details=told, by=house(), at=AT)
    traced = trace(person_id=person.id, by=house(), at=AT, service=service)
    assert traced.steps[0].answer.result == "invalidated"
    assert banner(person.id, house(), AT).nhs_number == synthetic.AMINA


@pytest.mark.hazard(
    "HZ-S71-6",
    hazard="The address of somebody in danger is shown to whoever finds their name.",
    control="A person whom the national service restricts has no address, postcode or telephone on any page or search result.",
)
def test_a_restricted_person_is_hidden(service: FhirDemographics) -> None:
    told = PersonDetails(
        family="Quiet",
        given="Grace",
        birth_date=date(1988, 8, 8),
        postcode="B1 1AA",
        address_lines=("1 Road",),
        practice_code=place().areas_of_kind("practice_list", on=AT.date())[0].code,
        phone="0121 496 0009",
    )
    person = register(details=told, by=house(), at=AT)
    trace(person_id=person.id, by=house(), at=AT, service=service)
    top = banner(person.id, house(), AT)
    assert top.restricted and "Restricted" in top.notices[0].words
    page = person_page(person.id, house(), AT)
    assert not page.homes and not page.practices and not page.areas and not page.contacts and not page.postcode


def test_a_death_in_the_register_is_recorded(service: FhirDemographics) -> None:
    told = PersonDetails(family="Last", given="Edna", birth_date=date(1930, 1, 2))
    person = register(details=told, by=house(), at=AT)
    trace(person_id=person.id, by=house(), at=AT, service=service)
    top = banner(person.id, house(), AT)
    assert top.died_on == date(2026, 11, 2) and top.notices[0].words.startswith("Died on 2 November 2026")


def test_two_alike_need_a_human(service: FhirDemographics) -> None:
    person = register(
        details=PersonDetails(family="Double", given="Sam", birth_date=date(1970, 1, 24)), by=house(), at=AT
    )
    assert trace(person_id=person.id, by=house(), at=AT, service=service).verdict == "possible"


def test_a_number_held_by_another_record_is_disputed(service: FhirDemographics) -> None:
    register(details=replace(AMINA, nhs_number=synthetic.AMINA, postcode="B1 1AA"), by=house(), at=AT)
    double = known()
    trace(person_id=double.id, by=house(), at=AT, service=service)
    top = banner(double.id, house(), AT)
    assert top.nhs_number_status == "disputed" and top.in_review


def test_whoever_is_new_is_traced_once(service: FhirDemographics) -> None:
    person = known()
    known(family="Unknown", birth_date=None)
    assert trace_new(AT, service) == 1 and trace_new(AT, service) == 0
    assert banner(person.id, house(), AT).nhs_number_status == "verified"


def test_a_silent_service_is_not_asked_again_and_again() -> None:
    known()
    known(given="Bilal")
    assert trace_new(AT, FhirDemographics("http://127.0.0.1:9", seconds=0.2)) == 1


def test_no_answer_changes_nothing_and_no_service_says_so(service: FhirDemographics) -> None:
    person = known()
    deaf = FhirDemographics("http://127.0.0.1:9", seconds=0.2)
    assert trace(person_id=person.id, by=house(), at=AT, service=deaf).verdict == "unavailable"
    assert banner(person.id, house(), AT).nhs_number_status == "none"
    with pytest.raises(Refused, match="not set up"):
        trace(person_id=person.id, by=house(), at=AT)
