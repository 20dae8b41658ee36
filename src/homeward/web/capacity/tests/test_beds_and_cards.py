"""Can a bed be opened, closed, emptied and promised, and a card switched on, worked and stood down, from pages alone?"""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from homeward.access.api import system
from homeward.capacity.api import count_unmet, keep_units, likely_free, occupy, report, units
from homeward.directory import api as directory
from homeward.foundation.ids import new_id
from tests.plumbing.people_at_work import signed_in, staff
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db
DEMO = system("demo")
BEDS, WARD = "recovery-beds", "recovery-beds"


@pytest.fixture
def lead() -> Client:
    return signed_in(staff(role="team-lead", teams=(WARD,)))


@pytest.fixture
def coordinator() -> Client:
    return signed_in(staff(role="hub-coordinator", teams=("hub-east",)))


@pytest.fixture
def beds() -> list[UUID]:
    keep_units(service_code=BEDS, team_code=WARD, labels=("Bed 1", "Bed 2"), by=DEMO, at=began() - timedelta(hours=1))
    return [each.id for each in units(service_code=BEDS, at=began())]


def said(client: Client, address: str, **typed: str) -> str:
    answer = client.post(address, typed, follow=True) if typed else client.get(address)
    assert answer.status_code in (200, 422), (address, answer.status_code)
    return re.sub(r"\s+", " ", answer.content.decode())


def test_a_bed_is_closed_with_a_reason_and_opened_again(lead: Client, beds: list[UUID]) -> None:
    address = f"/capacity/units/{beds[0]}/"
    assert "Choose why it is closed" in said(lead, f"{address}stand/", state="closed", reason="")
    assert "Waiting for a repair" in said(lead, f"{address}stand/", state="closed", reason="repair")
    page = said(lead, "/capacity/units/?show=shut")
    assert "Bed 1" in page and "Bed 2" not in page
    assert "Bed 1: written down" in said(lead, f"{address}stand/", state="open", reason="")


def test_a_bed_is_said_to_be_likely_free_and_is_emptied(lead: Client, beds: list[UUID]) -> None:
    occupy(
        unit_id=beds[0], stay_id=new_id(), start=began() - timedelta(minutes=30), by=DEMO, at=began() - timedelta(minutes=30)
    )
    address = f"/capacity/units/{beds[0]}/"
    tomorrow = (began() + timedelta(days=1)).date().isoformat()
    assert "the bed stays taken until they have left" in said(lead, f"{address}likely/", day=tomorrow, hour="15")
    assert "Likely to free" in said(lead, "/capacity/units/?show=likely")
    assert "it is being cleaned" in said(lead, f"{address}left/", then="cleaning")
    assert "Nobody is in it" in said(lead, f"{address}left/", then="")


def test_a_bed_that_is_likely_to_free_is_promised_to_who_waits(coordinator: Client, beds: list[UUID]) -> None:
    occupy(
        unit_id=beds[0], stay_id=new_id(), start=began() - timedelta(minutes=30), by=DEMO, at=began() - timedelta(minutes=30)
    )
    occupy(
        unit_id=beds[1], stay_id=new_id(), start=began() - timedelta(minutes=30), by=DEMO, at=began() - timedelta(minutes=30)
    )
    likely_free(unit_id=beds[0], expected_at=began() + timedelta(hours=5), by=DEMO, at=began() - timedelta(minutes=20))
    need = new_id()
    count_unmet(service_code=BEDS, team_code=WARD, need_code="less-able", subject_id=need, at=began() - timedelta(hours=9))
    page = said(coordinator, "/capacity/likely/")
    assert directory.place().needs["less-able"].title in page and "found no room 9 hours" in page
    assert "held for them as soon as it is empty" in said(coordinator, f"/capacity/likely/{beds[0]}/{need}/", x="x")
    assert "Promised" in said(coordinator, "/capacity/likely/")
    assert "no longer waits" in coordinator.post(f"/capacity/likely/{beds[0]}/{new_id()}/").content.decode()


def test_a_card_is_switched_on_worked_and_stood_down(coordinator: Client) -> None:
    report(service_code=BEDS, team_code=WARD, free=1, total=20, by=DEMO, at=began() - timedelta(minutes=5))
    page = said(coordinator, "/capacity/surge/")
    assert "Level 3: high pressure" in page and "Called for, and not on" in page
    answer = coordinator.post("/capacity/surge/on/open-six-more-beds/")
    card = answer.headers["Location"]
    assert "It opened 6 more beds" in said(coordinator, card)
    assert "6 steps" not in page and "done by you" in said(coordinator, f"{card}staff/", note="Two nurses found")
    assert "has already done this" in said(coordinator, f"{card}staff/", note="")
    page = said(coordinator, card)
    assert "1 of 3 done" in page and "“Two nurses found”" in page
    assert "Say why it is stood down" in said(coordinator, f"{card}stand-down/", why="")
    assert "Nobody is moved" in said(coordinator, f"{card}stand-down/", why="Beds are free again.")
    assert "Beds are free again." in said(coordinator, card)
    assert "1 of 3 steps done" in said(coordinator, "/capacity/surge/")


def test_a_card_below_its_level_asks_why(coordinator: Client) -> None:
    page = said(coordinator, "/capacity/surge/on/open-six-more-beds/", why="")
    assert "Say why it is needed now" in page
    assert "Switched on" in said(coordinator, "/capacity/surge/on/open-six-more-beds/", why="A ward closes tonight.")


def test_a_team_that_only_counted_names_its_beds_and_says_which_are_taken(lead: Client) -> None:
    report(service_code=BEDS, team_code=WARD, free=1, total=3, by=DEMO, at=began() - timedelta(minutes=5))
    page = said(lead, "/capacity/units/names/")
    found = re.search(r"\?of=([0-9a-f-]{36})", page)
    assert found is not None and "only counted: 1 free of 3" in page
    address = f"/capacity/units/names/?of={found[1]}"
    assert "Name each one" in said(lead, address)
    typed = {"of": found[1], "labels": "Bay 1\nBay 2\n Bay 3 "}
    assert "tick that nobody is in any of the others" in said(lead, address, **typed)
    page = said(lead, address, **typed, taken="Bay 9")
    assert "‘Bay 9’ is not among the beds named above" in page and "Bay 2" in page
    page = said(lead, address, **typed, taken="Bay 2")
    assert "Written down: 3 one by one" in page and "2 of 3 are free" in page and "Taken, says its team" in page
    (bay,) = [each for each in units(service_code=BEDS, at=began()) if each.label == "Bay 2"]
    assert "Say that it is empty" in said(lead, f"/capacity/units/{bay.id}/")
    occupy(unit_id=next(each.id for each in units(service_code=BEDS, at=began()) if each.label == "Bay 1"), stay_id=new_id(),
           start=began(), by=DEMO, at=began())  # fmt: skip
    page = said(lead, address, of=found[1], labels="Bay 2\nBay 3", nobody="on")
    assert "Bay 1: still taken or kept, so still listed" in page


def test_another_teams_beds_are_not_offered_for_naming() -> None:
    other = signed_in(staff(role="team-lead", teams=("ucr-east",), organisation="bsmhft"))
    assert "None of your teams has beds or places" in said(other, "/capacity/units/names/")
    assert signed_in(staff(role="analyst", teams=("place-office",))).get("/capacity/units/names/").status_code == 403
