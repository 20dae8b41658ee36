"""Do moves ask for their reasons, keep what was typed, and show a clash instead of overwriting?"""

import pytest

from homeward.referrals.api import accept
from homeward.referrals.tests.arranging import after, clinician, lead, now_is, placed, received, triaged
from homeward.web.hub.moves.table import MOVES
from homeward.web.hub.tests.at_work import browser, ten_past, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]


def test_accepting_is_one_press_and_says_what_happens_next() -> None:
    need = placed()
    client = browser(lead())
    assert "Accept this referral" in text(client.get(f"/hub/{need.id}/accept/"))
    answer = client.post(f"/hub/{need.id}/accept/", {"version": need.version}, follow=True)
    page = text(answer)
    assert "Accepted. The first tasks are on your team’s list." in page and "Chloe Ward" in page
    assert now_is(need).state == "accepted"


def test_a_clash_names_who_was_first_and_keeps_what_was_typed() -> None:
    need = placed()
    accept(referral_id=need.id, by=lead(name="Tom Reid"), at=after(2), expected_version=need.version)
    answer = browser().post(
        f"/hub/{need.id}/ask/", {"version": need.version, "words": "Does she have a key safe & a dog?"}
    )
    page = text(answer)
    assert answer.status_code == 409 and "Tom Reid accepted this at 10:02am" in page
    assert "Does she have a key safe &amp; a dog?" in page and "what you typed is kept below" in page
    assert f'value="{need.version + 1}"' in page and "Send the question all the same" in page


def test_a_move_that_can_no_longer_be_made_is_not_offered_again_but_its_words_are_kept() -> None:
    need = placed()
    accept(referral_id=need.id, by=lead(name="Tom Reid"), at=after(2), expected_version=need.version)
    page = text(
        browser().post(
            f"/hub/{need.id}/advise/",
            {
                "version": need.version,
                "words": "Rest",
                "safety_net_words": "Ring 999",
                "told": "Daughter",
                "closes": "yes",
            },
        )
    )
    assert "This move can no longer be made" in page and "Ring 999" in page and "Sign the advice" not in page


def test_passing_on_needs_a_reason_and_a_next_owner_and_no_room_is_neither() -> None:
    need = placed()
    client, address = browser(lead()), f"/hub/{need.id}/decline/"
    page = text(client.post(address, {"version": need.version}))
    assert "<title>Error: Pass on to someone better placed" in page and "cannot be left with nobody" in page
    assert 'href="#reason_code"' in page and 'href="#next_owner"' in page
    given = {"version": need.version, "reason_code": "another-service-fits-better", "next_owner": "hub-east|"}
    refused = text(client.post(address, given | {"words": "we are fully booked"}))
    assert "is never a reason" in refused and "we are fully booked" in refused
    client.post(address, given | {"words": "Needs a dressing"})
    assert (now_is(need).state, now_is(need).owner_team_id) == ("triaged", "hub-east")


def test_no_room_keeps_the_need_open_with_its_hub() -> None:
    need = placed()
    page = text(browser(lead()).post(f"/hub/{need.id}/no-capacity/", {"version": need.version}, follow=True))
    assert "lack of room is counted" in page or "You cannot" in page or "not looking after" in page
    assert now_is(need).owner_team_id == "hub-east" and now_is(need).ended_at is None


def test_advice_that_leaves_it_open_says_when_it_is_looked_at_again() -> None:
    need = triaged()
    client, address = browser(clinician()), f"/hub/{need.id}/advise/"
    given = {
        "version": need.version,
        "words": "Fluids",
        "safety_net_words": "Ring us",
        "told": "Leah Brooks",
        "closes": "no",
    }
    assert "Choose when someone checks again" in text(client.post(address, given))
    assert client.post(address, given | {"check": "60"}).status_code == 302
    page = text(client.get(f"/hub/{need.id}/"))
    assert "Signed by Ben Osei" in page and "Check again after advice" in page


def test_several_teams_are_asked_at_once() -> None:
    need = triaged()
    client, address = browser(), f"/hub/{need.id}/refer-on/"
    assert "Choose at least one team" in text(client.post(address, {"version": need.version, "words": "Help"}))
    given = {
        "version": need.version,
        "targets": ["ucr-east|urgent-community-response"],
        "other_need": "wound-care",
        "words": "Help",
    }
    page = text(client.post(address, given, follow=True))
    assert "Each team has been asked" in page and "A wound" in page


def test_closing_and_opening_again_and_undoing() -> None:
    need = received()
    client = browser()
    client.post(f"/hub/{need.id}/close/", {"version": 1, "outcome_code": "advice-given"})
    assert now_is(need).state == "closed"
    client.post(f"/hub/{need.id}/reopen/", {"version": 2, "reason_code": "closed-in-error"})
    assert now_is(need).ended_at is None
    client.post(f"/hub/{need.id}/undo/", {"version": 3, "reason_code": "pressed-by-mistake"})
    assert now_is(need).state == "closed"


def test_every_move_page_opens_and_unknown_ones_are_not_found() -> None:
    need = placed()
    clinic = browser(clinician())
    assert {clinic.get(f"/hub/{need.id}/{slug}/").status_code for slug in MOVES} == {200}
    assert clinic.get(f"/hub/{need.id}/nonsense/").status_code == 404
    assert browser(lead()).get(f"/hub/{need.id}/advise/").status_code == 403
    assert clinic.get("/hub/01a00000-0000-7000-8000-000000000000/").status_code == 404


def test_a_forged_version_or_words_without_end_are_refused_kindly() -> None:
    need = received()
    client = browser()
    assert client.post(f"/hub/{need.id}/note/", {"version": "x", "words": "a"}).status_code == 422
    assert client.post(f"/hub/{need.id}/note/", {"version": 1, "words": "a" * 5000}).status_code == 422
    assert client.post(
        f"/hub/{need.id}/note/", {"version": 1, "words": "<script>alert(1)</script>\x00"}
    ).status_code in (302, 422)
    assert "<script>alert" not in text(client.get(f"/hub/{need.id}/"))
