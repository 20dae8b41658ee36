"""Can a partner's record system read, write and search the shared record, and is what it sent given back as it was?"""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from homeward.directory.api import place
from homeward.fhir.tests.partner import Partner, outcome, partner
from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import validate
from homeward.records.api import details_told
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
NHS = "https://fhir.nhs.uk/Id/nhs-number"
ADA: dict[str, Any] = {
    "resourceType": "Patient",
    "identifier": [{"system": NHS, "value": "9990000018"}, {"system": "https://ward.example/id", "value": "W-1"}],
    "name": [{"use": "official", "family": "Brook", "given": ["Ada", "May"], "prefix": ["Mrs"]}],
    "gender": "female",
    "birthDate": "1938-05-17",
    "address": [{"line": ["4 Mill Lane"], "postalCode": "B1 1AA"}],
    "maritalStatus": {"text": "Widowed"},
}


def system(name: str = "Ward system") -> Partner:
    return partner("system/*.cruds", name=name)


def pressure(patient: str, value: str = "142.50", **more: Any) -> str:
    """A measurement as text, so that its number stays as it is written."""
    tree = {
        "resourceType": "Observation",
        "status": "final",
        "category": [
            {
                "coding": [
                    {"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "vital-signs"}
                ]
            }
        ],
        "code": {"coding": [{"system": "http://snomed.info/sct", "code": "271649006", "display": "Systolic"}]},
        "subject": {"reference": f"Patient/{patient}"},
        "effectiveDateTime": "2026-03-01T09:00:00+00:00",
        "valueQuantity": {"value": 0, "unit": "mmHg"},
        **more,
    }
    return json.dumps(tree).replace('"value": 0', f'"value": {value}')


def test_a_patient_is_registered_once_and_given_back_in_their_words() -> None:
    ward = system()
    made = ward.post("Patient", ADA)
    assert made.status_code == 201, made.content
    tree = json.loads(made.content)
    assert isinstance(validate(made.content), Resource), validate(made.content)
    assert made["Location"].endswith(f"/Patient/{tree['id']}/_history/{tree['meta']['versionId']}")
    assert {name: value for name, value in tree.items() if name not in ("id", "meta")} == ADA
    again = ward.post("Patient", ADA)
    assert (again.status_code, json.loads(again.content)["id"]) == (200, tree["id"])
    for query in (
        f"identifier={NHS}|9990000018",
        "identifier=W-1",
        "family=brook&birthdate=1938-05-17",
        f"_id={tree['id']}",
    ):
        found = json.loads(ward.get(f"Patient?{query}").content)
        assert [each["resource"]["id"] for each in found.get("entry", [])] == [tree["id"]], query
    assert json.loads(ward.get("Patient?family=brook&given=Zoe").content)["total"] == 0
    unchanged = ward.get(f"Patient/{tree['id']}", **{"If-None-Match": made["ETag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")


def test_a_changed_patient_is_taken_over_or_reviewed_and_the_former_version_refused() -> None:
    ward = system()
    made = ward.post("Patient", ADA)
    tree = json.loads(made.content)
    told = {"telecom": [{"system": "phone", "value": "07700 900123"}]}
    changed = {**tree, "name": [{"family": "Stone", "given": ["Ada"]}], **told}
    done = ward.put(f"Patient/{tree['id']}", changed, **{"If-Match": made["ETag"]})
    assert done.status_code == 200, done.content
    now = json.loads(ward.get(f"Patient/{tree['id']}").content)
    assert now["telecom"][0]["value"] == "07700 900123"  # taken over, as the place declares
    assert now["name"][0]["family"] == "Brook"  # somebody looks at it first
    by = staff(role="place-owner", organisation=place().card.owner)
    (waits,) = details_told(state="waiting", by=by, at=datetime.now(UTC))
    assert (waits.field, waits.stood, waits.told) == ("name", "Ada May Brook", "Ada Stone")
    late = ward.put(f"Patient/{tree['id']}", changed, **{"If-Match": made["ETag"]})
    assert (late.status_code, outcome(late)["code"]) == (412, "conflict")


def test_a_measurement_keeps_every_digit_and_its_versions() -> None:
    ward = system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    made = ward.post("Observation", pressure(person))
    assert made.status_code == 201, made.content
    assert b'"value":142.50' in made.content
    id = json.loads(made.content)["id"]
    assert made["ETag"] == 'W/"1"'
    second = ward.put(f"Observation/{id}", pressure(person, "143.0", id=id), **{"If-Match": 'W/"1"'})
    assert (second.status_code, second["ETag"]) == (200, 'W/"2"')
    assert b"142.50" in ward.get(f"Observation/{id}/_history/1").content
    history = json.loads(ward.get(f"Observation/{id}/_history").content)
    assert [each["resource"]["meta"]["versionId"] for each in history["entry"]] == ["2", "1"]
    stale = ward.put(f"Observation/{id}", pressure(person, "150", id=id), **{"If-Match": 'W/"1"'})
    assert stale.status_code == 412
    other = system("Another").put(f"Observation/{id}", pressure(person, "150", id=id))
    assert (other.status_code, outcome(other)["code"]) == (403, "forbidden")


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 5),
        ("&code=http://snomed.info/sct|271649006", 5),
        ("&code=271649006,1", 5),
        ("&code:not=271649006", 0),
        ("&category=vital-signs", 5),
        ("&date=ge2026-03-03&date=lt2026-03-05", 2),
        ("&date=2026-03", 5),
        ("&date=eq2026-03-03", 1),
        ("&value-quantity=gt101", 3),
        ("&value-quantity=102.0", 1),
        ("&status=final,amended", 5),
        ("&status:missing=true", 0),
        ("&_lastUpdated=ge2020", 5),
        ("&code:text=syst", 5),
    ],
)
def test_searches_by_parameter(query: str, count: int) -> None:
    ward = system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    for day in range(5):
        when = f"2026-03-0{day + 1}T09:00:00+00:00"
        assert ward.post("Observation", pressure(person, f"{100 + day}.0", effectiveDateTime=when)).status_code == 201
    for whom in (
        f"patient={person}",
        f"subject=Patient/{person}",
        f"patient.identifier={NHS}|9990000018",
        f"subject:Patient.identifier={NHS}|9990000018",
    ):
        found = ward.get(f"Observation?{whom}{query}")
        assert found.status_code == 200, found.content
        assert json.loads(found.content)["total"] == count, whom


