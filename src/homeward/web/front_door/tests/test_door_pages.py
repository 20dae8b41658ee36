"""Can the team at the door list somebody, write what is meant and decided, and open the numbers, with no script?"""

import re
from datetime import timedelta

import pytest
from django.test import Client

from homeward.access.api import gate, system
from homeward.foundation import events
from homeward.front_door.api import intend
from homeward.front_door.tests.arranging import advised, at_the_door, came, screened
from homeward.referrals.tests.arranging import person
from tests.plumbing.people_at_work import signed_in, staff
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db
CAME = {"family": "Ward", "given": "Rose", "birth_date": "3 4 1938", "way": "ambulance", "why": "Fell", "key": "k-1", "step": "save", "door": "heartlands"}  # fmt: skip


@pytest.fixture
def door() -> Client:
    return signed_in(at_the_door())


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", answer.content.decode())


def test_somebody_is_put_on_the_list_once(door: Client) -> None:
    form = text(door, "/front-door/arrive/")
    arrived = re.search(r'name="arrived"[^>]*value="([0-9:]+)"', form)
    assert arrived and "By ambulance" in form
    sent = CAME | {"arrived": arrived[1]}
    first, again = door.post("/front-door/arrive/", sent), door.post("/front-door/arrive/", sent)
    assert first["Location"] == again["Location"]
    assert "Rose Ward" in text(door, "/front-door/") and "Not screened" in text(door, "/front-door/")
    wrong = door.post("/front-door/arrive/", sent | {"way": "", "arrived": "soon", "key": "k-2"})
    assert (
        wrong.status_code == 422
        and 'href="#way"' in wrong.content.decode()
        and 'href="#arrived"' in wrong.content.decode()
    )


def test_who_of_several_alike_has_come_is_chosen_by_a_human(door: Client) -> None:
    ivy = person(at=began())
    arrived = re.search(r'name="arrived"[^>]*value="([0-9:]+)"', text(door, "/front-door/arrive/"))
    assert arrived
    sent = CAME | {"family": "Cole", "given": "Ivy", "birth_date": "6 5 1941", "arrived": arrived[1]}
    asked = door.post("/front-door/arrive/", sent)
    page = asked.content.decode()
    assert asked.status_code == 422 and "Choose which of these people it is" in page and f'value="{ivy}"' in page
    assert "Ivy Cole" not in text(door, "/front-door/")
    first, again = (door.post("/front-door/arrive/", sent | {"known": str(ivy)}) for _ in range(2))
    assert first["Location"] == again["Location"] and first.status_code == 302
    assert "Ivy Cole" in text(door, "/front-door/")


def test_what_is_meant_comes_before_the_decision_and_both_are_compared(door: Client) -> None:
    who = person(at=began())
    address = f"/front-door/{came(who, at=began() - timedelta(minutes=40))}/"
    assert "First write down what was meant" in text(door, address)
    early = door.post(f"{address}decided/", {"decided": "home", "decided_by": "Dr Bose"})
    assert early.status_code >= 400 and "First write down what was going to happen" in early.content.decode()
    assert door.post(f"{address}meant/", {}).status_code == 422
    door.post(f"{address}meant/", {"intended": "admit"})
    assert "It stays as it was" in door.post(f"{address}meant/", {"intended": "home"}, follow=True).content.decode()
    screened(who, by=at_the_door(), at=began() - timedelta(minutes=20), frailty=6)
    done = door.post(
        f"{address}decided/", {"decided": "home-with-help", "decided_by": "Dr Bose"}, follow=True
    ).content.decode()
    assert "Home instead of a bed" in done and "Clinical frailty number" in done and "After 72 hours" in done
    assert "Home instead" in text(door, "/front-door/")
    assert door.post(f"{address}decided/", {"decided": "admit", "decided_by": "Dr Bose"}).status_code == 422


def test_numbers_say_how_sure_they_are_and_open_to_their_list(door: Client) -> None:
    made = came(person(at=began()), at=began() - timedelta(minutes=40))
    intend(arrival_id=made, code="admit", by=at_the_door(), at=began() - timedelta(minutes=30))
    door.post(f"/front-door/{made}/decided/", {"decided": "home", "decided_by": "Dr Bose"})
    for number in range(8):
        outcome = "convey" if number == 7 else "stay"
        advised(person(at=began()), outcome, at=began() - timedelta(minutes=5), caller_kind="mental-health-ward")
    page = text(door, "/front-door/results/?days=28")
    assert "7 of 8" in page and "likely between 53% and 98%" in page and "few, so far from sure" in page
    assert "What these numbers cannot tell" in page and "1 too early" in page
    opened = text(door, "/front-door/results/door-changed/?days=28&status=met")
    assert "Ivy Cole" in opened and f"/front-door/{made}/" in opened
    assert "8 people are behind this number" in text(door, "/front-door/results/opal-plus-mental-health-ward/")
    assert door.get("/front-door/results/nothing/").status_code == 404


def test_an_analyst_counts_and_names_nobody() -> None:
    analyst = signed_in(staff(role="analyst", teams=("place-office",)))
    advised(person(at=began()), at=began() - timedelta(minutes=5))
    assert "1 of 1" in text(analyst, "/front-door/results/")
    page = text(analyst, "/front-door/results/line-changed/")
    assert "1 person is behind this number" in page and "Ivy Cole" not in page
    assert analyst.get("/front-door/").status_code == 403


def test_a_team_without_a_door_is_told_so() -> None:
    other = signed_in(staff(role="front-door-clinician", teams=("opal-plus",)))
    assert "meets nobody at a front door" in text(other, "/front-door/")
    assert other.get("/front-door/arrive/").status_code == 403


def test_the_part_that_a_live_page_fetches_holds_the_people_asked_for(door: Client) -> None:
    first = came(person(at=began()), at=began() - timedelta(minutes=40))
    second = came(person(at=began()), at=began() - timedelta(minutes=20))
    whole = text(door, "/front-door/?door=heartlands")
    assert f'data-row="{first}"' in whole and 'data-of="arrival"' in whole and "board.js" in whole
    part = text(door, f"/front-door/rows/?door=heartlands&ids={second}")
    assert f'data-row="{second}"' in part and f'data-row="{first}"' not in part and "Here now (2)" in part
    assert f'data-row="{first}"' not in text(door, "/front-door/rows/?ids=nonsense")


def test_an_open_list_hears_of_screening_wherever_it_was_answered(door: Client) -> None:
    who = person(at=began())
    arrival = came(who, at=began() - timedelta(minutes=40))
    mark = re.search(r'data-mark="([^"]*)"', text(door, "/front-door/rows/"))
    screened(who, by=at_the_door(), at=began() - timedelta(minutes=20), frailty=6)
    with gate.person(who, by=system("demo"), at=began(), why="looking"):
        kinds = [each.kind for each in events.of_subject(arrival, person_id=who)]
    assert kinds == ["front_door.arrive", "front_door.screened"]
    again = re.search(r'data-mark="([^"]*)"', text(door, "/front-door/rows/"))
    assert mark and again and mark[1] != again[1], "the row is drawn anew"
