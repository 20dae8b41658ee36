"""Is a call taken once, with live referrals and likenesses shown before saving?"""

from datetime import date

import pytest

from homeward.access.api import gate, system
from homeward.directory.api import intake, team
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import MORNING, coordinator, person, received
from homeward.web.hub.tests.at_work import browser, ten_past, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]
CALL = {
    "sender_name": "Leah Brooks", "sender_phone": "0121 496 0101", "sender_kind": "care-home", "family": "Ward",
    "given": "Rose", "birth_date": "3 4 1938", "need": "fall", "words": "Fell by the bed", "key": "k-1", "step": "save",
}  # fmt: skip


def on_duty() -> str:
    """The hub that takes a need of somebody whose area is not known."""
    return intake(areas=(), need="fall", at=MORNING).team


def saved() -> list[ServiceRequest]:
    with gate.job("demo", by=system("demo"), at=MORNING):
        return list(ServiceRequest.objects.order_by("received_at"))


def test_a_call_is_saved_once_however_often_it_is_sent() -> None:
    client = browser(coordinator(team=on_duty()))
    first = client.post("/hub/call/", CALL)
    again = client.post("/hub/call/", CALL)
    (need,) = saved()
    assert first["Location"] == again["Location"] == f"/hub/{need.id}/triage/"
    assert (need.source, need.requester_name, need.requester_kind) == ("call", "Leah Brooks", "care-home")
    assert "Saved. Now decide how soon help is needed." in text(client.get(first["Location"]))


def test_a_call_that_another_hub_takes_says_who_has_it() -> None:
    page = text(browser().post("/hub/call/", CALL, follow=True))
    assert f"{team(on_duty()).name} owns it now" in page


def test_what_is_open_already_is_shown_while_the_name_is_typed() -> None:
    need = received()
    typed = {"family": "Cole", "given": "Ivy", "birth_date": "6 5 1941", "step": "check"}
    page = text(browser().post("/hub/call/", typed, headers={"X-Fragment": "1"}))
    assert "Is it one of these?" in page and "Help has already been asked for" in page
    assert f'href="/hub/{need.id}/"' in page and "<html" not in page


def test_somebody_known_is_chosen_and_nothing_more_is_asked_of_them() -> None:
    who = person()
    browser().post("/hub/call/", CALL | {"family": "", "birth_date": "", "known": str(who)})
    assert [need.person_id for need in saved()] == [who]


def test_what_is_missing_is_said_beside_it_and_what_was_typed_is_kept() -> None:
    answer = browser().post(
        "/hub/call/", CALL | {"sender_phone": "", "birth_date": "31 2 1938", "need": "", "nhs_number": "123"}
    )
    page = text(answer)
    assert answer.status_code == 422 and "<title>Error: Take a call" in page and "Fell by the bed" in page
    for field in ("sender_phone", "birth_date", "need", "nhs_number"):
        assert f'href="#{field}"' in page
    assert saved() == []


def test_danger_signs_of_the_chosen_need_are_shown_without_a_script() -> None:
    page = text(browser().post("/hub/call/", {"need": "fall", "step": "check", "words": "On the floor"}))
    assert "Any of these danger signs?" in page and "Call 999 now." in page and "On the floor" in page


def test_a_birth_date_tomorrow_is_refused() -> None:
    tomorrow = date(2026, 3, 4)
    page = text(browser().post("/hub/call/", CALL | {"birth_date": f"{tomorrow:%d %m %Y}"}))
    assert "must be today or in the past" in page
