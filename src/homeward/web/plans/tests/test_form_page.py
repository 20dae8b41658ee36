"""Does a form show what is known, keep what is typed without a script, and show both answers when two people differ?"""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from homeward.access.api import gate, relationships, system
from homeward.episodes.api import open_episode
from homeward.foundation.actions import Actor
from homeward.plans.api import form_view
from homeward.plans.tests.arranging import FIRST_VISIT, KNOWN, therapist
from homeward.referrals.tests.arranging import SERVICE, TEAM, received
from homeward.visits.api import record_contact, visits_of
from tests.plumbing.people_at_work import signed_in, staff
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> UUID:
    """Somebody seen an hour ago, so that half of an assessment is known."""
    started, demo = began() - timedelta(hours=2), system("demo")
    referral = received(at=started)
    open_episode(
        person_id=referral.person_id, referral_id=referral.id, service_code=SERVICE, team_code=TEAM, by=demo, at=started
    )  # fmt: skip
    with gate.person(referral.person_id, by=demo, at=started, why="arranging"):
        relationships.grant(referral.person_id, TEAM, kind="episode", source_id=referral.id, at=started)
        first = visits_of([referral.id])[0].id
    record_contact(
        encounter_id=first, contact_at=began() - timedelta(hours=1), by=demo, at=began(), answers={"first-visit": {**FIRST_VISIT, **KNOWN}}
    )  # fmt: skip
    return referral.person_id


@pytest.fixture
def maya() -> Actor:
    return therapist()


def address(person: UUID) -> str:
    return f"/people/{person}/forms/home-assessment/"


def shown(page: str, link: str) -> bool:
    found = re.search(rf'data-question="{link}"( hidden)?>', page)
    assert found is not None
    return found[1] is None


def test_known_answers_are_shown_with_who_and_where(person: UUID, maya: Actor) -> None:
    page = signed_in(maya).get(address(person)).content.decode()
    assert "Walks with a stick or frame" in page and "East urgent community response" in page
    assert page.count("Still right") >= 4
    assert "4 questions were answered before" in page


def test_save_keeps_and_the_branch_opens_without_a_script(person: UUID, maya: Actor) -> None:
    browser = signed_in(maya)
    assert not shown(browser.get(address(person)).content.decode(), "why-falls")
    kept = browser.post(address(person), {"seen": "0", "step": "keep", "q.falls": "2"})
    assert kept.status_code == 200 and shown(kept.content.decode(), "why-falls")
    again = browser.get(address(person)).content.decode()
    assert 'name="q.falls" type="text" value="2"' in again and "Last kept" in again


def test_a_number_that_is_none_is_said_and_the_rest_is_kept(person: UUID, maya: Actor) -> None:
    sent = {"seen": "0", "step": "keep", "q.falls": "often", "q.would-help": "A rail"}
    answer = signed_in(maya).post(address(person), sent)
    page = answer.content.decode()
    assert answer.status_code == 422 and "Falls in the last year must be a number." in page and 'value="often"' in page
    view = form_view("home-assessment", person, by=maya, at=began())
    assert {each.item.link_id: each.standing for each in view.questions}["would-help"] == "A rail"


def test_finishing_asks_for_what_is_missing_then_shows_each_answers_author(person: UUID, maya: Actor) -> None:
    browser = signed_in(maya)
    gap = browser.post(address(person), {"seen": "0", "step": "finish", "q.falls": "1", "still.way-in": "on"})
    assert gap.status_code == 422 and 'href="#f-q.would-help"' in gap.content.decode()
    done = browser.post(
        address(person), {"seen": "1", "step": "finish", "q.falls": "1", "still.way-in": "on", "q.why-falls": "The rug", "q.would-help": "A rail"},
        follow=True,
    )  # fmt: skip
    page = done.content.decode()
    assert (
        "is finished" in page
        and "Said here by Maya Sharma" in page
        and "Known already from" in page
        and "Still good" in page
    )


def test_two_answers_to_one_question_are_both_shown_and_one_is_chosen(person: UUID, maya: Actor) -> None:
    first, second = signed_in(maya), signed_in(therapist("Tom Reid"))
    first.post(address(person), {"seen": "0", "step": "keep", "q.would-help": "A rail"})
    page = second.post(
        address(person), {"seen": "0", "step": "keep", "q.would-help": "A frame", "q.falls": "2"}
    ).content.decode()
    assert "Maya Sharma answered this" in page and "A rail" in page and "You answered:</strong> A frame" in page
    assert ">A rail</textarea>" in page and 'name="q.falls" type="text" value="2"' in page
    chosen = {"seen": "2", "step": "keep", "q.would-help": "A rail", "q.falls": "2", "mine.would-help": "A frame"}
    assert ">A frame</textarea>" in second.post(address(person), chosen).content.decode()


def test_an_old_page_does_not_bring_back_what_was_changed_since(person: UUID, maya: Actor) -> None:
    first, second = signed_in(maya), signed_in(therapist("Tom Reid"))
    first.post(address(person), {"seen": "0", "step": "keep", "q.falls": "1"})
    first.post(address(person), {"seen": "1", "step": "keep", "q.falls": "2"})
    page = second.post(
        address(person), {"seen": "1", "step": "keep", "q.falls": "1", "q.would-help": "A rail"}
    ).content.decode()
    assert 'name="q.falls" type="text" value="2"' in page and ">A rail</textarea>" in page


def test_somebody_who_does_not_look_after_the_person_sees_nothing(person: UUID) -> None:
    client: Client = signed_in(staff(role="therapist", teams=("eict-west",)))
    assert client.get(address(person)).status_code == 403
