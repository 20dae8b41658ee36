"""Do the board and the stay show who could go home, and do the forms say what is wrong in words?"""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from homeward.access.api import system
from homeward.capacity.api import keep_units, report
from homeward.foundation.actions import Actor
from homeward.hospital.api import add_step, criteria
from homeward.hospital.tests.arranging import OTHER_WARD, admitted, days, hub, ward
from homeward.referrals.tests.arranging import gp
from homeward.web.hub.tests.at_work import text
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_days_on")]


@pytest.fixture
def three_days_on() -> Iterator[None]:
    with time_machine.travel(days(3) + timedelta(hours=1), tick=False):
        yield


def browser(actor: Actor | None = None) -> Client:
    return signed_in(actor or ward())


def ready() -> tuple[UUID, UUID]:
    person_id, stay_id = admitted()
    criteria(stay_id=stay_id, meets=False, from_at=days(1), by=ward(), at=days(1))
    return person_id, stay_id


def test_the_board_says_since_when_where_and_that_nobody_has_the_next_step() -> None:
    _, stay_id = ready()
    page = text(browser().get("/flow/"))
    for words in (
        "Ready 2 days",
        "since 4 Mar",
        "Ivy Cole",
        "Older people&#39;s ward A",
        "Nobody has the next step",
        "Not looked at today",
        "<strong>1</strong> ready of 1, Heartlands Hospital",
    ):
        assert words in page, words
    assert "All your hospitals" not in page, "there is only one"
    add_step(stay_id=stay_id, title="Find home care", owner_team="sw-birmingham", due_at=days(4), by=ward(), at=days(3))
    assert "Birmingham adult social work" in text(browser().get("/flow/?show=ready"))
    rows = text(browser(hub()).get(f"/flow/rows/?ids={stay_id}"))
    assert "Find home care" in rows and f'data-row="{stay_id}"' in rows and "<html" not in rows


def test_filters_live_in_the_address_and_nonsense_counts_as_nothing() -> None:
    ready()
    admitted(ward=OTHER_WARD)
    client = browser()
    assert text(client.get("/flow/?hospital=heartlands-hospital&ward=stroke")).count("data-row=") == 1
    assert text(client.get("/flow/?show=ready&q=cole")).count("data-row=") == 1
    assert text(client.get("/flow/?show=%27&hospital=x&ward=%00&page=-4")).count("data-row=") == 2
    assert "Nobody fits these filters" in text(client.get("/flow/?show=long"))
    assert "Nobody whom your teams look after is in hospital" in text(
        browser(ward(team="flow-good-hope")).get("/flow/")
    )


def test_a_stay_is_told_whole_and_what_was_said_wrongly_is_struck_out() -> None:
    _, stay_id = ready()
    client = browser()
    page = text(client.get(f"/flow/{stay_id}/"))
    for words in (
        "In Heartlands Hospital",
        "Ready 2 days",
        "The date that counts is 4 March 2026",
        "Declan Walsh",
        "Say whether they need to be in hospital",
    ):
        assert words in page, words
    answer = client.post(
        f"/flow/{stay_id}/entry-was-wrong/?number=1", {"number": "1", "words": "Wrong bed"}, follow=True
    )
    assert "Struck out" in text(answer) and "<del>" in text(answer) and "Wrong bed" in text(answer)


def test_the_criteria_page_asks_and_says_what_is_wrong_beside_the_field() -> None:
    _, stay_id = admitted()
    client, here = browser(), f"/flow/{stay_id}/criteria/"
    assert "Needs oxygen" in text(client.get(here))
    today = days(3).date().isoformat()
    wrong = client.post(here, {"meets": "yes", "day": today, "time": "25:99"})
    assert wrong.status_code == 422 and "Enter a time, such as 14:05" in text(wrong)
    wrong = client.post(here, {"meets": "yes", "day": today, "time": "9am"})
    assert wrong.status_code == 422 and "Choose why they need to be in hospital" in text(wrong)
    done = client.post(here, {"meets": "no", "day": today, "time": "9am"}, follow=True)
    assert "Ready today" in text(done)


def test_moving_giving_a_step_finishing_it_and_leaving() -> None:
    _, stay_id = ready()
    client, today = browser(), days(3).date().isoformat()
    assert "Moved" in text(
        client.post(
            f"/flow/{stay_id}/move/",
            {"ward": "heartlands-hospital|stroke", "bed": "7", "day": today, "time": "10:00"},
            follow=True,
        )
    )
    page = client.post(
        f"/flow/{stay_id}/next-step/",
        {"title": "Medicines", "owner_team": "flow-heartlands", "within": "4"},
        follow=True,
    )
    assert "Medicines" in text(page)
    address = text(page).split(f'action="/flow/{stay_id}/step/')[1].split('"')[0]
    assert "1 step done" in text(client.post(f"/flow/{stay_id}/step/{address}", follow=True))
    gone = client.post(f"/flow/{stay_id}/leave/", {"destination": "own-home", "day": today, "time": "10:30"})
    assert gone.status_code == 302 and gone["Location"] == "/flow/"
    assert "Left Heartlands Hospital" in text(browser(hub()).get(f"/flow/{stay_id}/"))


