"""Can somebody ask for help for a person they care for, follow that one request, and open nobody and nothing else?"""

import pytest
from django.test import Client

from homeward.access.api import gate, system, who_looked
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound, NotPermitted
from homeward.referrals.api import ServiceRequest, ask, revoke, track
from homeward.referrals.tests.arranging import MORNING, after, coordinator, person, received
from homeward.web.hub.tests.at_work import browser, ten_past, text
from tests.plumbing.people_at_work import citizen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]
MOTHER = {"given": "Ivy", "family": "Cole", "birth_date": "6 5 1941", "postcode": "B9 5SS"}
NEED = {
    "need": "not-sure", "words": "She is weak and will not eat", "sender_name": "Sam Cole", "sender_role": "Her son",
    "sender_phone": "0121 496 0002", "key": "carer-1", "step": "need",
}  # fmt: skip


def carer(*, name: str = "Sam Cole") -> Actor:
    return citizen(person_id=None, role="carer", name=name)


def asked_by(client: Client) -> ServiceRequest:
    """The one referral there is, once this carer has sent it in."""
    client.post("/refer/", MOTHER | NEED)
    with gate.job("demo", by=system("demo"), at=MORNING):
        return ServiceRequest.objects.get(requester_name="Sam Cole")


def test_their_first_page_is_theirs_and_leads_to_asking_whom_it_is_for() -> None:
    client = browser(carer())
    assert client.get("/")["Location"] == "/me/"
    assert "Ask for help for someone" in text(client.get("/me/"))
    assert client.get("/me/ask/")["Location"] == "/refer/"
    assert "Ask for help: step 1 of 2" in text(client.get("/refer/"))
    assert client.get("/me/looked/").status_code == 404


def test_they_say_who_they_are_to_the_person() -> None:
    client = browser(carer())
    page = text(client.post("/refer/", MOTHER | {"step": "person"}))
    assert "Ask for help: step 2 of 2" in page and "Who are you to them?" in page and 'value="Carer"' not in page
    answer = client.post("/refer/", MOTHER | NEED | {"sender_role": ""})
    assert answer.status_code == 422 and "Say who you are to them" in text(answer)
    need = asked_by(client)
    assert (need.source, need.requester_role, need.requester_kind, need.requester_team) == (
        "citizen",
        "Her son",
        "carer",
        "",
    )


def test_they_follow_it_and_answer_a_question_about_it() -> None:
    client = browser(carer())
    need = asked_by(client)
    ask(
        referral_id=need.id,
        words="Has she a key safe?",
        by=coordinator(team=need.hub_team_id),
        at=after(12),
        expected_version=1,
    )
    assert ", for Ivy Cole<" in text(client.get("/me/"))
    assert "We have a question for you" in text(client.get("/me/"))
    page = text(client.get(f"/track/{need.id}/"))
    assert "Has she a key safe?" in page and "This is no longer needed" not in page
    assert "The team can see what you wrote" in text(client.post(f"/track/{need.id}/", {"words": "Yes"}, follow=True))
    assert "Her son" in text(browser(coordinator(team=need.hub_team_id)).get(f"/hub/{need.id}/"))


def test_the_person_sees_that_their_carer_looked() -> None:
    by = carer()
    need = asked_by(browser(by))
    track(need.id, by=by, at=after(12))
    themself = citizen(person_id=need.person_id)
    assert any("Sam Cole" in look.words for look in who_looked(need.person_id, by=themself, at=after(13)))


@pytest.mark.hazard(
    "HZ-S73-23",
    hazard="Somebody who once asked for help for a person, or says they care for them, reads what else that person needs.",
    control="A carer's account opens only the requests it sent; every other one of that person does not exist for it.",
)
def test_a_carer_opens_nothing_else_of_that_person_and_nobody_else() -> None:
    by = carer()
    need = asked_by(browser(by))
    same_person, somebody = received(person_id=need.person_id), received(person_id=person(given="Ada"))
    with pytest.raises(NotFound):
        track(same_person.id, by=by, at=after(12))
    with pytest.raises(NotPermitted):
        track(somebody.id, by=by, at=after(12))
    client = browser(by)
    for other in (same_person, somebody):
        assert client.get(f"/track/{other.id}/").status_code == 404
        assert client.post(f"/track/{other.id}/", {"words": "x"}).status_code == 404
        assert str(other.id) not in text(client.get("/me/"))
    for address in (f"/people/{need.person_id}/", f"/hub/{need.id}/", "/hub/", "/people/", "/work/"):
        assert client.get(address).status_code in (302, 403, 404), address


def test_another_carer_of_the_same_person_follows_their_own_requests_only() -> None:
    need, other = asked_by(browser(carer())), carer(name="Jo Cole")
    stranger = browser(other)
    assert "You have not asked for help yet" in text(stranger.get("/me/"))
    assert stranger.get(f"/track/{need.id}/").status_code == 404


def test_withdrawing_is_not_a_carers() -> None:
    by = carer()
    need = asked_by(browser(by))
    with pytest.raises(NotPermitted):
        revoke(referral_id=need.id, by=by, at=after(12), reason_code="need-gone")
