"""Is a need stated in two plain steps, sent once, acknowledged with a link, and followed by whoever holds it?"""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from homeward.access.api import gate, issue_link, system
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import MORNING, after, gp, person, received
from homeward.web.hub.tests.at_work import browser, ten_past, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]
PERSON = {"family": "Ward", "given": "Rose", "birth_date": "3 4 1938", "postcode": "b9 5aa", "language": "pl"}
NEED = PERSON | {
    "need": "fall", "words": "Fell by the bed", "wants": "To stay at home", "risks": ["head-injury", "not-a-sign"],
    "sender_name": "Dr Shah", "sender_phone": "0121 496 0001", "key": "form-1", "step": "need",
}  # fmt: skip


def saved() -> list[ServiceRequest]:
    with gate.job("demo", by=system("demo"), at=MORNING):
        return list(ServiceRequest.objects.order_by("received_at"))


def sent(client: Client, **more: Any) -> Any:
    return client.post("/refer/", {**NEED, "risks": ["head-injury"], **more}, follow=True)


def test_who_it_is_for_comes_first_and_mistakes_are_said() -> None:
    client = browser(gp())
    page = text(client.get("/refer/"))
    assert "Who is it for?" in page and 'Call <a href="tel:999">999</a>' in page
    wrong = client.post("/refer/", {"step": "person", "family": "", "birth_date": "x", "nhs_number": "123"})
    page = text(wrong)
    assert wrong.status_code == 422 and "<title>Error: Who is it for?" in page and 'href="#family"' in page
    page = text(client.post("/refer/", PERSON | {"step": "person"}))
    assert "What does Rose Ward need?" in page and 'name="family" id="family" value="Ward"' in page


def test_what_is_open_is_shown_before_the_need_is_typed() -> None:
    by = gp()
    need = received(by=by)
    page = text(
        browser(by).post("/refer/", {"step": "person", "family": "Cole", "given": "Ivy", "birth_date": "6 5 1941"})
    )
    assert "Help has already been asked for" in page and f'href="/track/{need.id}/"' in page and "Track it" in page


def asked_of(client: Client, *, given: str = "Ivy", born: str = "1 1 1941") -> str:
    return text(client.post("/refer/", {"step": "person", "family": "Cole", "given": given, "birth_date": born}))


def test_a_first_of_january_that_fits_one_person_alone_is_enough() -> None:
    by = gp()
    here = person(birth_date=date(1941, 1, 1))
    need = received(by=by, person_id=here)
    assert f'href="/track/{need.id}/"' in asked_of(browser(by))
    assert "/track/" + str(need.id) not in asked_of(browser(by), given="Joan")  # a twin, or another altogether
    person(birth_date=date(1941, 1, 1))
    assert "/track/" + str(need.id) not in asked_of(browser(by))  # which of the two is meant cannot be told


def test_somebody_written_down_twice_is_met_with_what_is_open_under_either() -> None:
    by = gp()
    needs = [received(by=by, person_id=person()) for _ in range(2)]
    page = asked_of(browser(by), born="6 5 1941")
    assert all(f'href="/track/{need.id}/"' in page for need in needs)


def test_danger_signs_show_without_a_script_and_keep_what_was_typed() -> None:
    page = text(browser(gp()).post("/refer/", NEED | {"step": "signs"}))
    assert "Any of these danger signs?" in page and "Fell by the bed" in page and saved() == []


def test_sending_says_what_happens_next_and_gives_a_link_that_works_without_an_account() -> None:
    client = browser(gp())
    page = text(sent(client))
    (need,) = saved()
    assert "We have it" in page and "What happens next" in page and "You told us of a danger sign" in page
    assert (need.risk_codes, need.language_code, need.source) == (["head-injury"], "pl", "web")
    assert "<code>" not in text(client.get("/refer/sent/"))  # shown once, and not kept
    link = page.split("<code>")[1].split("</code>")[0].removeprefix("http://testserver")
    stranger = Client()
    assert "Continue" in text(stranger.get(link)) or stranger.get(link).status_code == 200
    followed = text(stranger.post(link, follow=True))
    assert "We have your request" in followed and "A fall" in followed and "What has happened so far" in followed
    assert stranger.get("/hub/").status_code == 403


def test_the_same_form_twice_is_one_referral_and_one_person() -> None:
    client = browser(gp())
    sent(client), sent(client)
    assert len(saved()) == 1


def test_nothing_typed_is_lost_when_something_is_missing() -> None:
    answer = sent(browser(gp()), sender_phone="", need="")
    page = text(answer)
    assert answer.status_code == 422 and "Fell by the bed" in page and 'href="#need"' in page and saved() == []


def test_a_partner_without_an_account_refers_by_a_link_that_ends() -> None:
    by = system("links")
    token = issue_link(
        kind="refer",
        organisation="bsol-icb",
        expires_at=MORNING + timedelta(days=1),
        held_by="Oak Lodge",
        by=by,
        at=MORNING,
    )
    partner = Client()
    asked = partner.post(f"/link/{token.token}/", follow=True)
    assert "Who is it for?" in text(asked)
    page = text(sent(partner))
    (need,) = saved()
    assert need.source == "link" and "We have it" in page and "Share this link" in page
    assert partner.get("/people/").status_code == 403


def test_a_stranger_and_a_hub_role_without_the_right_are_sent_away(client: Client) -> None:
    assert client.get("/refer/")["Location"].startswith("/sign-in/")
    assert client.get("/refer/sent/")["Location"].startswith("/sign-in/")


def test_hostile_words_are_only_words() -> None:
    page = text(sent(browser(gp()), words="<script>alert(1)</script>' or 1=1 --", wants="‮drowssap", family="Wаrd"))
    assert "<script>alert" not in page and len(saved()) == 1
    assert after(1)
