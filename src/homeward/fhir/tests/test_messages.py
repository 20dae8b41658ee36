"""Does a message say in plain words what its sender meant, and is one that we cannot act on refused?"""

import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from homeward.fhir.bars.message import Message
from homeward.fhir.bars.read_message import read_message
from homeward.fhir.bars.reply import reply_bundle
from homeward.fhir.tests.messages import AN_HOUR, each_published, encoded, entry, fall
from homeward.foundation.r4.issues import Faulty, Resource
from homeward.foundation.r4.validate import validate


def read(message: dict[str, Any]) -> Message:
    resource = validate(encoded(message))
    assert isinstance(resource, Resource), resource
    return read_message(resource)


def test_a_referral_is_read_whole() -> None:
    message = read(fall())
    assert message.kind == "new"
    assert (message.person.family, message.person.given) == ("Brook", "Ada")
    assert message.person.birth_date == date(1938, 5, 17)
    assert message.person.nhs_number == "9990000018"
    assert message.person.language_code == "ur"
    assert message.need.words == "Fell at home, no injury seen, cannot get up alone"
    assert message.need.priority == "asap"
    assert message.sender.organisation_code == "RYA"
    assert (message.sender.person_name, message.sender.phone) == ("Sam Okoro", "0121 496 0001")
    assert message.access_needs == ("Speak slowly, hard of hearing",)
    assert [risk.code for risk in message.risks] == ["safeguarding"]
    assert message.identity.case_numbers == ("case-1",)
    assert message.told_at == AN_HOUR


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"reason": "update"}, "update"),
        ({"reason": "update", "status": "revoked"}, "cancel"),
        ({"reason": "new", "status": "entered-in-error"}, "cancel"),
        ({"reason": "delete"}, "cancel"),
    ],
)
def test_the_kind_of_message(change: dict[str, Any], kind: str) -> None:
    assert read(fall(**change)).kind == kind


def refused(message: dict[str, Any]) -> Faulty:
    with pytest.raises(Faulty) as caught:
        read(message)
    return caught.value


def test_what_we_do_not_receive_is_said_in_words() -> None:
    for code, status in (
        ("booking-request", 501),
        ("booking-response", 501),
        ("servicerequest-response", 422),
        ("x", 422),
    ):
        message = fall()
        entry(message, "MessageHeader")["eventCoding"]["code"] = code
        fault = refused(message)
        assert fault.status == status
        assert fault.issues[0].expression == "Bundle.entry[0].resource.eventCoding"


