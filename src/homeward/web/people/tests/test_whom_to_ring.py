"""Can whoever stands beside this person ring somebody who looks after them, from the page for a crisis?"""

import re
from dataclasses import replace

import pytest
from django.test import Client

from homeward.directory.api import place
from homeward.plans.tests.arranging import nurse, visited
from homeward.web.people.person import circle
from homeward.web.people.person.circle import Member
from homeward.web.people.tests.test_pages import text
from tests.plumbing.people_at_work import signed_in


def ringing(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return text(answer)


@pytest.mark.django_db
@pytest.mark.hazard(
    "HZ-S39-23",
    hazard="A crew is told to ring the team first, and the page for a crisis gives no number of any team.",
    control="A team without a number of its own is shown with the hub, or else the urgent line, that reaches it; that number stands first.",
)
def test_a_team_without_a_number_is_reached_through_one_that_has() -> None:
    person, by = visited(), nurse()
    team = place().teams[by.teams[0]]
    hubs = {each.telephone for each in place().teams.values() if each.hub} | {place().card.urgent_telephone}
    numbers = {re.sub(r"\D", "", each) for each in hubs if each}
    assert not team.telephone and numbers
    for rest in ("crisis/", ""):
        shown = ringing(signed_in(by), f"/people/{person}/{rest}")
        first = shown.index(f"Reaches {team.name}")
        dialled = re.search(r'href="tel:(\d+)"', shown[first:])
        assert dialled and dialled[1] in numbers, rest
        assert "no number known here" not in shown[: shown.index("Medicines now")].rpartition("GP practice")[0]
        assert f"<strong>{team.name}</strong> <span class=\"hw-quiet hw-small\">through " in shown


def test_who_can_be_rung_stands_first_and_one_who_reaches_the_others_is_named_once() -> None:
    hub = Member(role="Has the request: A fall", name="Hub", telephone="0300 1")
    dumb, loud = Member(role="Nursing", name="East nursing"), Member(role="Ward", name="Ward", telephone="0300 2")
    reached = circle._reached([dumb, hub, loud], ("Hub", "0300 1"))
    assert reached == [replace(hub, detail="Reaches East nursing"), loud, replace(dumb, through="Hub")]
    assert circle._reached([loud, hub], ("Hub", "0300 1")) == [loud, hub]
    assert circle._reached([dumb, loud], ("The urgent line", "")) == [dumb, loud]
