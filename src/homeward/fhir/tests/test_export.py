"""Does a partner's system get many people's records at once: whole, once, without whoever stays out, and only for itself?"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from homeward.access.api import close_client, consent, gate, page_of_looks
from homeward.access.api import system as house
from homeward.fhir.actions.end_bulk import throw_bulk_away
from homeward.fhir.actions.gather_bulk import gather_bulk, give_bulk_up
from homeward.fhir.bulk import vocabulary
from homeward.fhir.models import BulkExport, BulkPage
from homeward.fhir.partner_client import create_partner_client
from homeward.fhir.tests.partner import Partner, outcome, partner
from homeward.fhir.tests.test_own_observations import watched
from homeward.fhir.tests.test_records_api import ADA, NHS, pressure, system
from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import validate
from homeward.people.api import Person
from homeward.people.tests.support import number
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
ASYNC = {"Prefer": "respond-async"}


def hospital(*scopes: str) -> Partner:
    return partner(*(scopes or ("system/*.cruds",)), name="Hospital warehouse", organisation="uhb")


def somebody(by: Partner, serial: int) -> UUID:
    """A person with one measurement that a partner sent."""
    told = {**ADA, "identifier": [{"system": NHS, "value": number(serial)}], "name": [{"family": f"Reed{serial}", "given": ["Jo"]}]}
    person = UUID(json.loads(by.post("Patient", told).content)["id"])
    assert by.post("Observation", pressure(str(person))).status_code == 201
    return person


def asked(by: Partner, query: str = "", **headers: str) -> str:
    """The address, under the base, at which it is answered how far it is."""
    begun = by.get(f"Patient/$export{query}", **{**ASYNC, **headers})
    assert begun.status_code == 202, begun.content
    return begun["Content-Location"].partition("/fhir/R4/")[2]


def gathered(address: str, *, most: int = 200) -> None:
    while gather_bulk(UUID(address.rpartition("/")[2]), at=datetime.now(UTC), most=most):
        pass


def manifest(by: Partner, address: str) -> dict[str, Any]:
    told = by.get(address)
    assert told.status_code == 200, told.content
    assert told["Content-Type"] == "application/json" and told["Expires"]
    made: dict[str, Any] = json.loads(told.content)
    return made


def taken(by: Partner, files: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Every resource of these files, by kind; each file has as many as was said."""
    found: dict[str, list[dict[str, Any]]] = {}
    for each in files:
        answered = by.get(each["url"].partition("/fhir/R4/")[2], Accept="application/fhir+ndjson")
        assert (answered.status_code, answered["Content-Type"]) == (200, "application/fhir+ndjson"), answered.content
        lines = answered.content.splitlines()
        assert len(lines) == each.get("count", len(lines))
        assert all(isinstance(validate(line), Resource) for line in lines)
        found.setdefault(each["type"], []).extend(json.loads(line) for line in lines)
    return found


def opened_for_it(person: UUID) -> int:
    with connection.cursor() as cursor:
        cursor.execute("select set_config('homeward.opening', '', true)")
    by = staff(role="information-governance", organisation="bsol-icb", teams=())
    with gate.audit(by=by, at=datetime.now(UTC), why="a test"), connection.cursor() as cursor:
        cursor.execute("select count(*) from access_opening where person_id = %s and why = %s", [person, vocabulary.WHY])
        return int(cursor.fetchone()[0])


@pytest.mark.hazard(
    "HZ-S73-71",
    hazard="A partner takes everybody's records at once past the gate: whoever objected is in the files, and nobody sees that they were opened.",
    control="Each person is opened through the gate as the system that asked, with an access row; whoever objected or is restricted stays out, also when they object before a file is taken.",
)
def test_everybody_is_in_it_as_the_api_gives_them_and_each_opening_is_written_down() -> None:
    ward = system()
    people = [somebody(ward, serial) for serial in (11, 12, 13)]
    watched_person, _, _ = watched()
    by = hospital()
    address = asked(by)
    waiting = by.get(address)
    assert (waiting.status_code, waiting["Retry-After"], waiting["X-Progress"]) == (202, "5", "waiting to begin")
    gather_bulk(UUID(address.rpartition("/")[2]), at=datetime.now(UTC), most=2)
    assert by.get(address)["X-Progress"] == "50%: 2 of 4 people looked at"
    gathered(address, most=2)
    made = manifest(by, address)
    assert made["requiresAccessToken"] is True and made["error"] == [] and made["extension"] == {"people": 4, "leftOut": {}}
    assert made["request"].endswith("/fhir/R4/Patient/$export")
    found = taken(by, made["output"])
    assert {each["id"] for each in found["Patient"]} == {str(each) for each in (*people, watched_person)}
    of_one = next(each for each in found["Observation"] if each["subject"]["reference"] == f"Patient/{people[0]}")
    assert {**of_one, "meta": 0} == {**json.loads(by.get(f"Observation/{of_one['id']}").content), "meta": 0}
    assert len([each for each in found["Observation"] if str(watched_person) in each["subject"]["reference"]]) == 8
    assert [opened_for_it(each) for each in (*people, watched_person)] == [1, 1, 1, 1]
    looks = page_of_looks(people[0], by=staff(role="information-governance", organisation="bsol-icb", teams=()), at=datetime.now(UTC))
    assert any("to give it to a partner's own system" in f"{each}" for each in looks.rows)


