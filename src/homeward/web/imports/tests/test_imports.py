"""Can a place owner bring in a file, see what it would change, apply it, and decide what is in doubt?"""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from homeward.directory.api import place
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db
KHAN: dict[str, object] = {
    "resourceType": "Patient", "id": "p1", "name": [{"family": "Khan", "given": ["Amina"]}], "birthDate": "1941-05-03",
    "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000018"}],
}  # fmt: skip
OTHER: dict[str, object] = {
    **KHAN,
    "id": "p2",
    "name": [{"family": "Okafor", "given": ["Chidi"]}],
    "birthDate": "1987-01-02",
}


def owner() -> Client:
    return signed_in(staff(role="place-owner", organisation=place().card.owner))


def bring(browser: Client, *resources: dict[str, object], source: str = "") -> str:
    file = SimpleUploadedFile("sent.ndjson", "\n".join(json.dumps(each) for each in resources).encode())
    answer = browser.post("/imports/new/", {"source": source or place().card.owner, "file": file})
    assert answer.status_code == 302, answer.content
    return str(answer["Location"])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOMEWARD_DATA", str(tmp_path))


def test_a_file_is_compared_then_applied() -> None:
    browser = owner()
    address = bring(browser, KHAN)
    shown = browser.get(address).content.decode()
    assert "Waits to be applied" in shown and "New (1)" in shown
    assert "Amina Khan" in shown
    assert browser.post(address, {"do": "apply"}).status_code == 302
    assert "Applied (1)" in browser.get(address).content.decode()
    listed = browser.get("/imports/").content.decode()
    assert address in listed and "Applied: 1." in listed


def test_whom_it_is_about_is_decided_by_a_colleague() -> None:
    browser = owner()
    browser.post(bring(browser, KHAN), {"do": "apply"})
    address = bring(browser, OTHER)
    shown = browser.get(address).content.decode()
    assert "Clash (1)" in shown
    row = shown.split(f'href="{address}rows/')[1].split('"')[0]
    page = browser.get(f"{address}rows/{row}").content.decode()
    assert "birth date" in page and "somebody else: register them apart" in page
    assert page.index(">What came</h2>") < page.index("What shall hold?"), "first what came, then the choice"
    assert browser.post(f"{address}rows/{row}", {}).status_code == 422
    assert browser.post(f"{address}rows/{row}", {"decision": "reject"}).status_code == 422, "a reason is wanted"
    assert browser.post(f"{address}rows/{row}", {"decision": "apart"}).status_code == 302
    browser.post(address, {"do": "apply"})
    assert "Applied (1)" in browser.get(address).content.decode()


def test_what_stands_and_what_came_are_seen_before_the_choice_with_what_differs() -> None:
    browser = owner()
    browser.post(bring(browser, KHAN), {"do": "apply"})
    address = bring(browser, {**KHAN, "telecom": [{"system": "phone", "value": "0121 496 0000"}]})
    row = browser.get(address).content.decode().split(f'href="{address}rows/')[1].split('"')[0]
    page = browser.get(f"{address}rows/{row}").content.decode()
    assert "They differ in telecom." in page
    assert page.index("What stands here</h2>") < page.index("What came</h2>") < page.index("What shall hold?")


def test_rejects_are_shown_with_their_reason_and_tried_again() -> None:
    browser = owner()
    weight: dict[str, object] = {
        "resourceType": "Observation",
        "id": "o1",
        "status": "final",
        "code": {"text": "Weight"},
        "subject": {"reference": "Patient/p1"},
    }
    address = bring(browser, weight)
    assert "says who that is" in browser.get(address).content.decode()
    browser.post(bring(browser, KHAN), {"do": "apply"})
    browser.post(address, {"do": "retry"})
    assert "New (1)" in browser.get(address).content.decode()


def test_a_file_that_is_not_read_here_is_told_beside_the_field() -> None:
    browser = owner()
    file = SimpleUploadedFile("letter.pdf", b"%PDF")
    answer = browser.post("/imports/new/", {"source": place().card.owner, "file": file})
    assert answer.status_code == 422
    assert "is not read here" in answer.content.decode()


def test_others_may_not_look() -> None:
    nurse = signed_in(staff(role="community-nurse", teams=("ucr-east",)))
    assert nurse.get("/imports/").status_code == 403
