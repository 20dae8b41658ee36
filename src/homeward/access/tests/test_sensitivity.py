"""Who sees what is sensitive: by role, by team, by the person, by those who act for them, by link or by machine?"""

from typing import Any

import pytest

from homeward.access.api import may_see, sensitivity_of, system
from homeward.foundation.actions import Actor
from homeward.foundation.ids import new_id
from tests.places import MILLBROOK

pytestmark = pytest.mark.django_db
LABEL = "http://terminology.hl7.org/CodeSystem/v3-ActCode"


def actor(kind: Any, role: str = "", *teams: str, **more: Any) -> Actor:
    return Actor(user_id=new_id(), name="Sam", kind=kind, organisation="mill-trust", role=role, teams=teams, **more)


@pytest.fixture(autouse=True)
def town(settings: Any) -> None:
    settings.HOMEWARD_PLACE = MILLBROOK


def test_an_item_is_marked_by_its_labels_and_the_weightiest_kind_is_meant() -> None:
    assert sensitivity_of(labels=[f"{LABEL}|PSY"]) == "private"
    assert sensitivity_of(labels=[f"{LABEL}|NOPAT", f"{LABEL}|PSY"]) == "in-confidence"
    assert sensitivity_of(codes=[f"{LABEL}|PSY"], labels=["http://elsewhere|PSY"]) == ""


@pytest.mark.hazard(
    "HZ-S73-11",
    hazard="A sensitive part of a record is shown to somebody whom it does not concern.",
    control="Each kind is declared with the roles and teams that see it; whatever is not declared is seen by nobody.",
)
def test_roles_and_teams_see_what_is_declared_for_them_and_nobody_sees_what_is_not_declared() -> None:
    assert may_see(actor("staff", "town-gp"), "private")
    assert may_see(actor("staff", "desk-worker", "town-nurses"), "private")
    assert not may_see(actor("staff", "desk-worker", "town-desk"), "private")
    assert may_see(actor("staff", "desk-worker"), "")
    assert not may_see(actor("staff", "town-gp"), "made-up") and not may_see(actor("link", "track"), "private")
    assert not may_see(actor("partner", "other-computer"), "private")
    assert may_see(system("clocks"), "private") and may_see(system("clocks"), "made-up")


def test_a_person_sees_their_own_but_not_what_another_said_in_confidence_and_a_proxy_sees_neither() -> None:
    own = actor("citizen", "townsperson", person_id=new_id())
    assert may_see(own, "private") and not may_see(own, "in-confidence")
    other = new_id()
    proxy = actor("citizen", "townsperson", person_id=other, acting_for=other, scopes=("me.plan",))
    assert not may_see(proxy, "private") and not may_see(proxy, "in-confidence")
    assert not may_see(actor("citizen", "townsperson"), "private")