@pytest.mark.parametrize(
    ("kind", "change", "expression"),
    [
        ("MessageHeader", {"focus": []}, "Bundle.entry[0].resource.focus"),
        ("MessageHeader", {"focus": [{"reference": "ServiceRequest/9"}]}, "Bundle.entry[0].resource.focus[0]"),
        ("MessageHeader", {"reason": {"text": "because"}}, "Bundle.entry[0].resource.reason"),
        ("ServiceRequest", {"category": [{"text": "x"}]}, "Bundle.entry[1].resource.category"),
        ("ServiceRequest", {"status": "draft"}, "Bundle.entry[1].resource.status"),
        ("ServiceRequest", {"subject": {"reference": "Patient/9"}}, "Bundle.entry[1].resource.subject"),
        (
            "ServiceRequest",
            {"requester": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000000"}},
            "Bundle.entry[1].resource.requester.reference",
        ),
    ],
)
def test_a_message_that_is_not_whole_names_its_gap(kind: str, change: dict[str, Any], expression: str) -> None:
    message = fall()
    resource = entry(message, kind)
    resource.update(change)
    if change.get("focus") == []:
        del resource["focus"]
    assert expression in {issue.expression for issue in refused(message).issues}


def test_a_message_without_an_id_or_header_is_refused() -> None:
    anonymous = fall()
    del anonymous["id"]
    assert refused(anonymous).issues[0].expression == "Bundle.id"
    headless = fall()
    del headless["entry"][0]
    assert refused(headless).issues[0].expression == "Bundle.entry[0].resource"


@pytest.mark.hazard(
    "HZ-S12-29",
    hazard="A wrong NHS number in a message joins a referral to somebody else's record.",
    control="A number whose check digit fails is never used to find a person, and whoever reads the referral is told.",
)
def test_a_wrong_nhs_number_is_said_and_not_used() -> None:
    person = read(fall(nhs_number="9990000019")).person
    assert person.nhs_number is None
    assert "not a valid number" in person.cautions[0]


def test_a_person_whom_nobody_could_name() -> None:
    person = read(fall(family="", given="", nhs_number="", birth_date=None)).person
    assert not person.named
    assert "did not know the person's name" in person.cautions[0]


def test_the_digest_is_the_same_when_sent_again_and_differs_when_it_says_more() -> None:
    first = fall()
    again = {**fall(), "timestamp": "2026-03-04T11:00:00+00:00", "meta": {"lastUpdated": "2026-03-04T11:00:00Z"}}
    assert read(first).identity.content_digest == read(again).identity.content_digest
    assert read(first).identity.content_digest != read(fall(need_words="Something else")).identity.content_digest


def test_the_reply_is_a_sound_message() -> None:
    message = read(fall())
    reply = reply_bundle(
        message,
        reply_id=UUID(int=7),
        referral_id=UUID(int=8),
        request_status="active",
        version=1,
        at=datetime(2026, 3, 4, tzinfo=UTC),
        us="The hub",
        base="https://hub.example/fhir/R4",
    )
    found = validate(encoded(reply))
    assert isinstance(found, Resource), found
    assert entry(reply, "MessageHeader")["response"] == {"identifier": message.identity.message_id, "code": "ok"}


# What each published message is, read from its header, request and notes.
PUBLISHED = {
    "REFREQ02": "new", "REFREQ04": "new", "REFREQ06": "new", "REFREQ8A": "new", "REFREQ8C": "update",
    "REFREQ9A-1": "new", "REFREQ9A-3": "update", "VALREQ01": "new", "VALREQ03": "new", "SERVREQ01": "cancel",
    "ValidationRequest (POST) ": "new", "POST-body": 501, "Booking (POST)": 501, "BOOKREQ02": 501,
    "ValidationResponse (POST) ": 400, "REFRESP02": "answer", "VALRESP01A": 400, "VALRESP02": 400, "VALRESP04": 400,
    "POST-success": 400, "Booking (HTTP Response) ": 400, "ValidationRequest (HTTP Response) ": 400,
}  # fmt: skip


def short_name(file: Path) -> str:
    name = file.stem.split(" - ")[0].rstrip("-")
    part = file.stem.rpartition("(")[2][:1]
    return f"{name}-{part}" if name == "REFREQ9A" else name.split("- ")[0]


@each_published()
def test_every_published_message_is_what_it_is(file: Path) -> None:
    resource = validate(file.read_bytes())
    if isinstance(resource, Resource) and resource.tree.get("type") != "message":
        with pytest.raises(Faulty):
            read_message(resource)
        return
    if not isinstance(resource, Resource):
        assert all(issue.diagnostics for issue in resource)
        assert PUBLISHED.get(short_name(file), 400) == 400
        return
    wanted = PUBLISHED[short_name(file)]
    try:
        found: object = read_message(resource).kind
    except Faulty as fault:
        assert all(issue.expression for issue in fault.issues)
        found = fault.status
    assert found == wanted


def test_a_message_of_very_many_parts_costs_little() -> None:
    message = fall()
    plans = [{"resourceType": "CarePlan", "id": f"p{n}", "status": "active", "intent": "plan"} for n in range(3000)]
    patient = entry(message, "ServiceRequest")["subject"]
    message["entry"] += [{"fullUrl": f"https://sender.invalid/CarePlan/p{n}", "resource": {**plan, "subject": patient}}
                         for n, plan in enumerate(plans)]  # fmt: skip
    entry(message, "ServiceRequest")["basedOn"] = [{"reference": f"CarePlan/p{n % 3000}"} for n in range(9000)]
    started = time.process_time()
    assert read(message).kind == "new"
    assert time.process_time() - started < 3
