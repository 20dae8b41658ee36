"""Are many people registered at once as fully as one by one, each found again by what was told?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.access.api import gate
from homeward.directory.api import place
from homeward.foundation.errors import Invalid, NotPermitted
from homeward.people.api import PersonDetails, banner, find_or_register, register_many, search
from homeward.people.models import Person, PracticeRegistration
from homeward.people.tests.support import AMINA, AT, house, number

pytestmark = pytest.mark.django_db


def test_every_row_and_one_event_each() -> None:
    practice = place().areas_of_kind("practice_list", on=AT.date())[0].code
    told = [replace(AMINA, given=f"Nr{n}", nhs_number=number(100 + n), practice_code=practice) for n in range(5)]
    ids = register_many(people=told, by=house(), at=AT)
    top = banner(ids[3], house(), AT)
    assert (top.name, top.nhs_number) == ("Nr3 Khan", number(103))
    with gate.job("demo", at=AT), connection.cursor() as cursor:
        assert PracticeRegistration.objects.filter(person_id__in=ids).exclude(locality_code="").count() == 5
        assert Person.objects.get(id=ids[0]).locality_code
        cursor.execute(
            "select count(*) from foundation_event where kind = 'person.register' and person_id = any (%s)", [ids]
        )
        assert cursor.fetchone()[0] == 5


def test_only_a_job_may_and_the_impossible_refuses_all() -> None:
    with pytest.raises(NotPermitted):
        register_many(people=[AMINA], by=replace(house(), kind="staff"), at=AT)
    with pytest.raises(Invalid):
        register_many(people=[AMINA, replace(AMINA, nhs_number="1")], by=house(), at=AT)
    assert len(search(text="Amina Khan", by=house(), at=AT)) == 0


NAME = st.text(st.characters(categories=("Lu", "Ll", "Lo")), min_size=1, max_size=12)
DAY = st.dates(min_value=date(1910, 1, 1), max_value=AT.date() - timedelta(days=1))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(family=NAME, first=NAME, born=DAY)
def test_whoever_was_registered_is_found_and_is_not_registered_twice(family: str, first: str, born: date) -> None:
    told = PersonDetails(family=family, given=first, birth_date=born, postcode="B1 1AA")
    person, _ = find_or_register(details=told, by=house(), at=AT)
    for how in (
        {"family": family, "given": first},
        {"family": family, "birth_date": born},
        {"given": first, "birth_date": born},
    ):
        assert person.id in {row.person_id for row in search(**how, by=house(), at=AT)}, how
    again, how_again = find_or_register(details=told, by=house(), at=AT)
    assert again.id == person.id and how_again == "found"