def test_whoever_objects_or_is_restricted_stays_out_and_is_counted() -> None:
    ward, by = system(), hospital()
    stays, objects, hidden, later = (somebody(ward, serial) for serial in (21, 22, 23, 24))
    said(objects)
    with gate.job("demo", by=house("demo"), at=datetime.now(UTC)):
        Person.objects.filter(id=hidden).update(restricted=True)
    address = asked(by)
    gathered(address)
    made = manifest(by, address)
    assert made["extension"] == {"people": 2, "leftOut": {"objected": 1, "restricted": 1}}
    told = taken(by, made["error"])["OperationOutcome"]
    assert [each["issue"][0]["diagnostics"][:24] for each in told] == ["1 person is not in it wh"] * 2
    assert str(objects) not in json.dumps(told)
    assert {each["id"] for each in taken(by, made["output"])["Patient"]} == {str(stays), str(later)}
    assert opened_for_it(objects) == opened_for_it(hidden) == 0
    said(later)  # after it was gathered, before it is taken
    again = manifest(by, address)
    assert {each["id"] for each in taken(by, again["output"])["Patient"]} == {str(stays)}


def said(person: UUID) -> None:
    consent.record(
        person_id=person, kind="objection", purpose=consent.care_purpose(), partner=consent.partners_of("uhb")[0], words="Not them",
        said_by="herself", by=house("demo"), at=datetime.now(UTC),
    )  # fmt: skip


def test_it_is_narrowed_by_kind_by_moment_and_by_person() -> None:
    ward, by = system(), hospital()
    first, second = somebody(ward, 31), somebody(ward, 32)
    address = asked(by, "?_type=Observation&_outputFormat=ndjson")
    gathered(address)
    assert set(taken(by, manifest(by, address)["output"])) == {"Observation"}
    by.client.delete(f"/fhir/R4/{address}", headers={"Authorization": f"Bearer {by.token}"})
    before = datetime.now(UTC)
    changed = json.loads(ward.post("Observation", pressure(str(second), value="150.0")).content)["id"]
    address = asked(by, f"?_since={before:%Y-%m-%dT%H:%M:%S.%f}Z")
    gathered(address)
    assert [each["id"] for each in taken(by, manifest(by, address)["output"])["Observation"]] == [changed]
    wanted = {
        "resourceType": "Parameters",
        "parameter": [
            {"name": "patient", "valueReference": {"reference": f"Patient/{first}"}},
            {"name": "patient", "valueReference": {"reference": f"Patient/{UUID(int=5)}"}},
            {"name": "_type", "valueString": "Patient,Observation"},
        ],
    }
    begun = by.post("Patient/$export", wanted, **ASYNC)
    assert begun.status_code == 202, begun.content
    address = begun["Content-Location"].partition("/fhir/R4/")[2]
    gathered(address)
    made = manifest(by, address)
    found = taken(by, made["output"])
    assert [each["id"] for each in found["Patient"]] == [str(first)] and len(found["Observation"]) == 1
    assert made["extension"] == {"people": 1, "leftOut": {"unknown": 1}}


def test_the_whole_has_what_is_about_nobody_too() -> None:
    by = hospital()
    begun = by.get("$export?_type=Patient,HealthcareService,Organization", **ASYNC)
    address = begun["Content-Location"].partition("/fhir/R4/")[2]
    gathered(address)
    found = taken(by, manifest(by, address)["output"])
    assert len(found["Organization"]) == json.loads(by.get("Organization?_summary=count&_total=accurate").content)["total"]
    assert found["HealthcareService"]


def test_files_are_divided_when_they_are_full(monkeypatch: pytest.MonkeyPatch) -> None:
    ward, by = system(), hospital()
    people = [somebody(ward, serial) for serial in (41, 42, 43)]
    monkeypatch.setattr("homeward.fhir.actions.gather_bulk.FULL", 10)
    address = asked(by, "?_type=Patient")
    gathered(address, most=2)
    files = manifest(by, address)["output"]
    assert [each["url"].rpartition("/")[2] for each in files] == [f"Patient-{number}.ndjson" for number in (1, 2, 3)]
    assert {each["id"] for each in taken(by, files)["Patient"]} == {str(each) for each in people}


