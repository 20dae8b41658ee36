"""Is every hostile or broken body refused cleanly, changing nothing, or else kept as harmless text?"""

import json
from io import BytesIO
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from homeward.access.api import gate
from homeward.fhir.door.body import LARGEST_MESSAGE
from homeward.fhir.tests.counting import rows
from homeward.fhir.tests.messages import each, encoded, entry, fall, is_referral, published
from homeward.fhir.tests.partner import MESSAGES, NOON, Partner, outcome, partner
from homeward.people.api import Person
from homeward.referrals.api import ServiceRequest

pytestmark = pytest.mark.django_db

GOOD = encoded(fall())


def refused_cleanly(response: HttpResponse) -> None:
    assert 400 <= response.status_code < 500, (response.status_code, response.content[:300])
    issue = outcome(response)
    assert issue["severity"] == "error"
    assert issue["diagnostics"]
    assert b"Traceback" not in response.content


@pytest.mark.hazard(
    "HZ-S12-21",
    hazard="A message cut short on its way is taken for a whole one, and part of a need is lost.",
    control="A message that stops anywhere is refused whole and changes nothing, so that its sender sends it again.",
)
def test_a_message_cut_short_anywhere_changes_nothing() -> None:
    sender = partner()
    before = rows()
    real = max((file.read_bytes() for file in published("guide")), key=len, default=GOOD)
    for length in range(0, len(real) - 1, 97):
        refused_cleanly(sender.send(real[:length]))
    assert rows() == before