def test_admitting_by_hand_finds_or_makes_the_person() -> None:
    client, today = browser(), days(3).date().isoformat()
    told = {
        "given": "Rose",
        "family": "Bay",
        "birth_date": "31/3/1941",
        "ward": "heartlands-hospital|stroke",
        "method": "emergency",
        "day": today,
        "time": "8am",
    }
    assert "In Heartlands Hospital" in text(client.post("/flow/admit/", told, follow=True))
    again = client.post("/flow/admit/", {**told, "birth_date": "soon"})
    assert again.status_code == 422 and "Enter the date of birth as day, month and year" in text(again)


def test_whoever_has_no_business_there_is_told_so() -> None:
    _, stay_id = ready()
    assert browser(gp()).get("/flow/").status_code == 403
    nurse = staff(role="therapist", teams=("eict-east",), name="Maya")
    assert browser(nurse).get(f"/flow/{stay_id}/").status_code == 403
    assert browser().get(f"/flow/{stay_id}/nonsense/").status_code == 404
    assert browser().get("/flow/00000000-0000-7000-8000-000000000000/").status_code == 404


def test_every_other_page_of_the_way_home_opens_and_says_what_is_there() -> None:
    ready()
    client = browser(hub())
    for address, words in (
        ("/flow/meeting/", "First: nobody has the next step"),
        ("/flow/meeting/?hospital=heartlands-hospital", "Older people&#39;s ward A"),
        ("/flow/forecast/", "Too little is known for a forecast"),
        ("/flow/home-care/", "Nobody waits for home care here"),
        ("/flow/beds/", "The same at every site"),
        ("/flow/day-91/", "Nobody is to be asked about this week"),
        ("/flow/ward-systems/", "Nothing was refused"),
    ):
        page = client.get(address)
        assert page.status_code == 200 and words in text(page), address


def test_home_with_p1_by_pages_alone() -> None:
    person_id, stay_id = ready()
    report(
        service_code="home-care", team_code="home-care-birmingham", free=40, total=40, by=system("demo"), at=days(3)
    )
    flow, hubs, broker = (
        browser(),
        browser(hub()),
        browser(staff(role="social-worker", teams=("home-care-birmingham",), name="Bea")),
    )
    today, here = days(3).date().isoformat(), f"/flow/{stay_id}"
    wrong = flow.post(f"{here}/describe/", {"area": "washing", "words": "POC four times a day"})
    assert wrong.status_code == 422 and "says what to buy" in text(wrong)
    assert "Saved." in text(
        flow.post(f"{here}/describe/", {"area": "washing", "words": "Needs help with her legs"}, follow=True)
    )
    assert "Recommended" in text(flow.post(f"{here}/recommend/", {"pathway": "p1"}, follow=True))
    wrong = hubs.post(f"{here}/agree/", {"pathway": "p2"})
    assert wrong.status_code == 422 and "Choose why it differs" in text(wrong)
    assert "Each step has its owner" in text(hubs.post(f"{here}/agree/", {"pathway": "p1"}, follow=True))
    assert "No home care is free" in text(flow.post(f"{here}/delay/", {"code": "no-home-care-capacity"}, follow=True))
    assert "Saved" in text(flow.post(f"{here}/expect/", {"expected_on": "2026-03-07"}, follow=True))
    page = hubs.post(
        f"{here}/ask-home-care/", {"team": "home-care-birmingham", "hours": "10.5", "start_on": "2026-03-06"}, follow=True
    )
    care = "/flow/home-care/" + text(page).split('href="/flow/home-care/')[1].split('"')[0]
    assert "Needs help with her legs" in text(broker.get(care)) and "Looking for it" in text(
        broker.get("/flow/home-care/?state=asked")
    )
    finding_it(care, broker=broker, hubs=hubs)
    assert "Hours at the start" in text(
        broker.post(f"{care}start/", {"hours": "10.5", "day": today, "time": "10am"}, follow=True)
    )
    gone = hubs.post(f"{here}/leave/", {"destination": "own-home", "day": today, "time": "10:30"}, follow=True)
    assert "Recorded. They are off the board." in text(gone)
    assert "10 days fewer than that mean" in text(hubs.get(f"{here}/"))
    assert "handed back" in text(broker.post(f"{care}hand-back/", {"why_code": "no-staff"}, follow=True)).lower()
    assert person_id


def finding_it(care: str, *, broker: Client, hubs: Client) -> None:
    """An offer is written down and taken; the ledger has kept the hours, and books them."""
    assert "29 of 40 hours a week free" in text(broker.get(care)) and "Kept" in text(broker.get(care))
    line = text(broker.get(f"{care}offer/")).split('<option value="')[1].split('"')[0]
    told = {"provider": "Kind Hands", "hours": "10.5", "can_start_on": "2026-03-06"}
    assert "Choose whose hours these are" in text(broker.post(f"{care}offer/", told))
    broker.post(f"{care}offer/", told | {"line": line})
    offer = text(broker.get(f"{care}take/")).split('type="radio" value="')[1].split('"')[0]
    taken = text(hubs.post(f"{care}take/", {"offer_id": offer}, follow=True))
    assert "Taken" in taken and "11 hours a week</strong> of Birmingham home care brokerage, from 6 March" in taken
    assert "29 of 40 hours a week free" in text(broker.get("/capacity/?service=home-care"))


