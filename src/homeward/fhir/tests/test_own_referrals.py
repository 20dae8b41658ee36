"""May a partner read the referrals it sent, and nobody else's; and is its reading written down?"""

import json
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from homeward.access.api import gate
from homeward.fhir.tests.messages import FALL, fall
from homeward.fhir.tests.partner import NOON, Partner, partner
from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import validate
from homeward.referrals.api import ServiceRequest

pytestmark = pytest.mark.django_db


def sent(sender: Partner, **changes: Any) -> str:
    """Send a fall and return the referral's id."""
    response = sender.send(fall(**changes))
    assert response.status_code == 200, response.content
    referral: str = json.loads(response.content)["entry"][1]["resource"]["id"]
    return referral


def test_a_partner_reads_what_became_of_its_own() -> None:
    sender = partner()
    id = sent(sender)
    response = sender.get(f"ServiceRequest/{id}")
    assert isinstance(validate(response.content), Resource), validate(response.content)
    tree = json.loads(response.content)
    assert (tree["status"], tree["priority"]) == ("active", "asap")
    assert response["ETag"] == 'W/"1"'
    assert sender.send(fall(message_id=UUID(int=5), reason="update", status="revoked")).status_code == 200
    again = sender.get(f"ServiceRequest/{id}")
    assert json.loads(again.content)["status"] == "revoked"
    assert again["ETag"] != response["ETag"]


@pytest.mark.hazard(
    "HZ-S73-21",
    hazard="One partner's system reads about people whom another referred.",
    control="A partner finds only what it sent itself; anything else is not there for it, however it asks.",
)
def test_to_another_partner_it_is_not_there() -> None:
    sender, stranger = partner(name="One"), partner(name="Another")
    id = sent(sender)
    assert stranger.get(f"ServiceRequest/{id}").status_code == 404
    for query in ("", f"?_id={id}", f"?identifier={FALL.request_id}"):
        assert json.loads(stranger.get(f"ServiceRequest{query}").content)["total"] == 0
        assert json.loads(sender.get(f"ServiceRequest{query}").content)["total"] == 1
    for nonsense in ("nobody", "0", "%00", "../1", str(UUID(int=9))):
        assert sender.get(f"ServiceRequest/{nonsense}").status_code in (404, 400)


def test_a_search_has_pages_and_holds_each_once() -> None:
    sender = partner()
    ids = {
        sent(sender, message_id=UUID(int=n), request_id=UUID(int=100 + n), need_words=f"Number {n}") for n in range(5)
    }
    found: list[str] = []
    path = "ServiceRequest?_count=2"
    for _ in range(5):
        bundle = json.loads(sender.get(path).content)
        found += [entry["resource"]["id"] for entry in bundle.get("entry", [])]
        following = [link["url"] for link in bundle["link"] if link["relation"] == "next"]
        if not following:
            break
        path = following[0].split("/fhir/R4/")[1]
    assert len(found) == 5
    assert set(found) == ids
    for wrong in ("_count=x", "_offset=-1", "_count=99999999999999999999", "colour=red"):
        assert sender.get(f"ServiceRequest?{wrong}").status_code == 400


@pytest.mark.hazard(
    "HZ-S73-22",
    hazard="A partner's system opened a record and nobody can tell which, when or why.",
    control="Each opening is written down under the partner's own name and organisation, before a row is read.",
)
def test_every_reading_is_written_down_under_the_partners_name() -> None:
    sender = partner(name="Ambulance control")
    id = sent(sender)
    before = openings(id)
    assert sender.get(f"ServiceRequest/{id}").status_code == 200
    after = openings(id)
    assert len(after) == len(before) + 1
    assert {name for name, kind, _ in after if kind == "partner"} == {"Ambulance control"}
    assert after[-1][2] == "reading a referral over FHIR"


def openings(referral_id: str) -> list[tuple[str, str, str]]:
    """(who, as what, why) of each opening of the person's record, oldest first."""
    with gate.job("bench", at=NOON), connection.cursor() as cursor:
        person = ServiceRequest.objects.get(id=referral_id).person_id
        cursor.execute(
            "select actor_name, actor_kind, why from access_opening where person_id = %s order by opened_at, id",
            [person],
        )
        return list(cursor.fetchall())
