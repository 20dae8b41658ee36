"""Can whoever does the visiting read a need that was placed with their team, and say no, ask or hand it back?"""

import pytest

from homeward.foundation.actions import Actor
from homeward.referrals.tests.arranging import TEAM, accepted, now_is, placed, received, triaged
from homeward.web.hub.tests.at_work import browser, ten_past, text
from tests.plumbing.people_at_work import staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]


def nurse(team: str = TEAM) -> Actor:
    """A nurse of the team."""
    return staff(role="community-nurse", teams=(team,), name="Nia Rees")


@pytest.mark.hazard(
    "HZ-S12-19",
    hazard="A team member must accept a need they cannot read, because saying no is somebody else's page.",
    control="Every role that may accept opens the whole referral from its work list and finds each move that its team may make.",
)
def test_a_nurse_reads_the_need_and_finds_every_move() -> None:
    need = placed(triaged())
    client = browser(nurse())
    work = text(client.get("/"))
    assert f'href="/hub/{need.id}/"' in work and ">Hub board<" not in work
    page = text(client.get(f"/hub/{need.id}/"))
    for words in ("Pass on to someone better placed", "We have no room", "Ask for information", "Hand back to the hub"):
        assert words in page
    assert "Close this referral" not in page and browser(nurse("ucr-west")).get(f"/hub/{need.id}/").status_code == 403


def test_a_nurse_passes_it_on_with_a_reason_and_a_next_owner() -> None:
    need = placed(triaged())
    client, address = browser(nurse()), f"/hub/{need.id}/decline/"
    wrong = client.post(address, {"version": need.version})
    assert wrong.status_code == 422 and "Choose who owns this need next" in text(wrong)
    reason = {"version": need.version, "reason_code": "lives-outside-area", "next_owner": "hub-east|"}
    assert client.post(address, reason).status_code == 302
    assert (now_is(need).state, now_is(need).owner_team_id) == ("triaged", "hub-east")


def test_a_nurse_hands_back_what_the_team_had_accepted() -> None:
    need = accepted(placed(triaged(received())))
    client, address = browser(nurse()), f"/hub/{need.id}/hand-back/"
    reason = text(client.get(address)).split('name="reason_code" type="radio" value="')[1].split('"')[0]
    client.post(address, {"version": need.version, "reason_code": reason, "words": "Needs two to lift"})
    assert now_is(need).state == "triaged"
