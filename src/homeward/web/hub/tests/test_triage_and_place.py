"""Is urgency decided with the protocol's 'because', risky lowering held for a second look, and placing explained?"""

import pytest

from homeward.referrals.tests.arranging import SERVICE, TEAM, clinician, now_is, received, triaged
from homeward.web.hub.tests.at_work import browser, ten_past, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]


def test_the_protocol_suggests_and_says_why_before_anything_is_saved() -> None:
    need = received()
    client, address = browser(), f"/hub/{need.id}/triage/"
    page = text(client.get(address))
    assert "Has their face dropped" in page and "The protocol suggests" in page and "Not known" in page
    page = text(client.post(address, {"version": 1, "step": "suggest", "q_chest-pain": "yes"}))
    assert "Call 999 now." in page and now_is(need).state == "received"


def test_deciding_leads_to_finding_help() -> None:
    need = received()
    answer = browser().post(
        f"/hub/{need.id}/triage/", {"version": 1, "step": "save", "q_alone-now": "yes", "urgency": ""}
    )
    assert answer["Location"] == f"/hub/{need.id}/place/" and now_is(need).state == "triaged"


def test_lowering_needs_a_reason_and_then_a_second_look_by_somebody_else() -> None:
    need = received()
    client, address = browser(), f"/hub/{need.id}/triage/"
    lower = {"version": 1, "step": "save", "urgency": "planned"}
    assert "Say why this can wait longer" in text(client.post(address, lower))
    page = text(client.post(address, lower | {"words": "Her son is there"}, follow=True))
    assert "must give a second look" in page and now_is(need).urgency == "two-hours"
    look = browser(clinician())
    assert "Second look" in text(look.get("/hub/"))
    asked = text(look.get(f"/hub/{need.id}/second-look/"))
    assert "<strong>Now:</strong> Within 2 hours" in asked and "<strong>Wanted:</strong> Planned" in asked
    look.post(f"/hub/{need.id}/second-look/", {"version": 2, "agree": "yes"})
    assert now_is(need).urgency == "planned"


def test_candidates_come_in_order_with_reasons_and_one_is_chosen() -> None:
    need = triaged()
    client, address = browser(), f"/hub/{need.id}/place/"
    page = text(client.get(address))
    assert "best first" in page and "For</h4>" in page and "do not fit, and why" in page
    assert "Helps with this need: A fall." in page
    client.post(address, {"version": need.version, "choice": f"{TEAM}|{SERVICE}", "why": "They know her"})
    assert (now_is(need).state, now_is(need).owner_team_id) == ("placed", TEAM)
    told = text(client.get(f"/hub/{need.id}/explained/"))
    assert "Asha Patel chose" in told and "They know her" in told


def test_choosing_what_does_not_fit_asks_why_and_keeps_the_choice_open() -> None:
    need = triaged()
    client, address = browser(), f"/hub/{need.id}/place/"
    page = text(client.get(address))
    unfit = page.split("do not fit, and why")[1].split('name="choice" value="')[1].split('"')[0]
    answer = client.post(address, {"version": need.version, "choice": unfit, "why": ""})
    assert answer.status_code == 422 and "Error: Find help" in text(answer) and "Say why" in text(answer)
    stale = client.post(address, {"version": need.version, "choice": unfit, "why": "x", "digest": "old"})
    assert "The list of services has changed" in text(stale)
    assert client.post(address, {"version": need.version, "choice": "nobody|nothing"}).status_code == 422


def test_a_stale_page_shows_the_clash_with_the_reason_kept() -> None:
    need = triaged()
    answer = browser().post(
        f"/hub/{need.id}/place/", {"version": 1, "choice": f"{TEAM}|{SERVICE}", "why": "They know her"}
    )
    assert answer.status_code == 409 and "Ben Osei" in text(answer)