DEEP = b'{"resourceType":"Bundle","type":"message","id":"a","entry":' + b"[" * 10_000 + b"]" * 10_000 + b"}"
BROKEN: dict[str, bytes] = {
    "nothing": b"",
    "null": b"null",
    "a list": b"[]",
    "deep": DEEP,
    "deep objects": b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    "latin-1": json.dumps(fall(family="Zoë"), ensure_ascii=False).encode("latin-1"),
    "utf-16": json.dumps(fall()).encode("utf-16"),
    "byte order mark": b"\xef\xbb\xbf" + GOOD,
    "NUL byte": GOOD.replace(b"Ada", b"A\x00a"),
    "NUL escape": GOOD.replace(b"Ada", b"A\\u0000a"),
    "half a surrogate": GOOD.replace(b"Ada", b"A\\ud83da"),
    "control character": GOOD.replace(b"Ada", b"A\\u0007a"),
    "doubled key": GOOD.replace(b'"status": "active"', b'"status": "active", "status": "draft"', 1),
    "not a number": GOOD.replace(b'"1938-05-17"', b"NaN"),
    "infinite": GOOD.replace(b'"1938-05-17"', b"1e999"),
    "huge number": GOOD.replace(b'"1938-05-17"', b"9" * 20_000),
    "two messages": GOOD + GOOD,
    "not a bundle": b'{"resourceType":"Patient"}',
    "another bundle": b'{"resourceType":"Bundle","type":"transaction"}',
    "no entries": b'{"resourceType":"Bundle","type":"message","id":"a"}',
    "null entry": b'{"resourceType":"Bundle","type":"message","id":"a","entry":[null]}',
    "number entry": b'{"resourceType":"Bundle","type":"message","id":"a","entry":[7]}',
    "entry without resource": b'{"resourceType":"Bundle","type":"message","id":"a","entry":[{}]}',
    "born tomorrow": encoded(fall()).replace(b"1938-05-17", b"2999-01-01"),
    "script for an id": GOOD.replace(b'"id": "0d5f2f4e', b'"id": "<script>alert(1)</script>0d5f2f4e'),
    "xml": b"<Bundle xmlns='http://hl7.org/fhir'/>",
    "endless name": encoded(fall(family="x" * (LARGEST_MESSAGE - len(GOOD) - 10))).replace(b"xx", b"  ", 1),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_body_changes_nothing(name: str) -> None:
    sender = partner()
    before = rows()
    response = sender.send(BROKEN[name])
    if name != "endless name":
        refused_cleanly(response)
        assert rows() == before
    else:
        assert response.status_code < 500


@pytest.mark.hazard(
    "HZ-S12-22",
    hazard="An enormous message exhausts the server, and nobody's referral comes in.",
    control="The length is bounded before a byte is read, and again while reading.",
)
def test_fifty_megabytes_are_refused_unread() -> None:
    class Watched(BytesIO):
        taken = 0

        def read(self, size: int | None = -1) -> bytes:
            part = super().read(size)
            Watched.taken += len(part)
            return part

    sender = partner()
    before = rows()
    stated: Any = {"CONTENT_LENGTH": str(50 * 1024 * 1024), "wsgi.input": Watched(b"[" * (50 * 1024 * 1024))}
    response: Any = sender.client.post(
        MESSAGES, content_type="application/fhir+json", headers={"Authorization": f"Bearer {sender.token}"}, **stated
    )
    assert response.status_code == 413
    refused_cleanly(response)
    assert Watched.taken == 0
    assert rows() == before
    assert sender.send(b" " * (LARGEST_MESSAGE + 1)).status_code == 413


def test_the_length_must_be_said() -> None:
    sender = partner()
    silent: Any = {"CONTENT_LENGTH": ""}
    response: Any = sender.client.post(
        MESSAGES, content_type="application/fhir+json", headers={"Authorization": f"Bearer {sender.token}"}, **silent
    )
    assert response.status_code == 411


SCRIPT = "<script>alert('x')</script>"
SQL = "Robert'); drop table people_person; --"


@pytest.mark.hazard(
    "HZ-S12-23",
    hazard="Text in a message is run, by a browser or by the database, instead of being read.",
    control="Every text is kept as text: the name, the need and the risks come back letter for letter.",
)
@pytest.mark.parametrize(
    "text", [SCRIPT, SQL, "{{ 7*7 }}", "${jndi:ldap://x}", "=cmd|' /C calc'!A0", "\\\\u0000", "🏠💚 Brook"]
)
def test_hostile_text_is_kept_inert(text: str) -> None:
    sender = partner()
    response = sender.send(fall(family=text, need_words=text, flags=(("SG", text),)))
    assert response.status_code == 200, response.content
    with gate.job("bench", at=NOON):
        referral = ServiceRequest.objects.get()
        assert Person.objects.count() == 1
    assert text in referral.need_words.splitlines()[0]
    assert text in referral.risk_words


@pytest.mark.hazard(
    "HZ-S12-24",
    hazard="A name that only looks like another, or hides letters, joins two people or parts one.",
    control="Names with hidden marks or mixed look-alike alphabets come in with a warning on the referral.",
)
@pytest.mark.parametrize("family", ["Br\u043eok", "Bro\u202eok", "Brook\u200b"])
def test_deceiving_names_come_in_with_a_warning(family: str) -> None:
    assert partner().send(fall(family=family)).status_code == 200
    with gate.job("bench", at=NOON):
        referral = ServiceRequest.objects.get()
    assert "Look twice at the name" in referral.risk_words


def test_a_wrong_reference_is_named() -> None:
    sender = partner()
    message = fall()
    entry(message, "ServiceRequest")["subject"] = {"reference": "urn:uuid:00000000-0000-4000-8000-000000000000"}
    response = sender.send(message)
    refused_cleanly(response)
    assert outcome(response)["expression"] == ["Bundle.entry[1].resource.subject.reference"]


@each([file for file in published() if not is_referral(file) and "SERVREQ01" not in file.name])
def test_a_published_message_that_is_no_referral_changes_nothing(file: Any) -> None:
    body = file.read_bytes()
    sender = partner()
    before = rows()
    response = sender.send(body)
    assert response.status_code in (400, 422, 501)
    assert outcome(response)["expression"]
    assert rows() == before


def test_a_stranger_changes_nothing() -> None:
    before = rows()
    stranger = Partner(client=Client(), token="guess")
    assert stranger.send(fall()).status_code == 401
    assert rows() == before
