"""Do the pages of access answer, keep what they are told, and refuse whom they should?"""

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from homeward.access import api as access
from homeward.access.api import consent, gate, relationships, system
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.ids import new_id
from homeward.people.api import PersonDetails, merge, register
from tests.permissions.addresses import addresses
from tests.plumbing.people_at_work import LONG_AGO, account_id, citizen, signed_in, staff

pytestmark = pytest.mark.django_db
ANN = PersonDetails(family="Whitlock", given="Ann", birth_date=date(1942, 5, 3), sex="female", nhs_number="9990000018")
TEAMS = tuple(code for code, team in place().teams.items() if consent.partners_of(team.organisation) and not team.hub)


def ann(team: str = "", **changes: Any) -> UUID:
    person_id = register(details=replace(ANN, **changes), by=system("demo"), at=LONG_AGO).id
    if team:
        with gate.person(person_id, by=system("demo"), at=LONG_AGO):
            relationships.grant(person_id, team, kind="referral", source_id=new_id(), at=LONG_AGO)
    return person_id


def nurse(team: str = TEAMS[0], name: str = "Joy Nwosu") -> Actor:
    return staff(role="community-nurse", teams=(team,), name=name)


def lead() -> Actor:
    return staff(role="information-governance", organisation=place().card.owner, name="Grace Lead")


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


BROKEN = {"reason_code": "emergency", "words": "Found on the floor."}


def test_a_shut_record_offers_the_glass_and_opens_for_its_minutes() -> None:
    person_id, client = ann(TEAMS[1]), signed_in(nurse())
    refused = client.get(f"/people/{person_id}/")
    assert refused.status_code == 403 and f"/people/{person_id}/break-glass/" in text(refused)
    page = text(client.get(f"/people/{person_id}/break-glass/"))
    assert "Ann Whitlock" in page and "3 May 1942" in page and "60 minutes" in page
    assert client.post(f"/people/{person_id}/break-glass/", {"reason_code": "emergency"}).status_code == 422
    opened = client.post(f"/people/{person_id}/break-glass/", BROKEN, follow=True)
    assert opened.status_code == 200 and "The record is open to you until" in text(opened)
    assert client.get(f"/people/{person_id}/break-glass/").status_code == 302


def test_nobody_is_offered_what_they_may_not_do() -> None:
    person_id = ann(TEAMS[1])
    worker = signed_in(staff(role="link-worker", teams=TEAMS[:1]))
    refused = text(worker.get(f"/people/{person_id}/"))
    assert "break-glass" not in refused and worker.get(f"/people/{person_id}/break-glass/").status_code == 403


def test_the_queue_is_judged_by_somebody_else_and_the_person_reads_of_it() -> None:
    person_id = ann(TEAMS[1])
    signed_in(nurse()).post(f"/people/{person_id}/break-glass/", BROKEN)
    client = signed_in(lead())
    queue = text(client.get("/audit/break-glass/"))
    assert "1 waits to be judged" in queue and "Ann Whitlock" in queue and "Found on the floor." in queue
    (address,) = re.findall(r'href="(/audit/break-glass/[0-9a-f-]{36}/)"', queue)
    assert "Joy Nwosu" in text(client.get(address))
    assert client.post(address, {"verdict": "right"}).status_code == 422
    done = client.post(address, {"verdict": "right", "words": "It was an emergency."}, follow=True)
    assert "0 wait to be judged" in text(done) and "It was an emergency." in text(client.get(address))
    assert client.post(address, {"verdict": "right", "words": "Again."}).status_code == 409
    looked = text(signed_in(citizen(person_id=person_id)).get("/me/looked/"))
    assert "Joy Nwosu" in looked and "out of turn" in looked


def test_staff_write_down_what_a_person_says_and_an_objection_shuts_the_record() -> None:
    person_id, client = ann(TEAMS[0]), signed_in(nurse())
    address = f"/people/{person_id}/sharing/"
    assert "Looking after you" in text(client.get(address))
    assert client.post(address, {"purpose": "planning", "kind": "objection", "said_by": ""}).status_code == 422
    told = {
        "purpose": "planning",
        "partner": "everybody",
        "kind": "objection",
        "words": "Not for studies.",
        "said_by": "the person",
    }
    assert "Not for studies." in text(client.post(address, told, follow=True))
    partner = consent.partners_of(place().teams[TEAMS[0]].organisation)[0]
    own = signed_in(citizen(person_id=person_id))
    told = {"purpose": "direct-care", "partner": partner, "kind": "objection"}
    assert "We have kept what you said" in text(own.post("/me/sharing/", told, follow=True))
    refused = client.get(address)
    assert refused.status_code == 403 and "asked that your organisation" in text(refused)
    assert "has asked that your organisation" in text(client.get(f"/people/{person_id}/break-glass/"))


