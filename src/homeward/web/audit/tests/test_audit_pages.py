"""Do the audit and account pages answer, for those who may see them and for nobody else?"""

import re
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from homeward.access.api import gate, memberships_of, system
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.ids import new_id
from tests.plumbing.people_at_work import LONG_AGO, signed_in, staff

pytestmark = pytest.mark.django_db
PAGES = ("/audit/", "/audit/unusual/", "/audit/seal/", "/accounts/")


def role_with(*permissions: str) -> str:
    fitting = (role for role in place().roles.values() if role.sections and not role.machine)
    return next(role.code for role in fitting if all(role.may(permission) for permission in permissions))


@pytest.fixture
def lead() -> Actor:
    return staff(
        role=role_with("audit.view", "users.manage"), organisation=next(iter(place().organisations)), name="Grace Lead"
    )


@pytest.fixture
def browser(lead: Actor) -> Client:
    return signed_in(lead)


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_every_page_answers_for_governance_and_is_refused_to_others(address: str, browser: Client) -> None:
    assert "<h1>" in text(browser, address)
    nurse = signed_in(staff(role=role_with("visit.plan"), teams=tuple(place().teams)[:1]))
    refused = nurse.get(address)
    assert refused.status_code == 403 and "Your role" in refused.content.decode()
    assert Client().get(address).headers["Location"].startswith("/sign-in/")


def test_the_log_is_searched_by_staff_name_and_reason_and_shows_itself(browser: Client) -> None:
    person_id = new_id()
    with gate.person(person_id, by=system("demo"), at=LONG_AGO, why="a very particular reason"):
        pass
    assert "a very particular reason" in text(browser, "/audit/?why=particular&opened_by=homeward")
    assert "Grace Lead" in text(browser, "/audit/?name=grace")
    assert "Nothing fits" in text(browser, "/audit/?name=zzz")
    assert "a very particular reason" in text(browser, f"/audit/?opened_by=homeward&person={person_id}&until=31/12/2020")
    assert "Nothing fits" in text(browser, f"/audit/?person={person_id}&since=01/01/2021")


def test_the_log_begins_with_what_people_opened_and_says_so(lead: Actor, browser: Client) -> None:
    with gate.job("demo"):
        pass
    first = text(browser, "/audit/")
    assert "What people opened, newest first" in first and "Homeward itself (" not in first
    assert "search of the access log" in first  # her own look
    own = text(browser, "/audit/?opened_by=homeward")
    assert "Homeward itself (making the synthetic population)" in own and "search of the access log" not in own
    everybody = text(browser, "/audit/?opened_by=everybody")
    assert "Homeward itself (" in everybody and "search of the access log" in everybody
    assert "only what partners’ systems opened" in text(browser, "/audit/?opened_by=systems")
    assert 'href="?name=grace&amp;opened_by=homeward"' in text(browser, "/audit/?name=grace")
    assert "Openings of records, newest first" in text(browser, f"/audit/?who={lead.user_id}")  # one account's, whatever it is
    assert "What people opened" in text(browser, "/audit/?opened_by=nobody-we-know")


@pytest.mark.parametrize(
    ("query", "words"),
    [("person=123", "NHS number of 10 figures"), ("person=9449306621", "Nobody here"), ("since=soon", "first day")],
)
def test_wrong_filters_are_told_beside_their_field(query: str, words: str, browser: Client) -> None:
    answer = browser.get(f"/audit/?{query}")
    assert answer.status_code == 422 and words in answer.content.decode()


def test_the_chain_is_checked_on_the_page(browser: Client) -> None:
    assert "The chain is whole" in browser.post("/audit/seal/").content.decode()


def test_inviting_giving_a_role_ending_it_and_closing(browser: Client) -> None:
    organisation, role = next(iter(place().organisations)), role_with("referral.triage")
    assert browser.post("/accounts/", {"name": "Ben", "email": "x"}).status_code == 422
    form = {"name": "Ben Cole", "email": "ben@example.org", "role": role, "organisation": organisation}
    made = browser.post("/accounts/", form)
    assert made.status_code == 200 and "/link/" in made.content.decode()
    again = browser.post("/accounts/", form)
    assert again.status_code == 422 and "already an account" in again.content.decode()
    address = re.findall(r'href="/accounts/([0-9a-f-]{36}/)"', text(browser, "/accounts/?q=ben"))[0]
    page = f"/accounts/{address}"
    user_id = UUID(address.strip("/"))
    other = role_with("visit.plan")
    browser.post(
        page, {"do": "give", "role": other, "organisation": organisation, "teams": [next(iter(place().teams))]}
    )
    assert {each.role_code for each in memberships_of(user_id)} == {role, other}
    first = next(each for each in memberships_of(user_id) if each.role_code == role)
    browser.post(page, {"do": "end", "membership": str(first.id)})
    assert [each.role_code for each in memberships_of(user_id)] == [other]
    assert "/link/" in browser.post(page, {"do": "invite"}).content.decode()
    assert browser.post(page, {"do": "reset"}).status_code == 302
    assert browser.post(page, {"do": "close"}).status_code == 302
    assert "Closed" in text(browser, page) and memberships_of(user_id) == []


def test_nobody_closes_their_own_account(lead: Actor, browser: Client) -> None:
    refused = browser.post(f"/accounts/{lead.user_id}/", {"do": "close"})
    assert refused.status_code == 422 and "your own account" in refused.content.decode()
    assert browser.get(f"/accounts/{new_id()}/").status_code == 404


def test_the_log_is_taken_as_a_file_and_that_is_written_down(browser: Client) -> None:
    person_id = new_id()
    with gate.person(person_id, by=system("demo"), at=LONG_AGO, why="=a very particular reason"):
        pass
    assert "Take this list as a file" in text(browser, "/audit/?why=particular&opened_by=everybody")
    assert len(browser.get("/audit/log.csv?why=particular").content.decode().splitlines()) == 1
    answer = browser.get("/audit/log.csv?why=particular&opened_by=everybody")
    lines = answer.content.decode().splitlines()
    assert answer["Content-Type"].startswith("text/csv") and len(lines) == 2 and "2020-01-01" in lines[1]
    assert "the access log as a file" in text(browser, "/audit/")
    with gate.job("audit"), connection.cursor() as cursor:
        cursor.execute("select facts from foundation_event where kind = 'access.export_log'")
        assert "particular" in str(cursor.fetchone()[0])
    assert browser.get("/audit/log.csv?since=soon").status_code == 422
    nurse = signed_in(staff(role=role_with("visit.plan"), teams=tuple(place().teams)[:1]))
    assert nurse.get("/audit/log.csv").status_code == 403
