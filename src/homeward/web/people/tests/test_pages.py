"""Do the pages find, show, register, move and correct people, and refuse whoever may not?"""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client

from homeward.access.api import system
from homeward.directory.api import place
from homeward.foundation.moments import aware
from homeward.people.api import Person, PersonDetails, banner, find_or_register, register
from tests.plumbing.people_at_work import LONG_AGO, signed_in, staff

pytestmark = pytest.mark.django_db
AT = aware(LONG_AGO.replace(year=2026))
AMINA = PersonDetails(
    family="Khan", given="Amina", birth_date=date(1941, 5, 3), sex="female", nhs_number="9990000018",
    address_lines=("12 Made Up Road",), postcode="B29 6JF", language_code="ur", interpreter_needed=True,
)  # fmt: skip


def amina(**changes: Any) -> Person:
    return register(details=replace(AMINA, **changes), by=system("demo"), at=AT)


def browser(role: str = "hub-coordinator") -> Client:
    team = next(code for code, team in place().teams.items() if team.hub == (role == "hub-coordinator"))
    return signed_in(staff(role=role, teams=(team,)))


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_a_search_says_why_and_what_next() -> None:
    amina()
    page = text(browser().get("/people/?q=khan+amina&born=3+5+1941"))
    assert "1 person found" in page and "Same birth date, family name and given name" in page
    assert "999 000 0018" in page and "Register a new person" in page


def test_an_empty_search_is_an_error_with_a_summary() -> None:
    answer = browser().get("/people/?q=&born=")
    assert answer.status_code == 422 and "<title>Error: " in text(answer) and 'href="#q"' in text(answer)


def test_the_person_page_shows_who_it_is_and_who_looked() -> None:
    person = amina()
    client = browser()
    answer = client.get(f"/people/{person.id}/")
    page = text(answer)
    assert answer.status_code == 200
    for words in (
        "Amina Khan",
        "3 May 1941",
        "Urdu, interpreter needed",
        "Circle of care",
        "12 Made Up Road",
        "Open needs",
    ):
        assert words in page, words


def test_asking_for_help_starts_with_what_is_known() -> None:
    person = amina()
    client = browser()
    page = client.get(f"/people/{person.id}/").content.decode()
    form = page.split('name="step" value="person">')[1].split("</form>")[0]
    told = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    answer = client.post("/refer/", told | {"step": "person"})
    assert answer.status_code == 200 and "Amina" in text(answer) and "<title>Error" not in text(answer)
    assert told["nhs_number"] == "9990000018" and told["birth_date"] == "3 5 1941"


def test_a_team_without_a_relationship_is_refused_in_words() -> None:
    person = amina()
    answer = browser("community-nurse").get(f"/people/{person.id}/")
    assert answer.status_code == 403 and "not looking after this person" in text(answer)


def test_a_double_is_shown_before_anybody_is_registered() -> None:
    amina(nhs_number="")
    client = browser()
    typed = {"family": "Kahn", "given": "Amina", "birth_date": "3 5 1941", "postcode": "B29 6JF"}
    fragment = text(client.post("/people/likenesses/", typed))
    assert (
        "Is it one of these people?" in fragment and "family name sounds alike" in fragment and "<html" not in fragment
    )
    page = client.post("/people/new/", typed)
    assert page.status_code == 200 and "None of these: register a new person" in text(page)
    answer = client.post("/people/new/", typed | {"none_of_these": "1"})
    assert answer.status_code == 302 and answer.headers["Location"].startswith("/people/")


def test_somebody_who_does_not_fit_waits_to_be_checked() -> None:
    amina()
    other = find_or_register(details=replace(AMINA, birth_date=date(1962, 9, 9)), by=system("demo"), at=AT)[0]
    client = browser()
    page = text(client.get("/people/review/"))
    assert "belongs to somebody with another birth date" in page and str(other.id) in page
    put_right = {"family": "Khan", "given": "Amina", "sex": "female", "settled": "on", "reason": "Two people"}
    client.post(f"/people/{other.id}/correct/", put_right)
    assert "Nobody is waiting to be checked." in text(client.get("/people/review/"))


def test_a_wrong_nhs_number_is_said_beside_its_field() -> None:
    answer = browser().post("/people/new/", {"family": "New", "birth_date": "1 1 1950", "nhs_number": "123"})
    assert answer.status_code == 422 and 'href="#nhs_number"' in text(answer)


def test_a_move_a_death_and_its_correction() -> None:
    person = amina()
    client = browser()
    moved = client.post(f"/people/{person.id}/move/", {"since": "today", "postcode": "B1"})
    assert moved.status_code == 422 and 'href="#since"' in text(moved)
    death = {"died_on": "1 3 2026", "source": "practice"}
    assert 'href="#sure"' in text(client.post(f"/people/{person.id}/death/", death))
    answer = client.post(f"/people/{person.id}/death/", death | {"sure": "on"}, follow=True)
    assert "Died on 1 March 2026 (source: general practice)." in text(answer)
    put_right = {
        "family": "Khan",
        "given": "Amina",
        "birth_date": "3 5 1941",
        "sex": "female",
        "nhs_number": "999 000 0018",
    }
    answer = client.post(
        f"/people/{person.id}/correct/", put_right | {"not_dead": "on", "reason": "Another Khan"}, follow=True
    )
    assert "The details have been put right." in text(answer) and "Died" not in text(answer)


def test_a_new_practice_is_a_move() -> None:
    person = amina()
    practice = place().areas_of_kind("practice_list", on=AT.date())[0]
    answer = browser().post(f"/people/{person.id}/move/", {"since": "1 2 2026", "practice": practice.name}, follow=True)
    assert practice.name in text(answer) and "Their open needs go with them" in text(answer)


def test_tracing_says_when_it_is_not_set_up() -> None:
    person = amina()
    answer = browser().post(f"/people/{person.id}/trace/")
    assert answer.status_code in (400, 403, 409, 422) and "Tracing is not set up here." in text(answer)
    assert banner(person.id, system("demo"), AT).nhs_number_status == "not_verified"