@pytest.mark.hazard(
    "HZ-S73-75",
    hazard="Somebody has very many measurements, or a place very many practitioners; a search, or everything, leaves out the oldest and does not say so.",
    control="Whatever is kept is read page by page to its end; nothing is cut off at a number.",
)
def test_however_much_is_kept_it_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("homeward.fhir.resources.received.PAGE", 2)
    ward = system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    for day in range(5):
        assert ward.post("Observation", pressure(person, f"{100 + day}.0", effectiveDateTime=f"2026-03-0{day // 2 + 1}")).status_code == 201
        assert ward.post("Practitioner", {"resourceType": "Practitioner", "name": [{"family": f"Reed{day}"}]}).status_code == 201
    for asked, many in (
        (f"Observation?patient={person}&code:text=syst", 5), ("Practitioner?family=Reed", 5), ("Practitioner?family=Reed0", 1),
        (f"Patient/{person}/$everything?_type=Observation", 5),
    ):  # fmt: skip
        assert json.loads(ward.get(asked).content)["total"] == many, asked


@pytest.mark.hazard(
    "HZ-S39-21",
    hazard="A system asks for somebody's results and, in the same breath, that they were born on a day; it is given those of a person born on another.",
    control="Every condition is judged, also one that looks through the person; one that is not known is refused.",
)
def test_a_condition_that_looks_through_the_person_is_judged() -> None:
    ward = system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    ward.post("Observation", pressure(person))
    born = json.loads(ward.get(f"Patient/{person}").content)["birthDate"]
    counted = {
        f"patient={person}&patient.birthdate={born}": 1, f"patient={person}&patient.birthdate=1901-01-01": 0,
        f"patient={person}&subject:Patient.birthdate=lt{born}": 0, f"patient={person}&patient:missing=false": 1,
        f"patient={person}&patient:missing=true": 0, f"patient={person}&subject:Group.code=x": 0,
    }  # fmt: skip
    for query, count in counted.items():
        assert json.loads(ward.get(f"Observation?{query}").content)["total"] == count, query
    for unknown in ("patient.colour=red", "encounter.patient.identifier=1", "subject:Patient.status=final"):
        answer = ward.get(f"Observation?patient={person}&{unknown}")
        assert answer.status_code == 400 and unknown.partition("=")[0] in answer.content.decode(), unknown


