"""Does the page of a round of the night name the day of each visit, so that nobody takes tomorrow's for today's?"""

import re

import pytest
import time_machine
from django.test import Client

from homeward.foundation.actions import Actor
from homeward.referrals.tests.arranging import TEAM
from homeward.visits.api import record_contact
from homeward.visits.tests.at_night import on, planned
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def nia() -> Actor:
    return staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks")


def shown(client: Client) -> list[str]:
    """Headings and names, in the order of the page."""
    page = client.get("/visits/").content.decode().split("<main")[1].split("</main>")[0]
    return [words for pair in re.findall(r'<h2[^>]*>([^<]+)</h2>|hw-stop-name">(\w+) ', page) for words in pair if words]


def asked(by: Actor, day: int, hour: int, minute: int) -> list[str]:
    with time_machine.travel(on(day, hour, minute), tick=False):
        return shown(signed_in(by))


@pytest.mark.hazard(
    "HZ-S17-16",
    hazard="On a round that goes past midnight a visit of one in the morning is taken for one of today, or one of yesterday for made.",
    control="As soon as one visit is of another day, every day of the round has a heading with its name and date.",
)
def test_each_visit_stands_under_its_own_day_on_both_sides_of_midnight(nia: Actor) -> None:
    for name, hour in {"Late": on(23, 23, 30), "One": on(24, 1), "Old": on(21, 9)}.items():
        planned(name, hour, by=nia)
    yesterday, today, tomorrow = "Monday 23 November", "Tuesday 24 November", "Wednesday 25 November"
    assert asked(nia, 23, 23, 40) == [
        "Saturday 21 November", "Old", f"Today, {yesterday}", "Late", f"Tomorrow, {today}", "One",
    ]  # fmt: skip
    planned("Next", on(25, 2), by=nia)
    assert asked(nia, 24, 0, 20) == [
        "Saturday 21 November", "Old", f"Yesterday, {yesterday}", "Late", f"Today, {today}", "One",
    ]  # fmt: skip
    assert asked(nia, 24, 22, 0)[-2:] == [f"Tomorrow, {tomorrow}", "Next"]


def test_a_round_of_today_alone_needs_no_heading_and_what_is_done_says_its_day(nia: Actor) -> None:
    planned("Any", None)
    _, made = planned("Made", on(23, 22), by=nia)
    assert sorted(asked(nia, 23, 10, 0)) == ["Any", "Made"]
    record_contact(encounter_id=made, contact_at=on(23, 23), words="Well", way="telephone", by=nia, at=on(23, 23, 30))
    assert asked(nia, 23, 23, 40) == ["Any", "Done or stopped today", "Made"]
    assert asked(nia, 24, 0, 20) == ["Any", "Done or stopped yesterday, Monday 23 November", "Made"]


def test_the_page_says_until_when_it_goes(nia: Actor) -> None:
    planned("One", on(24, 1), by=nia)
    with time_machine.travel(on(23, 22), tick=False):
        page = signed_in(nia).get("/visits/").content.decode()
        assert "1 visit to make until tomorrow at 8am" in page and "Planned tomorrow at 1am" in page
        work = signed_in(nia).get("/").content.decode()
        assert "My round (1)" in work and "tomorrow at 1am" in work
    with time_machine.travel(on(23, 12), tick=False):
        page = signed_in(nia).get("/visits/").content.decode()
        assert "0 visits to make." in page and "No visits are left today." in page


def test_a_round_that_is_cut_says_so(nia: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    planned("Any", None)
    with time_machine.travel(on(23, 12), tick=False):
        assert "Only the first" not in signed_in(nia).get("/visits/").content.decode()
        monkeypatch.setattr("homeward.visits.api.ROUND_MOST", 1)
        assert "Only the first 1 are shown here" in signed_in(nia).get("/visits/").content.decode()