def test_a_person_lets_somebody_act_and_ends_it() -> None:
    person_id, daughter = ann(), citizen(person_id=ann(given="Sue", nhs_number=""), name="Sue Whitlock")
    own, hers = signed_in(citizen(person_id=person_id)), signed_in(daughter)
    told = {
        "name": "Sue",
        "email": "sue",
        "relation": "daughter",
        "scopes": ["me.visits", "me.looked"],
        "until": "1 1 2020",
    }
    assert own.post("/me/people/", told).status_code == 422
    address = _address(daughter)
    given = own.post("/me/people/", told | {"email": address, "until": _next_month()}, follow=True)
    assert "Sue can act for you" in text(given) and "daughter" in text(given)
    assert "Ann Whitlock" in text(hers.get("/me/acting/"))
    hers.post("/me/acting/", {"person": str(person_id)})
    assert hers.get("/me/looked/").status_code == 200 and hers.get("/me/sharing/").status_code == 403
    assert hers.get("/me/people/").status_code == 403
    hers.post("/me/acting/", {"person": ""})
    assert hers.get("/me/sharing/").status_code == 200
    hers.post("/me/acting/", {"person": str(person_id)})
    (proxy_id,) = re.findall(r'name="proxy" value="([0-9a-f-]{36})"', text(own.get("/me/people/")))
    assert "no longer act" in text(own.post("/me/people/", {"do": "end", "proxy": proxy_id}, follow=True))
    assert hers.get("/me/sharing/").status_code == 200, "they are themselves again"


def test_staff_invite_somebody_to_act_after_checking() -> None:
    person_id, client = ann(TEAMS[0]), signed_in(nurse())
    address = f"/people/{person_id}/proxies/"
    told = {
        "name": "Tom New",
        "email": "tom.new@example.org",
        "relation": "son",
        "scopes": ["me.plan"],
        "until": _next_month(),
    }
    assert client.post(address, told).status_code == 422
    answer = client.post(address, told | {"checked": "She told me so."})
    assert answer.status_code == 200 and "/link/" in text(answer)
    assert "She told me so." in text(client.get(address))
    assert client.post(address, {"do": "end", "proxy": "nonsense"}).status_code == 404


def _address(actor: Actor) -> str:
    return str(get_user_model()._default_manager.get(pk=account_id(actor)).get_username())


def _next_month() -> str:
    day = datetime.now(UTC) + timedelta(days=30)
    return f"{day.day} {day.month} {day.year}"


def test_a_stranger_is_sent_to_sign_in() -> None:
    for address in ("/me/sharing/", "/me/people/", "/me/acting/", "/audit/break-glass/"):
        assert Client().get(address).headers["Location"].startswith("/sign-in/")


def test_a_copy_is_asked_for_gathered_and_taken() -> None:
    person_id, client = ann(), signed_in(lead())
    assert "Nobody has asked" in text(client.get("/audit/copies/"))
    assert client.post("/audit/copies/", {"person": "123", "reason": "x"}).status_code == 422
    told = {"person": "999 000 0018", "reason": "She asked; passport seen."}
    assert "Waiting to start" in text(client.post("/audit/copies/", told, follow=True))
    (row,) = access.exports(by=lead(), at=datetime.now(UTC))
    assert row.person_id == person_id and client.get(f"/audit/copies/{row.id}/").status_code == 404
    access.gather(row.id, at=datetime.now(UTC))
    page = text(client.get("/audit/copies/"))
    assert "Ready" in page and f"/audit/copies/{row.id}/" in page
    taken = client.get(f"/audit/copies/{row.id}/")
    assert taken["Content-Type"] == "application/zip" and taken.content[:2] == b"PK"


def test_a_copy_holds_what_was_written_under_a_record_that_was_joined() -> None:
    keep, lose = ann(), ann(given="Anne", nhs_number="")
    by, at = system("demo"), datetime.now(UTC)
    merge(keep=keep, lose=lose, reason="One and the same.", by=by, at=at)
    export = access.ask_copy(person_id=keep, reason="She asked.", by=lead(), at=at, queue=False)
    access.gather(export.id, at=at)
    file = access.open_export(export_id=export.id, by=lead(), at=at)
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        events = [json.loads(line) for line in archive.read("tables/foundation_event.jsonl").decode().splitlines()]
        assert {each["person_id"] for each in events if each["kind"] == "person.register"} == {str(keep), str(lose)}
        openings = archive.read("tables/access_opening.jsonl").decode()
        assert str(lose) in openings and str(keep) in openings


def test_every_page_of_a_citizen_keeps_to_the_scope_of_whoever_acts() -> None:
    person_id, holder = ann(), citizen(person_id=None, name="Sue Whitlock", role="carer")
    now = datetime.now(UTC)
    own = citizen(person_id=person_id)
    access.proxy.grant(
        person_id=person_id, proxy_user=account_id(holder), relation="daughter", scopes=("me.visits",),
        until=now + timedelta(days=1), born_on=ANN.birth_date, by=own, at=now,
    )  # fmt: skip
    client = signed_in(holder)
    client.post("/me/acting/", {"person": str(person_id)})
    pages = [each for each in addresses() if each.path.startswith("/me/") and "GET" in each.page.methods]
    assert len(pages) > 10
    for each in pages:
        shut = client.get(each.path).status_code == 403
        assert shut == (each.page.permission not in ("me.view", "me.visits")), each.path
