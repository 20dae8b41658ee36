"""Can the team at the door choose a bed, see who waits and say who has left, and does nothing typed get lost, with no script?"""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from homeward.access.api import system
from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.foundation.ids import new_id
from homeward.front_door.api import intend
from homeward.front_door.tests.arranging import at_the_door, came
from homeward.referrals.tests.arranging import person
from tests.plumbing.people_at_work import signed_in, staff
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db
HOUSE = system("demo")


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", answer.content.decode())


def beds() -> tuple[str, str, list[UUID]]:
    """The decision that takes a bed, the team of the beds, and two beds."""
    decided = next(each for each in directory.place().front_doors["heartlands"].decided if each.service)
    team = directory.service(decided.service).providers[0].team
    at = began() - timedelta(hours=2)
    capacity.keep_units(service_code=decided.service, team_code=team, labels=("Bed 1", "Bed 2"), by=HOUSE, at=at)
    return decided.code, team, [each.id for each in capacity.units(service_code=decided.service, at=began())]


def arrival(who: UUID | None = None) -> str:
    made = came(who or person(at=began()), at=began() - timedelta(minutes=40))
    intend(arrival_id=made, code="admit", by=at_the_door(), at=began() - timedelta(minutes=30))
    return f"/front-door/{made}/"


def test_a_bed_is_chosen_with_the_decision_and_left() -> None:
    (code, team, (one, _)), here, door = beds(), arrival(), signed_in(at_the_door())
    assert "2 of 2 free now" in text(door, here)
    typed = {"decided": code, "decided_by": "Dr Bose", "words": "Too unsteady"}
    asked = door.post(f"{here}decided/", typed)
    assert asked.status_code == 422 and "Choose a free bed, or say that they wait for one" in asked.content.decode()
    assert "They are in the bed" not in asked.content.decode() and "Too unsteady" in asked.content.decode()
    page = door.post(f"{here}decided/", typed | {"bed": str(one)}, follow=True).content.decode()
    assert "4. The bed" in page and "at most 3 days" in page
    assert "Bed 1" in text(door, "/front-door/") and "0 waiting, 1 in one" in text(door, "/front-door/")
    own = signed_in(staff(role="front-door-clinician", teams=(team,)))
    assert own.get("/front-door/")["Location"] == "/front-door/beds/" and "Ivy Cole" in text(own, "/front-door/beds/")
    assert here in text(own, f"/capacity/units/{one}/")
    today = began().date().isoformat()
    assert own.post(f"{here}bed/left/", {"day": today, "time": "soon"}).status_code == 422
    assert own.post(f"{here}bed/undone/", {"wrong": ""}).status_code == 422
    page = own.post(f"{here}bed/undone/", {"wrong": "Wrong person"}, follow=True).content.decode()
    assert "Waits for a bed" in page and "The ledger" not in page
    page = own.post(f"{here}bed/", {"bed": str(one)}, follow=True).content.decode()
    assert "They are in the bed. The capacity board shows it." in page


def test_somebody_is_moved_to_another_bed_and_the_page_says_how_long_in_all() -> None:
    (code, _, (one, two)), here, door = beds(), arrival(), signed_in(at_the_door())
    door.post(f"{here}decided/", {"decided": code, "decided_by": "Dr Bose", "bed": str(one)})
    asked = door.post(f"{here}bed/moved/", {"bed": ""})
    assert asked.status_code == 422 and "Choose a free bed." in asked.content.decode()
    page = door.post(f"{here}bed/moved/", {"bed": str(two)}, follow=True).content.decode()
    assert "The one they had is being cleaned" in page and "From Bed 1. Here since" in page
    assert "Moved from Bed 1" in text(door, "/front-door/beds/") and "No other bed is free now. They stay in Bed 2." in page
    assert "They were not moved: they are still in Bed 1" in page
    page = door.post(f"{here}bed/undone/", {"wrong": "It was her neighbour"}, follow=True).content.decode()
    assert "Bed 1, " in page and "From Bed 1" not in page


def test_a_bed_that_somebody_else_has_taken_meanwhile_costs_nothing_that_was_typed() -> None:
    (code, _, (one, two)), here, door = beds(), arrival(), signed_in(at_the_door())
    capacity.occupy(unit_id=one, stay_id=new_id(), start=began() - timedelta(minutes=1), by=HOUSE, at=began() - timedelta(minutes=1))
    typed = {"decided": code, "decided_by": "Dr Bose", "words": "Too unsteady", "bed": str(one)}
    answer = door.post(f"{here}decided/", typed)
    page = answer.content.decode()
    assert answer.status_code == 422 and "has been taken meanwhile" in page and "Too unsteady" in page and str(two) in page
    assert "2. Screening" in page and "Waits for a bed" not in text(door, here)


def test_where_none_is_free_it_is_said_with_what_else_is_and_they_wait() -> None:
    (code, _, taken), here, door = beds(), arrival(), signed_in(at_the_door())
    for each in taken:
        capacity.occupy(unit_id=each, stay_id=new_id(), start=began() - timedelta(hours=1), by=HOUSE, at=began() - timedelta(hours=1))
    capacity.report(service_code="recovery-beds", team_code="recovery-beds", free=3, total=9, by=HOUSE, at=began())
    page = text(door, here)
    assert "no bed is free now" in page and "Free elsewhere" in page and "3 beds" in page
    done = door.post(f"{here}decided/", {"decided": code, "decided_by": "Dr Bose"}, follow=True).content.decode()
    assert "Waits for a bed" in done
    assert "1 waiting, 0 in one" in text(door, "/front-door/") and "1 person waits" in text(door, "/front-door/beds/")
    capacity.likely_free(unit_id=taken[0], expected_at=began() + timedelta(hours=5), by=HOUSE, at=began())
    assert "Likely to free: Bed 1" in text(door, here)
    hub = signed_in(staff(role="hub-coordinator", teams=("hub-east",)))
    assert "Somebody at a front door" in text(hub, "/capacity/likely/")


def test_whoever_waits_and_is_in_a_bed_from_another_arrival_is_said_to_be() -> None:
    (code, _, (one, _)), door, who = beds(), signed_in(at_the_door()), person(at=began())
    decided = {"decided": code, "decided_by": "Dr Bose"}
    door.post(f"{arrival(who)}decided/", decided | {"bed": str(one)})
    assert "already, from another arrival" not in text(door, "/front-door/beds/")
    door.post(f"{arrival(who)}decided/", decided | {"bed": "wait"})
    assert "In Bed 1 already, from another arrival" in text(door, "/front-door/beds/")
    assert "1 of 2 beds is free" in text(door, "/front-door/beds/")


def test_whoever_is_at_no_door_and_has_no_beds_is_told_so() -> None:
    other = signed_in(staff(role="front-door-clinician", teams=("opal-plus",)))
    assert "gives no beds at a front door" in text(other, "/front-door/beds/")
    assert signed_in(staff(role="analyst", teams=("place-office",))).get("/front-door/beds/").status_code == 403
