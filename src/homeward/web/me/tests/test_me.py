"""Can somebody ask for help for themselves, see where it is, and see who looked?"""

import pytest

from homeward.access.api import gate, system
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import MORNING, coordinator, person, received
from homeward.web.hub.tests.at_work import browser, ten_past, text
from tests.plumbing.people_at_work import citizen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]
ASKED = {"need": "not-sure", "words": "I feel weak", "sender_phone": "0121 496 0002", "key": "me-1", "step": "need"}


def saved() -> list[ServiceRequest]:
    with gate.job("demo", by=system("demo"), at=MORNING):
        return list(ServiceRequest.objects.all())


def test_asking_for_help_takes_one_page_and_is_followed_in_plain_words() -> None:
    who = person()
    client = browser(citizen(person_id=who))
    assert "You have not asked for help yet" in text(client.get("/me/"))
    assert "What do you need help with?" in text(client.get("/me/ask/"))
    page = text(client.post("/me/ask/", ASKED, follow=True))
    (need,) = saved()
    assert "We have it" in page and (need.source, need.person_id, need.requester_name) == ("citizen", who, "Ivy Cole")
    assert "We have your request and a hub is reading it." in text(client.get("/me/"))


def test_what_is_missing_is_said_to_the_person() -> None:
    client = browser(citizen(person_id=person()))
    answer = client.post("/me/ask/", ASKED | {"words": "", "sender_phone": ""})
    page = text(answer)
    assert (
        answer.status_code == 422
        and "Enter a number we can ring you on." in page
        and "Tell us what has happened" in page
    )


def test_help_that_is_on_its_way_is_shown_first() -> None:
    who = person()
    received(person_id=who)
    assert "Help has already been asked for" in text(browser(citizen(person_id=who)).get("/me/ask/"))


def test_every_look_is_shown_to_the_person() -> None:
    who = person()
    need = received(person_id=who)
    browser(coordinator()).get(f"/hub/{need.id}/")
    page = text(browser(citizen(person_id=who)).get("/me/looked/"))
    assert "Asha Patel, hub coordinator" in page
    people, _, house = page.partition("What Homeward did by itself, with no person looking:")
    assert "Asha Patel" in people and "Asha Patel" not in house and "Homeward itself" not in people


def test_staff_have_no_such_pages() -> None:
    assert browser(coordinator()).get("/me/").status_code == 403
