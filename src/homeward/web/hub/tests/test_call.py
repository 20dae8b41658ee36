"""Is a call taken once, with live referrals and likenesses shown before saving?"""

import re
from datetime import date

import pytest

from homeward.access.api import gate, system
from homeward.directory.api import intake, team
from homeward.people.api import Person
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


IVY = {"family": "Cole", "given": "Ivy", "birth_date": "6 5 1941"}
NONE = {"known": "none", "none_of": "cole, ivy, 1941-05-06, "}


def people() -> int:
    with gate.job("demo", by=system("demo"), at=MORNING):
        return Person.objects.count()


@pytest.mark.hazard(
    "HZ-S1-2",
    hazard="On the telephone somebody already known is written down a second time, and what is open for them is seen by nobody.",
    control="With somebody very like here no answer is ticked beforehand, and no call is saved until a human has chosen one or none of them.",
)
def test_with_somebody_very_like_nothing_is_ticked_and_nothing_saved_until_a_human_chooses() -> None:
    ivy, client = person(), browser(coordinator(team=on_duty()))
    asked = client.post("/hub/call/", CALL | IVY)
    page = text(asked)
    assert asked.status_code == 422 and saved() == [] and people() == 1
    assert "Choose which of these people it is, or none of them." in page and 'href="#known"' in page and 'id="known"' in page
    assert f'value="{ivy}"' in page and not re.search(r'name="known"[^>]* checked', page)
    assert "Fell by the bed" in page and 'value="Leah Brooks"' in page and 'value="k-1"' in page
    first, again = (client.post("/hub/call/", CALL | IVY | {"known": str(ivy)}) for _ in range(2))
    assert first["Location"] == again["Location"]
    assert [need.person_id for need in saved()] == [ivy] and people() == 1


def test_none_of_them_sent_twice_is_one_call_about_one_new_person() -> None:
    person()
    client = browser(coordinator(team=on_duty()))
    first, again = (client.post("/hub/call/", CALL | IVY | NONE) for _ in range(2))
    assert first["Location"] == again["Location"] and len(saved()) == 1 and people() == 2


@pytest.mark.parametrize("other", [{"family": "Coles"}, {"given": "Ivye"}, {"birth_date": "6 4 1941"}, {"nhs_number": "9990000026"}])
def test_none_of_these_is_asked_again_once_the_details_are_others(other: dict[str, str]) -> None:
    client = browser(coordinator(team=on_duty()))
    person(), person(birth_date=date(1941, 4, 6))
    before = people()
    live = text(client.post("/hub/call/", IVY | other | NONE | {"step": "check"}, headers={"X-Fragment": "1"}))
    assert not re.search(r'value="none" checked', live)
    asked = client.post("/hub/call/", CALL | IVY | other | NONE)
    page = text(asked)
    assert asked.status_code == 422 and "since you said none of these people" in page and people() == before
    assert not re.search(r'name="known"[^>]* checked', page)
    said = re.search(r'name="none_of" value="([^"]*)"', page)
    assert said and said[1] != NONE["none_of"]


def test_none_of_these_stands_when_the_same_details_are_typed_another_way() -> None:
    person()
    same = {"family": " cole ", "given": "IVY", "birth_date": "06/05/1941"}
    answer = browser(coordinator(team=on_duty())).post("/hub/call/", CALL | same | NONE)
    assert answer.status_code == 302 and people() == 2


def test_none_of_these_without_saying_of_which_details_is_asked_again() -> None:
    person()
    assert browser(coordinator(team=on_duty())).post("/hub/call/", CALL | IVY | {"known": "none"}).status_code == 422


def test_a_birth_date_mistyped_by_swapping_and_a_name_nearly_alike_are_asked_about() -> None:
    person()
    client = browser(coordinator(team=on_duty()))
    assert client.post("/hub/call/", CALL | IVY | {"birth_date": "5 6 1941"}).status_code == 422
    assert client.post("/hub/call/", CALL | IVY | {"given": "Ivye"}).status_code == 422
    assert saved() == [] and people() == 1


def test_on_a_first_of_january_a_namesake_is_asked_about_too() -> None:
    person(birth_date=date(1941, 1, 1))
    asked = browser(coordinator(team=on_duty())).post("/hub/call/", CALL | IVY | {"birth_date": "1 1 1941"})
    assert asked.status_code == 422 and people() == 1


@pytest.mark.parametrize("other", [{"birth_date": "6 8 1941"}, {"given": "Rose", "birth_date": "6 5 1941"}])
def test_somebody_a_little_like_and_a_twin_are_shown_and_stand_in_nobodys_way(other: dict[str, str]) -> None:
    person()
    client = browser(coordinator(team=on_duty()))
    looked = text(client.post("/hub/call/", CALL | IVY | other | {"step": "check"}))
    assert "Is it one of these?" in looked and re.search(r'id="known_none" value="" checked', looked)
    assert client.post("/hub/call/", CALL | IVY | other).status_code == 302
    assert len(saved()) == 1 and people() == 2


def test_the_nhs_number_with_the_name_and_birth_date_needs_no_question() -> None:
    ivy = person(nhs_number="9990000018")
    person(birth_date=date(1941, 5, 6), postcode="B1 1AA")
    client = browser(coordinator(team=on_duty()))
    assert client.post("/hub/call/", CALL | IVY | {"nhs_number": "999 000 0018"}).status_code == 302
    assert [need.person_id for need in saved()] == [ivy]


def test_whoever_was_chosen_does_not_stand_for_details_typed_since() -> None:
    changed = browser(coordinator(team=on_duty())).post("/hub/call/", CALL | {"known": str(person())})
    assert changed.status_code == 422 and "is not like the details typed" in text(changed) and saved() == []


def test_the_part_that_a_live_page_fetches_has_nothing_ticked_either() -> None:
    person()
    typed = IVY | {"step": "check"}
    part = text(browser().post("/hub/call/", typed, headers={"X-Fragment": "1"}))
    assert 'value="none"' in part and not re.search(r'name="known"[^>]* checked', part)
    told = text(browser().post("/hub/call/", typed | NONE, headers={"X-Fragment": "1"}))
    assert re.search(r'value="none" checked', told)


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