def test_pages_hold_everything_once_in_order_and_belong_to_their_search() -> None:
    ward = system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    for day in range(7):
        ward.post("Observation", pressure(person, effectiveDateTime=f"2026-03-0{day + 1}T09:00:00+00:00"))
    for sort in ("", "&_sort=date", "&_sort=-date", "&_sort=code,-date"):
        path, seen, links = f"Observation?patient={person}&_count=3{sort}", [], []
        for _ in range(5):
            bundle = json.loads(ward.get(path).content)
            assert bundle["total"] == 7
            seen += [entry["resource"]["effectiveDateTime"] for entry in bundle["entry"]]
            links = [link["url"] for link in bundle["link"] if link["relation"] == "next"]
            if not links:
                break
            path = links[0].split("/fhir/R4/")[1]
        assert len(seen) == len(set(seen)) == 7
        assert seen == sorted(seen, reverse=sort != "&_sort=date"), sort
    first = json.loads(ward.get(f"Observation?patient={person}&_count=3").content)
    cursor = first["link"][1]["url"].split("_cursor=")[1]
    assert ward.get(f"Observation?patient={person}&_count=3&status=final&_cursor={cursor}").status_code == 400
    assert ward.get(f"Observation?patient={person}&_cursor=made-up").status_code == 400


def test_what_belongs_together_comes_together() -> None:
    ward = system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    ward.post("Observation", pressure(person))
    both = json.loads(ward.get(f"Observation?patient={person}&_include=Observation:subject").content)
    assert [(each["resource"]["resourceType"], each["search"]["mode"]) for each in both["entry"]] == [
        ("Observation", "match"),
        ("Patient", "include"),
    ]
    back = json.loads(ward.get(f"Patient?_id={person}&_revinclude=Observation:subject").content)
    assert [each["resource"]["resourceType"] for each in back["entry"]] == ["Patient", "Observation"]
    everything = json.loads(ward.get(f"Patient/{person}/$everything").content)
    assert [each["resource"]["resourceType"] for each in everything["entry"]] == ["Patient", "Observation"]
    brief = json.loads(ward.get(f"Observation?patient={person}&_summary=count").content)
    assert (brief["total"], "entry" in brief) == (1, False)
    few = json.loads(ward.get(f"Observation?patient={person}&_elements=status").content)["entry"][0]["resource"]
    assert "valueQuantity" not in few
    assert few["meta"]["tag"][0]["code"] == "SUBSETTED"


def test_nobody_lists_people_whom_they_do_not_name() -> None:
    ward = system()
    for path in ("Observation", "Condition?code=1", "Patient", "Task?status=requested"):
        refused = ward.get(path)
        assert refused.status_code == 400, path
        assert outcome(refused)["expression"] in (["patient"], ["identifier"])


@pytest.mark.parametrize(
    ("change", "status", "element"),
    [
        ({"status": "nonsense"}, 400, "Observation.status"),
        ({"code": None}, 400, "Observation.code"),
        ({"subject": None}, 422, "Observation.subject"),
        ({"subject": {"reference": "Patient/nobody"}}, 422, "Observation.subject"),
        ({"effectiveDateTime": "2026-02-30"}, 400, "Observation.effectiveDateTime"),
        ({"colour": "red"}, 400, "Observation.colour"),
    ],
)
def test_what_is_wrong_is_refused_with_its_element(change: dict[str, Any], status: int, element: str) -> None:
    ward = system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    tree = {**json.loads(pressure(person)), **change}
    refused = ward.post("Observation", {name: value for name, value in tree.items() if value is not None})
    assert refused.status_code == status, refused.content
    assert outcome(refused)["expression"] == [element]
    number = ward.post("Patient", {**ADA, "identifier": [{"system": NHS, "value": "9990000019"}]})
    assert (number.status_code, outcome(number)["expression"]) == (422, ["Patient.identifier"])


def test_created_only_if_it_is_not_there_and_changed_where_it_is() -> None:
    ward = system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    known = [{"system": "https://ward.example/obs", "value": "7"}]
    condition = f"patient={person}&identifier=https://ward.example/obs|7"
    first = ward.post("Observation", pressure(person, identifier=known), **{"If-None-Exist": condition})
    again = ward.post("Observation", pressure(person, "1", identifier=known), **{"If-None-Exist": condition})
    assert (first.status_code, again.status_code) == (201, 200)
    changed = ward.put(f"Observation?{condition}", pressure(person, "99", identifier=known))
    assert (changed.status_code, changed["ETag"]) == (200, 'W/"2"'), changed.content
    ward.post("Observation", pressure(person, identifier=known))
    assert ward.put(f"Observation?{condition}", pressure(person)).status_code == 412
