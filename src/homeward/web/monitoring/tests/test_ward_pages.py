"""Can a nurse see who is first, let somebody join, and enter a set on a phone without a script?"""

import re
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.template.loader import render_to_string
from django.test import Client

from homeward.access.api import system
from homeward.episodes.api import open_episode
from homeward.foundation.moments import london
from homeward.monitoring.tests.arranging import WARD, WARD_TEAM, needing, on_the_ward, places, seen, yes
from tests.plumbing.people_at_work import signed_in, staff
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db
TYPED: dict[str, str] = {
    "respiratory_rate": "16", "spo2": "97", "supplemental_oxygen": "0", "systolic_bp": "128", "heart_rate": "72",
    "consciousness": "A", "temperature": "36.8",
}  # fmt: skip


@pytest.fixture
def nurse() -> Client:
    return signed_in(staff(role="community-nurse", teams=(WARD_TEAM,), name="Bea Mullen"))


@pytest.fixture
def stay() -> UUID:
    return on_the_ward(at=began() - timedelta(hours=5))


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def posted(client: Client, address: str, **typed: Any) -> tuple[int, str]:
    key = re.search(r'name="key"[^>]*value="([^"]+)"', text(client, address))
    here = london(began())
    when = {"taken_day": f"{here:%Y-%m-%d}", "taken_at": f"{here:%H:%M}"}
    answer = client.post(address, {**when, **({"key": key[1]} if key else {}), **typed}, follow=True)
    return answer.status_code, answer.content.decode()


def test_the_list_says_who_is_late_and_who_was_never_scored(nurse: Client, stay: UUID) -> None:
    page = text(nurse, "/virtual-wards/")
    assert "Ivy Cole" in page and "No score yet" in page and "Observations late by 5 hours" in page
    assert "Ivy Cole" in text(nurse, "/virtual-wards/?show=late")
    assert "Nobody stands here for that now" in text(nurse, "/virtual-wards/?show=unread")


def test_a_whole_set_is_scored_and_a_partial_one_says_that_it_is_not(nurse: Client, stay: UUID) -> None:
    address = f"/virtual-wards/{stay}/observe/"
    status, page = posted(nurse, address, **TYPED)
    assert status == 200 and "NEWS2 0. The next whole set is due" in page
    status, page = posted(nurse, address, **{**TYPED, "temperature": ""})
    assert (
        "There is no score: 1 sign was not measured." in page and "No score: 1 missing" in page and "not taken" in page
    )
    status, page = posted(nurse, address, **{**TYPED, "heart_rate": "131", "consciousness": "C"})
    assert "NEWS2 6" in page and "The people named below have been told." in page and "Nobody has it yet" in page
    assert "Look now: score" in page and 'role="img"' in page
    page = text(nurse, "/virtual-wards/?show=unread")
    assert "Ivy Cole" in page and "NEWS2 6: medium." in page


def test_wrong_numbers_keep_what_was_typed(nurse: Client, stay: UUID) -> None:
    status, page = posted(nurse, f"/virtual-wards/{stay}/observe/", **{**TYPED, "heart_rate": "720"})
    assert (
        status == 422 and "<title>Error:" in page and "Pulse must be from 0 to 320" in page and 'value="36.8"' in page
    )
    status, page = posted(nurse, f"/virtual-wards/{stay}/observe/")
    assert status == 422 and "Enter at least one measurement" in page


def test_somebody_joins_where_there_is_a_place(nurse: Client) -> None:
    person_id, referral_id = needing(at=began() - timedelta(hours=1))
    address = f"/virtual-wards/join/{referral_id}/"
    ticked = {code: "on" for code in yes()}
    typed = {"ward": f"{WARD}|{WARD_TEAM}", "came_from": "home", "senior_name": "Dr Nwosu", "spo2_scale": "1", **ticked}
    status, page = posted(nurse, address, **typed)
    assert status == 409 or "has no place to give" in page
    places(at=began() - timedelta(minutes=5))
    status, page = posted(nurse, address, **{**typed, "agreed": ""})
    assert status == 422 and "Not so: they, or whoever decides for them" in page
    status, page = posted(nurse, address, **typed)
    assert status == 200 and "They have joined the frailty virtual ward" in page
    assert "Ivy Cole" in text(nurse, "/virtual-wards/")


def test_the_list_of_those_who_may_join_opens(nurse: Client) -> None:
    page = text(nurse, "/virtual-wards/join/")
    assert "Frailty virtual ward: nobody has said how many places are free" in page and "Nobody waits to join" in page


def test_whoever_was_accepted_and_never_joined_stands_first_with_both_ways_on(nurse: Client) -> None:
    person_id, referral_id = needing(at=began() - timedelta(days=3))
    open_episode(
        person_id=person_id, referral_id=referral_id, service_code=WARD, team_code=WARD_TEAM, by=system("demo"), at=began() - timedelta(days=2)
    )
    page = text(nurse, "/virtual-wards/join/")
    assert "Accepted, and not on the ward yet" in page and "Frailty virtual ward said yes" in page
    assert f'href="/virtual-wards/join/{referral_id}/"' in page and f'href="/care/{referral_id}/close/"' in page
    assert "People your teams look after" not in page


