"""Does a care home see who of theirs is in hospital, what goes on for each and who comes, and nobody whom the gate keeps shut?"""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from homeward.access import api as access
from homeward.access.api import consent, gate, relationships, system
from homeward.directory.api import place
from homeward.foundation.ids import new_id
from homeward.foundation.moments import at_london, london_day
from homeward.hospital.api import admit, leave
from homeward.hospital.tests.arranging import HOSPITAL, WARD, ward
from homeward.people.api import die
from homeward.referrals.tests.arranging import TEAM, person, received
from homeward.visits import api as visits
from homeward.web.hub.tests.at_work import text
from homeward.web.words import day as said_day
from tests.plumbing.people_at_work import signed_in, staff
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db
HOME, PAGE = "made-up-home-team", "/residents/"


@pytest.fixture
def noon() -> Iterator[None]:
    """At noon of the day that it is, so that a visit can be today, before and after."""
    with time_machine.travel(at_london(london_day(began()), 12), tick=False):
        yield


@pytest.fixture
def sunita() -> Client:
    return signed_in(staff(role="care-home-manager", organisation="made-up-home", teams=(HOME,), name="Sunita Rao"))


def looked_after(family: str, *, team: str = HOME) -> tuple[UUID, UUID]:
    """(person, ground): somebody with whom that team has to do since yesterday."""
    house, at, ground = system("demo"), began() - timedelta(days=1), new_id()
    who = person(at=at, family=family)
    with gate.person(who, by=house, at=at, why="arranging"):
        relationships.grant(who, team, kind="assessment", source_id=ground, at=at)
    return who, ground


def shown(client: Client, address: str = PAGE) -> str:
    return " ".join(text(client.get(address)).split())


def row(page: str, name: str) -> str:
    """What stands on one person's card."""
    return next(card for card in page.split('<li class="hw-person')[1:] if f">{name}</a>" in card)


def test_a_home_with_nobody_yet_is_told_how_somebody_comes_here(sunita: Client) -> None:
    page = shown(sunita)
    assert "You may not open anybody" in page and 'href="/refer/"' in page


def test_only_those_whom_the_gate_opens_are_here_and_only_as_long_as_it_does(sunita: Client) -> None:
    kept, _ = looked_after("Kept")
    moved, ground = looked_after("Moved")
    looked_after("Elsewhere", team=TEAM)
    page = shown(sunita)
    assert "Ivy Kept" in page and "Ivy Moved" in page and "Ivy Elsewhere" not in page and "2 people" in page
    assert f'href="/people/{kept}/"' in page and f'href="/people/{kept}/#do-title"' in page
    assert "an assessment was shared with you" in row(page, "Ivy Kept")
    with gate.person(moved, by=system("demo"), at=began(), why="arranging"):
        relationships.end(ground, at=began())
    page = shown(sunita)
    assert "Ivy Kept" in page and "Ivy Moved" not in page and "1 person " in page
    assert "Ivy Kept" in shown(sunita, f"{PAGE}?page=9"), "a page past the last one says of nobody that they are not here"


def test_whoever_objects_to_the_organisation_is_not_on_its_list() -> None:
    """The home of the demonstration is no declared partner, so this one is of an organisation that is."""
    manager = signed_in(staff(role="care-home-manager", organisation="bchc", teams=(TEAM,), name="Sunita Rao"))
    who, _ = looked_after("Private", team=TEAM)
    assert "Ivy Private" in shown(manager)
    consent.record(
        person_id=who, kind="objection", purpose=consent.care_purpose(), partner=consent.partners_of("bchc")[0], words="Not them",
        said_by="the person", by=staff(role="hub-coordinator", teams=("hub-east",)), at=began(),
    )  # fmt: skip
    assert "Ivy Private" not in shown(manager)


@pytest.mark.usefixtures("noon")
def test_who_is_in_hospital_stands_with_when_they_are_expected_and_who_came_back(sunita: Client) -> None:
    (there, _), (back, _), at = looked_after("There"), looked_after("Back"), began() - timedelta(days=3)
    expected = london_day(began()) + timedelta(days=2)
    for who, day in ((there, expected), (back, None)):
        stay = admit(person_id=who, hospital=HOSPITAL, ward=WARD, admitted_at=at, method="emergency", expected_on=day, by=ward(), at=at)
    page = shown(sunita)
    assert f"Expected to leave {said_day(expected)}." in row(page, "Ivy There")
    assert "Nobody has said when they are expected to leave." in row(page, "Ivy Back")
    destination = next(each.code for each in place().discharge.destinations if each.kind == "home")  # type: ignore[union-attr]
    leave(stay_id=stay, left_at=began() - timedelta(hours=5), destination=destination, by=ward(), at=began() - timedelta(hours=4))
    page = shown(sunita)
    assert "In hospital" in row(page, "Ivy There") and "In hospital" not in row(page, "Ivy Back")
    assert "Left" in row(page, "Ivy Back") and "Heartlands" in row(page, "Ivy Back")


@pytest.mark.usefixtures("noon")
def test_open_needs_stand_with_their_clock_and_visits_with_their_hour(sunita: Client) -> None:
    who, _ = looked_after("Busy")
    looked_after("Quiet")
    house, today = system("demo"), london_day(began())
    at = at_london(today - timedelta(days=1), 12)  # when the hub of the east is open: after eight it goes to another
    need = received(at=at, person_id=who)
    for day, hour in ((today, 10), (today, 15), (today + timedelta(days=2), 9)):
        visits.plan(person_id=who, referral_id=need.id, team_code=TEAM, planned_at=at_london(day, hour), by=house, at=at)
    page = shown(sunita)
    busy, quiet = row(page, "Ivy Busy"), row(page, "Ivy Quiet")
    assert "A fall" in busy and "with East locality hub" in busy and "hw-clock" in busy
    assert "Today at 10am" in busy and busy.count("Nothing is written of it yet") == 1, "of the one whose hour has gone"
    assert "Today at 3pm" in busy and "Next visit" in busy and "at 9am" in busy
    assert "No help is asked for now." in quiet and "No visit is planned in the next seven days." in quiet


def test_whoever_died_stands_last_and_nothing_is_asked_for_them(sunita: Client) -> None:
    looked_after("Young")
    gone, _ = looked_after("Aged")
    die(person_id=gone, died_on=london_day(began()), source="family", by=staff(role="hub-coordinator", teams=("hub-east",)), at=began())
    page = shown(sunita)
    assert page.index("Ivy Young") < page.index("Ivy Aged")
    assert "Has died" in row(page, "Ivy Aged") and "#do-title" not in row(page, "Ivy Aged")


def test_many_residents_ask_no_more_questions_than_one(sunita: Client) -> None:
    looked_after("First")
    shown(sunita)
    with CaptureQueriesContext(connection) as few:
        shown(sunita)
    for number in range(6):
        received(at=began() - timedelta(hours=5), person_id=looked_after(f"More{number}")[0])
    with CaptureQueriesContext(connection) as many:
        shown(sunita)
    assert len(many) <= len(few) + 1, "the clocks of several needs are asked for at once"


def test_other_roles_have_no_such_page() -> None:
    assert signed_in(staff(role="community-nurse", teams=(TEAM,))).get(PAGE).status_code == 403
    assert not access.may(staff(role="gp", teams=("place-office",)), "residents.view")


def test_a_residents_record_offers_no_way_to_a_page_that_is_shut_to_the_home(sunita: Client) -> None:
    kept, _ = looked_after("Kept")
    page = shown(sunita, f"/people/{kept}/")
    assert "Kept" in page and 'href="/people/"' not in page
    assert sunita.get("/people/").status_code == 403
