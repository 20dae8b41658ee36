"""Does somebody who acts for another see only what was agreed, under that person's name, and does the person see it?"""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from homeward.access.api import proxy, who_looked
from homeward.foundation.actions import Actor
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import accepted
from homeward.web.hub.tests.at_work import browser, text
from tests.plumbing.people_at_work import account_id, citizen

pytestmark = pytest.mark.django_db


def acting(*scopes: str) -> tuple[Client, Actor, ServiceRequest]:
    """A daughter's browser in which she acts for her mother, within `scopes`."""
    need, now = accepted(), datetime.now(UTC)
    mother, daughter = citizen(person_id=need.person_id), citizen(person_id=None, role="carer", name="Jo Marsh")
    proxy.grant(
        person_id=need.person_id, proxy_user=account_id(daughter), relation="Daughter", scopes=scopes,
        checked="the person, on their own page", until=now + timedelta(days=30), born_on=date(1941, 5, 6), by=mother, at=now,
    )  # fmt: skip
    client = browser(daughter)
    client.post("/me/acting/", {"person": str(need.person_id)})
    return client, mother, need


@pytest.mark.hazard(
    "HZ-P4-1",
    hazard="Somebody who acts for a person in one matter reads or does another, or takes the page for their own.",
    control="Every page of theirs names whom they act for and asks for its own scope; what was not agreed is neither linked nor opened.",
)
def test_the_scope_opens_its_pages_and_no_other() -> None:
    client, _, need = acting("me.visits")
    home = text(client.get("/me/"))
    assert "You are acting for Ivy Cole." in home and "Who is coming" in home and "/me/visits/" in home
    assert "What is happening" not in home and "/me/messages/" not in home and "/me/ask/" not in home
    assert "You are acting for Ivy Cole." in text(client.get("/me/visits/"))
    for shut in ("referrals/", "messages/", "messages/write/", "looked/", "plan/", "sharing/", "details/correct/"):
        assert client.get(f"/me/{shut}").status_code == 403, shut
    assert client.get(f"/track/{need.id}/").status_code in (403, 404)


def test_the_person_sees_that_they_looked() -> None:
    client, mother, need = acting("me.visits")
    client.get("/me/visits/")
    looks = who_looked(need.person_id, by=mother, at=datetime.now(UTC))
    assert any("Jo Marsh" in look.words for look in looks)


def test_asking_for_another_time_goes_with_the_visits() -> None:
    client, _, _ = acting("me.visits")
    address = text(client.get("/me/visits/")).split("/change/")[0].split('"')[-1] + "/change/"
    key = "0199a000-0000-7000-8000-000000000009"
    asked = client.post(address, {"key": key, "change": "time", "words": "After noon, please."}, follow=True)
    assert asked.status_code == 200 and "stays as it is" in text(asked)


def test_somebody_who_may_act_is_told_on_their_first_page() -> None:
    client, _, _ = acting("me.visits")
    client.post("/me/acting/", {"person": ""})
    page = text(client.get("/me/"))
    assert "Somebody lets you act for them" in page and "You are acting for" not in page
