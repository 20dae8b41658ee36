"""Can those who sent a referral follow it, answer and withdraw it, and can nobody else?"""

import pytest

from homeward.referrals.api import ask
from homeward.referrals.tests.arranging import after, coordinator, gp, now_is, person, placed, received, triaged
from homeward.web.hub.tests.at_work import browser, ten_past, text
from tests.plumbing.people_at_work import citizen, staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]


def test_a_gp_sees_what_they_sent_and_where_it_is() -> None:
    by = gp()
    need = placed(triaged(received(by=by)))
    client = browser(by)
    page = text(client.get("/track/"))
    assert "Ivy Cole" in page and "Waiting for the team to accept" in page and "East urgent community response" in page
    one = text(client.get(f"/track/{need.id}/"))
    assert "A team has been asked to help." in one and "was asked to help." in one


def test_an_empty_list_says_what_to_do() -> None:
    assert "You have not sent a referral yet" in text(browser(gp()).get("/track/"))


def test_a_question_is_answered_and_a_note_is_added() -> None:
    by = gp()
    need = received(by=by)
    ask(referral_id=need.id, words="Has she a key safe?", by=coordinator(), at=after(2), expected_version=1)
    client, address = browser(by), f"/track/{need.id}/"
    page = text(client.get(address))
    assert "We need to know" in page and "Has she a key safe?" in page
    assert client.post(address, {"words": ""}).status_code == 422
    assert "The team can see what you wrote" in text(client.post(address, {"words": "Yes, 1234"}, follow=True))
    assert "Add something we should know" in text(client.get(address))
    client.post(address, {"words": "Her son is there now"})
    assert "Her son is there now" in text(browser(coordinator()).get(f"/hub/{need.id}/"))


def test_it_is_withdrawn_with_a_reason() -> None:
    by = gp()
    need = received(by=by)
    client, address = browser(by), f"/track/{need.id}/withdraw/"
    assert "Choose a reason" in text(client.post(address, {}))
    assert "It is withdrawn" in text(client.post(address, {"reason_code": "need-gone"}, follow=True))
    assert now_is(need).state == "revoked"


def test_the_person_follows_their_own_and_nobody_elses() -> None:
    who = person()
    need, other = received(person_id=who), received()
    client = browser(citizen(person_id=who))
    assert "We have it" in text(client.get(f"/track/{need.id}/"))
    assert client.get(f"/track/{other.id}/").status_code == 404
    assert client.get("/track/")["Location"] == "/me/"


def test_another_practice_finds_nothing() -> None:
    need = received(by=gp())
    stranger = staff(role="gp", organisation="bsol-icb", teams=("ucr-east",), name="Dr Nobody")
    assert browser(stranger).get(f"/track/{need.id}/").status_code == 404
    assert browser(stranger).get("/track/01a00000-0000-7000-8000-000000000000/").status_code == 404