def test_another_teams_ward_is_not_opened(stay: UUID) -> None:
    stranger = signed_in(staff(role="community-nurse", teams=("dn-west",)))
    assert "Ivy Cole" not in text(stranger, "/virtual-wards/")
    assert "not looking after this person" in text(stranger, f"/virtual-wards/{stay}/", 403)
    seen(stay, at=began())


@pytest.mark.parametrize(("told", "folded"), [(3, ""), (4, "1 other told before"), (9, "6 others told before")])
def test_of_many_who_were_told_the_last_three_stand_open(told: int, folded: str) -> None:
    tellings = [SimpleNamespace(at=began(), name=f"Nurse {each}", on_duty=False, team_name="Ward") for each in range(told)]
    alert = SimpleNamespace(
        id=uuid4(), level="red", level_words="Look now", kind="score", kind_words="Score", words="NEWS2 9.", raised=1, raised_at=began(),
        tellings=tellings, taken_by="", next_rung_at=None,
    )  # fmt: skip
    context = {"view": SimpleNamespace(open_alerts=[alert]), "at": began(), "may": lambda permission: False}
    page = render_to_string("monitoring/stay/_alerts.html", context)
    shown, _, rest = page.partition("<details")
    assert all(f"Nurse {each}<" in (shown if each >= told - 3 else rest) for each in range(told))
    assert folded in rest if folded else not rest


def test_an_alert_is_loud_on_every_page_until_somebody_takes_and_answers_it(nurse: Client, stay: UUID) -> None:
    posted(nurse, f"/virtual-wards/{stay}/observe/", **{**TYPED, "heart_rate": "131", "consciousness": "C"})
    assert "Ivy Cole" in text(nurse, "/virtual-wards/?show=unread")
    alert = re.search(r"/virtual-wards/alerts/([0-9a-f-]+)/take/", text(nurse, f"/virtual-wards/{stay}/"))
    assert alert is not None
    by_day = "told to you" in text(nurse, "/work/")
    page = nurse.post(f"/virtual-wards/alerts/{alert[1]}/take/", follow=True).content.decode()
    assert "You have this alert" in page and "Bea Mullen has it since" in page and "told to you" not in page
    status, page = posted(nurse, f"/virtual-wards/alerts/{alert[1]}/")
    assert status == 422 and "Choose what was done." in page
    status, page = posted(nurse, f"/virtual-wards/alerts/{alert[1]}/", response="treatment", words="Antibiotics begun")
    assert status == 200 and "The alert is answered" in page
    page = text(nurse, f"/virtual-wards/{stay}/")
    assert "Alerts that have ended" in page and "treatment changed or started" in page
    assert by_day or "Single point of access" in page  # by night it was told there instead
    assert "alerts for each patient-day" in text(nurse, "/virtual-wards/alarms/")


def test_every_step_has_its_page_and_says_what_happens_next(nurse: Client, stay: UUID) -> None:
    address = f"/virtual-wards/{stay}/do"
    status, page = posted(nurse, f"{address}/gap/", until="4", reason="device-broken")
    assert (
        "a whole set is due then" in page
        and "Not being monitored" in page
        and "because: the device does not work" in page
    )
    assert "They are being monitored again" in page
    assert posted(nurse, f"{address}/gap/", until="72", reason="device-broken")[0] == 422
    assert "due now" in posted(nurse, f"{address}/watch-again/")[1]
    assert posted(nurse, f"{address}/review/", words="Well")[0] == 403
    assert "from now on" in posted(nurse, f"{address}/scale/", scale="2", why="COPD, Dr Nwosu")[1]
    posted(nurse, f"/virtual-wards/{stay}/observe/", **TYPED)
    wrong = re.search(r'<option value="([0-9a-f-]{36})"', text(nurse, f"{address}/strike/"))
    assert wrong is not None
    assert "Entered in error" in posted(nurse, f"{address}/strike/", set_id=wrong[1], words="Not theirs")[1]
    page = posted(nurse, f"{address}/hospital/", words="Heartlands, for a scan")[1]
    assert "without a new referral" in page and "In hospital, place kept" in page
    assert "Welcome home" in posted(nurse, f"{address}/home/")[1]
    assert posted(nurse, f"{address}/leave/", words="Ring us")[0] == 422
    assert "have left the virtual ward" in posted(nurse, f"{address}/leave/", outcome="at-home", words="Ring us")[1]


def test_the_consultant_reviews_and_somebody_takes_the_duty(stay: UUID) -> None:
    amara = signed_in(staff(role="ward-senior", teams=(WARD_TEAM,), name="Dr Amara Nwosu"))
    page = posted(amara, f"/virtual-wards/{stay}/do/review/", words="Stay on oral antibiotics")[1]
    assert "The next is due in a day" in page and "Stay on oral antibiotics" in page
    assert "nobody is on duty by name" in text(amara, "/virtual-wards/")
    assert "Dr Amara Nwosu" in posted(amara, "/virtual-wards/duty/", team=WARD_TEAM, hours="8")[1]
    assert "Dr Amara Nwosu by name" in text(amara, "/virtual-wards/")
    assert "Nobody is on duty by name" in posted_end(amara)


def posted_end(client: Client) -> str:
    return client.post("/virtual-wards/duty/end/", {"team": WARD_TEAM}, follow=True).content.decode()