def test_a_recovery_bed_by_pages_alone() -> None:
    _, stay_id = ready()
    hubs, today = browser(hub()), days(3).date().isoformat()
    page = hubs.post(
        f"/flow/{stay_id}/recovery-bed/",
        {"site": "norman-power", "bed": "7", "day": today, "time": "9am", "barthel": "8"},
        follow=True,
    )
    assert "looks after them" in text(page)
    therapist = browser(staff(role="therapist", teams=("recovery-beds",), name="Maya"))
    bed = (
        "/flow/beds/"
        + text(therapist.get("/flow/beds/"))
        .split('class="nhsuk-button nhsuk-button--secondary" href="/flow/beds/')[1]
        .split('"')[0]
    )
    elsewhere = text(browser(staff(role="therapist", teams=("eict-west",), name="Bea")).get("/flow/beds/"))
    assert "1 more person is in these beds" in elsewhere and "in these beds whom" not in text(therapist.get("/flow/beds/"))
    assert "Walk to the shop" in text(therapist.post(f"{bed}goal/", {"words": "Walk to the shop"}, follow=True))
    wrong = therapist.post(f"{bed}end/", {"destination": "own-home", "day": today, "time": "10am"})
    assert wrong.status_code == 422 and "Choose how it ended" in text(wrong)
    goal = text(therapist.get(f"{bed}end/")).split('name="goals" type="checkbox" value="')[1].split('"')[0]
    told = {
        "outcome": "goals-met",
        "destination": "own-home",
        "barthel": "15",
        "goals": goal,
        "day": today,
        "time": "10am",
    }
    assert "Recorded" in text(therapist.post(f"{bed}end/", told, follow=True))


def test_a_wards_file_is_taken_and_what_it_says_wrongly_is_shown() -> None:
    content = b"encounter_id,family,birth_date,hospital,ward,admitted_at\nE1,Bay,1939-02-01,RRK97,stroke,2026-03-02 08:30\nE2,Bay,x,RRK97,stroke,2026-03-02\n"
    client = browser()
    page = text(
        client.post("/flow/ward-systems/", {"source": "pas", "file": SimpleUploadedFile("w.csv", content)}, follow=True)
    )
    assert "1 row taken, 0 known already, 1 refused" in page and "birth_date is no day" in page
    wrong = client.post("/flow/ward-systems/", {"source": "pas", "file": SimpleUploadedFile("w.csv", b"a,b\n1,2")})
    assert wrong.status_code == 422 and "These columns are missing" in text(wrong)


def test_a_recovery_bed_is_kept_with_the_way_home_and_its_team_says_yes_on_its_page() -> None:
    keep_units(
        service_code="recovery-beds", team_code="recovery-beds", site="Norman Power Centre", labels=("Bed 1",), by=system("demo"), at=days(0)
    )  # fmt: skip
    _, stay_id = ready()
    at_hub, at_beds = browser(hub()), browser(staff(role="therapist", teams=("recovery-beds",)))
    at_hub.post(f"/flow/{stay_id}/recommend/", {"pathway": "p2"})
    assert "Norman Power Centre, 1 of 1 bed free" in text(at_hub.get(f"/flow/{stay_id}/agree/"))
    wrong = at_hub.post(f"/flow/{stay_id}/agree/", {"pathway": "p0", "why_code": "their-wish", "bed_site": "norman-power"})
    assert wrong.status_code == 422
    at_hub.post(f"/flow/{stay_id}/agree/", {"pathway": "p2", "bed_site": "norman-power"})
    assert "Bed held" in text(at_hub.get(f"/flow/{stay_id}/")) and "Bed 1, Norman Power Centre, until" in text(at_hub.get(f"/flow/{stay_id}/"))
    assert "Beds kept for people still in hospital" in text(at_beds.get("/flow/beds/"))
    assert f"/flow/{stay_id}/accept-bed/" in text(at_beds.get(f"/flow/{stay_id}/"))
    assert at_beds.post(f"/flow/{stay_id}/accept-bed/").status_code == 302
    assert "Bed booked" in text(at_beds.get(f"/flow/{stay_id}/"))
    refused = at_beds.post(f"/flow/{stay_id}/refuse-bed/", {"words": ""})
    assert refused.status_code == 422 and "Say why" in text(refused)
    at_beds.post(f"/flow/{stay_id}/refuse-bed/", {"words": "The roof leaks"})
    page = text(at_hub.get(f"/flow/{stay_id}/"))
    assert "Waits for a bed" in page and "The roof leaks" in page
