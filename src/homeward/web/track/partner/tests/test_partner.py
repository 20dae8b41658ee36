"""Does a small charity answer a need by a link from the hub: in plain words, only its own, and never leaving it with nobody?"""

import re

import pytest
from django.test import Client

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.referrals.api import ServiceRequest, ask, candidates, hand_back, place
from homeward.referrals.tests.arranging import HUB, after, coordinator, now_is, person, received, triaged
from homeward.web.hub.tests.at_work import browser, ten_past, text
from tests.plumbing.people_at_work import staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]
ADDRESS = re.compile(r'id="new-link">http://testserver(/link/[^<]+)<')
GIVEN = {"held_by": "Elsie Marsh", "days": "3"}


def placed_with_a_charity() -> ServiceRequest:
    """A lonely person's need, placed with the neighbourhood network's link workers."""
    who = person(address_lines=("4 Larch Road",), postcode="B8 1AA", phone="0121 496 0123")
    need = triaged(received(person_id=who, need_code="loneliness", need_words="Nobody to talk to since March"))
    by = coordinator()
    fitting = candidates(need.id, by=by, at=after(6)).candidates
    chosen = next(each for each in fitting if each.team_code == "nns-birmingham")
    return place(
        referral_id=need.id, service_code=chosen.service_code, team_code=chosen.team_code, why="They know her street",
        by=by, at=after(7), expected_version=need.version,
    )  # fmt: skip


def opened(need: ServiceRequest) -> tuple[Client, str]:
    """The charity's browser once the link is open, and the hub's page that gave it."""
    page = text(browser().post(f"/hub/{need.id}/link/", GIVEN))
    found = ADDRESS.search(page)
    assert found
    partner = Client()
    assert partner.post(found[1])["Location"] == "/track/"
    return partner, page


def test_the_hub_gives_a_link_shows_it_once_and_takes_it_back() -> None:
    need = placed_with_a_charity()
    hub = browser()
    assert "Give them a link to answer by" in text(hub.get(f"/hub/{need.id}/"))
    wrong = hub.post(f"/hub/{need.id}/link/", {"held_by": " ", "days": "9999"})
    assert wrong.status_code == 422 and 'href="#held_by"' in text(wrong) and "<title>Error: " in text(wrong)
    partner, page = opened(need)
    assert "shown only this once" in page
    page = text(hub.get(f"/hub/{need.id}/link/"))
    assert (
        not ADDRESS.search(page)
        and "Elsie Marsh, Neighbourhood network link workers" in page
        and "Ends on 6 March" in page
    )
    back = page.split(f'action="/hub/{need.id}/link/')[2].split('"')[0]
    assert partner.get(f"/track/{need.id}/").status_code == 200
    assert "works no more" in text(hub.post(f"/hub/{need.id}/link/{back}", follow=True))
    assert partner.get(f"/track/{need.id}/").status_code == 403
    assert hub.post(f"/hub/{need.id}/link/{back}").status_code == 404


def test_a_link_is_only_for_a_need_that_somebody_else_has() -> None:
    need = triaged()
    assert browser().get(f"/hub/{need.id}/link/").status_code == 422
    elsewhere = browser(coordinator(team="hub-west"))
    assert elsewhere.get(f"/hub/{placed_with_a_charity().id}/link/").status_code in (403, 422)


@pytest.mark.hazard(
    "HZ-S63-3",
    hazard="A link that goes astray tells a stranger who is in need and where they live.",
    control="Until its organisation has said yes a partner's link shows the need alone; it says nothing once the need is no longer theirs.",
)
def test_they_read_the_need_say_yes_and_only_then_see_who() -> None:
    need = placed_with_a_charity()
    partner, _ = opened(need)
    page = text(partner.get(f"/track/{need.id}/"))
    assert (
        "What you are asked to do" in page
        and "Nobody to talk to since March" in page
        and "Yes, we will do this" in page
    )
    assert "Ivy Cole" not in page and "Larch Road" not in page
    page = text(partner.post(f"/track/{need.id}/accept/", {"version": need.version}, follow=True))
    assert "It is yours now" in page and "Ivy Cole" in page and "4 Larch Road" in page and "0121 496 0123" in page
    now = now_is(need)
    assert (now.state, now.owner_team_id) == ("accepted", "nns-birmingham")
    assert now.latest_move_by == "Elsie Marsh, Neighbourhood network link workers"
    assert partner.get(f"/people/{need.person_id}/").status_code == 403 and partner.get("/hub/").status_code == 403
    hand_back(
        referral_id=need.id, reason_code=_first_reason(), by=_of_the_charity(), at=after(11), expected_version=now.version,
        words="Changed",
    )  # fmt: skip
    assert "Ivy Cole" not in text(partner.get(f"/track/{need.id}/"))


def _first_reason() -> str:
    return directory.place().reasons_for("hand_back").reasons[0].code


def _of_the_charity() -> Actor:
    return staff(role="link-worker", teams=("nns-birmingham",), name="Lou Beck")


def test_they_pass_it_on_with_a_reason_to_a_hub_and_to_nobody_else() -> None:
    need = placed_with_a_charity()
    partner, _ = opened(need)
    address = f"/track/{need.id}/pass-on/"
    page = text(partner.get(address))
    assert page.index("East locality hub") < page.index("Solihull") and "We have no room" not in page
    wrong = partner.post(address, {"version": need.version})
    assert wrong.status_code == 422 and "Choose a reason." in text(wrong) and 'href="#next_team"' in text(wrong)
    reason = page.split('name="reason_code" type="radio" value="')[1].split('"')[0]
    given = {"version": need.version, "reason_code": reason, "words": "She has moved", "next_team": "ucr-east"}
    assert partner.post(address, given).status_code == 422
    page = text(partner.post(address, given | {"next_team": HUB}, follow=True))
    assert "The hub has it now" in page and "Yes, we will do this" not in page
    assert (now_is(need).state, now_is(need).owner_team_id) == ("triaged", HUB)
    assert partner.post(address, given).status_code == 403


def test_no_room_goes_back_to_the_hub_and_is_counted() -> None:
    need = placed_with_a_charity()
    partner, _ = opened(need)
    assert "You have no room for this" in text(partner.get(f"/track/{need.id}/no-room/"))
    assert "The hub has it now" in text(
        partner.post(f"/track/{need.id}/no-room/", {"version": need.version}, follow=True)
    )
    assert now_is(need).latest_move_kind == "no_capacity" and now_is(need).owner_team_id == HUB


def test_a_question_is_answered_by_the_link_and_two_answers_do_not_cross() -> None:
    need = placed_with_a_charity()
    partner, _ = opened(need)
    need = ask(
        referral_id=need.id, words="Can you go today?", by=coordinator(), at=after(8), expected_version=need.version
    )
    crossed = text(partner.post(f"/track/{need.id}/accept/", {"version": need.version - 1}, follow=True))
    assert "Asha Patel asked" in crossed and now_is(need).state == "placed"
    page = text(partner.get(f"/track/{need.id}/"))
    assert "Can you go today?" in page
    assert "Thank you" in text(partner.post(f"/track/{need.id}/", {"words": "Yes, at four"}, follow=True))
    assert "Yes, at four" in text(browser().get(f"/hub/{need.id}/"))