@pytest.mark.parametrize(
    ("query", "prefer", "status", "code"),
    [
        ("", "", 400, "required"),
        ("?_type=Nonsense", "respond-async", 400, "not-supported"),
        ("?_type=Organization", "respond-async", 400, "not-supported"),
        ("?_since=yesterday", "respond-async", 400, "value"),
        ("?_since=2026-03-04", "respond-async", 400, "value"),
        ("?_outputFormat=text/csv", "respond-async", 400, "not-supported"),
        ("?_typeFilter=Observation%3Fcode%3D1", "respond-async", 400, "not-supported"),
    ],
)
def test_what_cannot_be_asked_is_named(query: str, prefer: str, status: int, code: str) -> None:
    refused = hospital().get(f"Patient/$export{query}", Prefer=prefer)
    assert (refused.status_code, outcome(refused)["code"]) == (status, code)
    assert BulkExport.objects.count() == 0
    if "typeFilter" in query:
        assert hospital().get(f"Patient/$export{query}", Prefer="respond-async, handling=lenient").status_code == 202


def test_only_a_system_with_the_scope_and_the_role_may_ask_and_only_itself_may_take() -> None:
    ward, by = system(), hospital()
    somebody(ward, 51)
    assert hospital("system/Observation.rs").get("Patient/$export", **ASYNC).status_code == 403
    narrow = hospital("system/Patient.rs")
    assert narrow.get("Patient/$export?_type=Observation", **ASYNC).status_code == 403
    address = asked(by)
    gathered(address)
    files = manifest(by, address)["output"]
    other = hospital()
    url = files[0]["url"].partition("/fhir/R4/")[2]
    assert other.get(address).status_code == other.get(url).status_code == 404
    assert by.get(f"{address}/Patient-9.ndjson").status_code == by.get(f"{address}/Patient-x.ndjson").status_code == 404
    assert by.get(f"bulk/{UUID(int=1)}").status_code == 404
    own = asked(narrow)
    gathered(own)
    assert {each["type"] for each in manifest(narrow, own)["output"]} == {"Patient"}
    assert narrow.get(f"{own}/Observation-1.ndjson").status_code == 403


def test_an_organisation_has_two_under_way_and_ends_what_it_needs_no_more() -> None:
    by, address = hospital(), ""
    somebody(system(), 91)
    for _ in range(2):
        address = asked(by)
    third = by.get("Patient/$export", **ASYNC)
    assert (third.status_code, outcome(third)["code"], third["Retry-After"]) == (429, "throttled", "60")
    ended = by.client.delete(f"/fhir/R4/{address}", headers={"Authorization": f"Bearer {by.token}"})
    assert (ended.status_code, by.get(address).status_code) == (202, 404)
    gathered(address)  # the work that waited in the queue finds nothing to do
    half = asked(by)
    gather_bulk(UUID(half.rpartition("/")[2]), at=datetime.now(UTC), most=1)
    by.client.delete(f"/fhir/R4/{half}", headers={"Authorization": f"Bearer {by.token}"})
    gathered(half)
    assert by.get(half).status_code == 404


def test_its_hours_end_a_system_shut_out_gets_nothing_and_what_fails_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    ward, by = system(), hospital()
    somebody(ward, 61)
    address = asked(by)
    gathered(address)
    over = datetime.now(UTC) + vocabulary.KEPT_FOR + timedelta(minutes=1)
    assert throw_bulk_away(at=over - timedelta(minutes=5)) == 0 and throw_bulk_away(at=over) == 1
    with gate.job("demo", by=house("demo"), at=over):
        assert BulkPage.objects.count() == 0
    assert by.get(address).status_code == 404
    cut = asked(by)
    give_bulk_up(UUID(cut.rpartition("/")[2]))
    told = by.get(cut)
    assert (told.status_code, "cut short" in outcome(told)["diagnostics"]) == (500, True)
    broken = asked(by)
    monkeypatch.setattr("homeward.fhir.actions.gather_bulk.lines_of_person", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        gathered(broken)
    assert "could not be gathered" in outcome(by.get(broken))["diagnostics"]
    made = create_partner_client(name="Hospital warehouse", scopes=["system/*.cruds"], organisation="uhb")
    token = by.client.post("/oauth/token", {"grant_type": "client_credentials", **made}).json()["access_token"]
    export = BulkExport.objects.get(id=asked(Partner(client=by.client, token=token)).rpartition("/")[2])
    close_client(client_id=made["client_id"], by=house("setup"), at=datetime.now(UTC))
    assert gather_bulk(export.id, at=datetime.now(UTC)) is False
    export.refresh_from_db()
    assert export.state == "failed"


def test_pages_show_nothing_without_the_gate() -> None:
    ward, by = system(), hospital()
    somebody(ward, 71)
    gathered(asked(by))
    with connection.cursor() as cursor:
        cursor.execute("select set_config('homeward.opening', '', true)")
    assert BulkPage.objects.count() == 0
