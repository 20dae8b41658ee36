"""Is what is measured here given to partners as Observations, once, as closed as its form, and as wrong where it was struck?"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from homeward.access.api import consent, gate
from homeward.access.api import system as house
from homeward.directory import api as directory
from homeward.fhir.tests.partner import Partner, partner
from homeward.fhir.tests.test_measurements import LOINC, NUMBERS, SNOMED, answer, number, observation
from homeward.fhir.tests.test_records_api import system
from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import validate
from homeward.monitoring.api import strike
from homeward.monitoring.tests.arranging import now, on_the_ward, page, seen, ward_nurse
from homeward.people.api import merge
from homeward.people.tests.support import house as keeper
from homeward.plans.api import Typed, findings_on_forms, finish, save_progress
from homeward.plans.tests.arranging import nurse
from homeward.plans.tests.test_visit_scores import SIGNS
from homeward.records.api import counts
from homeward.referrals.tests.arranging import after
from homeward.visits.api import record_contact
from homeward.visits.tests.test_contacts import accepted

pytestmark = pytest.mark.django_db
TOTAL = "1104051000000101"


def found(by: Partner, path: str) -> list[dict[str, Any]]:
    answered = by.get(path)
    assert answered.status_code == 200, answered.content
    return [each["resource"] for each in json.loads(answered.content).get("entry", ())]


def watched(**signs: Any) -> tuple[UUID, UUID, datetime]:
    """(person, set, when): somebody on a virtual ward, of whom a nurse took a set."""
    taken = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=20)
    stay = on_the_ward(at=taken - timedelta(hours=1))
    return now(stay).person_id, seen(stay, at=taken, **signs).set_id, taken


def visit_with(answers: dict[str, Any], form: str = "observations") -> tuple[UUID, UUID]:
    """(person, visit) at which the form was filled in so."""
    person, _, visit = accepted()
    record_contact(encounter_id=visit, contact_at=after(30), answers={form: answers}, by=nurse(), at=after(40))
    return person, visit


@pytest.mark.hazard(
    "HZ-S37-44",
    hazard="A hospital's system asks for somebody's observations, is not given those that our nurses took, and takes them for well or for not looked at.",
    control="What is measured on a virtual ward, at visits and on forms is given by the API as Observations, beside what partners sent; what was not measured is left out.",
)
def test_a_nurses_set_is_found_by_its_codes() -> None:
    person, set_id, taken = watched(temperature=None)
    ward = system()
    (pulse,) = found(ward, f"Observation?patient={person}&code=http://loinc.org|8867-4")
    assert isinstance(validate(json.dumps(pulse).encode()), Resource), pulse
    assert pulse["status"] == "final" and pulse["code"]["text"] == "Pulse"
    assert pulse["valueQuantity"] == {"value": 72, "unit": "/min", "system": "http://unitsofmeasure.org", "code": "/min"}
    assert datetime.fromisoformat(pulse["effectiveDateTime"]) == taken
    assert [each["display"] for each in pulse["performer"]][0] == "Bea Mullen"
    assert pulse["performer"][1]["reference"] == "Organization/team-vw-frailty"
    every = found(ward, f"Observation?patient={person}")
    assert len(every) == 6 and not any(each["code"]["text"] == "Temperature" for each in every)  # nor is there a total
    assert all(isinstance(validate(json.dumps(each).encode()), Resource) for each in every)
    for asked in ("code=364075005", "code=8867-4", f"date={taken.date()}&code=8867-4", "category=vital-signs&code=8867-4",
                  "value-quantity=72&code=8867-4", f"_lastUpdated=ge{taken.date()}&code=8867-4", f"_id={pulse['id']}"):  # fmt: skip
        assert [each["id"] for each in found(ward, f"Observation?patient={person}&{asked}")] == [pulse["id"]], asked
    assert json.loads(ward.get(f"Observation/{pulse['id']}").content) == pulse
    assert {each["id"] for each in every} <= {each["id"] for each in found(ward, f"Patient/{person}/$everything")}
    assert str(set_id) not in {each["id"] for each in every}


def test_a_blood_pressure_is_a_part_and_answers_are_coded() -> None:
    person, _, _ = watched(supplemental_oxygen="1", consciousness="C")
    ward = system()
    (pressure,) = found(ward, f"Observation?patient={person}&code={LOINC}|85354-9")
    (upper,) = pressure["component"]
    assert (upper["code"]["coding"][0]["code"], upper["valueQuantity"]["code"]) == ("8480-6", "mm[Hg]")
    assert "valueQuantity" not in pressure
    assert found(ward, f"Observation?patient={person}&combo-code=8480-6") == [pressure]
    (oxygen,) = found(ward, f"Observation?patient={person}&code=250774007")
    (alert,) = found(ward, f"Observation?patient={person}&code=67775-7")
    told = [each["valueCodeableConcept"]["coding"][0] for each in (oxygen, alert)]
    assert told == [{"system": SNOMED, "code": "371825009"}, {"system": SNOMED, "code": "130987000"}]
    assert alert["valueCodeableConcept"]["text"] == "New confusion"


def test_a_total_says_what_it_follows_from_and_on_which_scale() -> None:
    person, set_id, _ = watched(heart_rate=118.0)
    ward = system()
    (total,) = found(ward, f"Observation?patient={person}&code={SNOMED}|{TOTAL}")
    assert (total["id"], total["valueQuantity"]["value"], total["note"][0]["text"]) == (str(set_id), 2, "Scale 1")
    of = {each["reference"].partition("/")[2] for each in total["derivedFrom"]}
    assert of == {each["id"] for each in found(ward, f"Observation?patient={person}&category=vital-signs")} and len(of) == 7
    along = found(ward, f"Observation?patient={person}&code={TOTAL}&_include=Observation:derived-from")
    assert len(along) == 8
    assert found(ward, f"Observation?patient={person}&code=news2-total") == [total]


def test_what_was_struck_is_an_error_with_its_former_wording() -> None:
    person, set_id, _ = watched()
    ward = system()
    before = json.loads(ward.get(f"Observation/{set_id}").content)
    strike(set_id=set_id, why="Another person's", by=ward_nurse(), at=datetime.now(UTC))
    every = found(ward, f"Observation?patient={person}")
    assert len(every) == 8 and {each["status"] for each in every} == {"entered-in-error"}
    struck = next(each for each in every if each["id"] == str(set_id))
    assert struck["valueQuantity"] == before["valueQuantity"]
    assert struck["meta"]["lastUpdated"] > before["meta"]["lastUpdated"]
    history = found(ward, f"Observation/{set_id}/_history")
    assert history == [struck, before]
    assert json.loads(ward.get(f"Observation/{set_id}/_history/{before['meta']['versionId']}").content) == before
    assert not found(ward, f"Observation?patient={person}&status=final")


def test_what_a_device_sent_stands_once_and_the_total_is_ours() -> None:
    taken = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=20)
    stay = on_the_ward(at=taken - timedelta(hours=1))
    person, device = now(stay).person_id, partner("system/*.cruds", name="Home monitoring")
    for code, value in NUMBERS.items():
        assert device.post("Observation", observation(person, code, taken, **number(value))).status_code == 201
    for code, told in (("250774007", "722742002"), ("1104441000000107", "130987000")):
        device.post("Observation", observation(person, code, taken, system=SNOMED, **answer(told)))
    assert [each.total for each in page(stay, at=datetime.now(UTC)).sets] == [14]
    every = found(device, f"Observation?patient={person}")
    assert len(every) == 8
    (total,) = (each for each in every if each["code"].get("text") == "NEWS2")
    assert total["valueQuantity"]["value"] == 14 and "performer" not in total and total["device"]["display"]
    assert "derivedFrom" not in total
    with gate.job("demo", by=house("demo"), at=taken):  # and nothing of it is written beside what was sent, so no page shows it twice
        assert counts(person_id=person) == {"Observation": 7}
    assert len(page(stay, at=datetime.now(UTC)).sets) == 1


def test_a_score_at_a_visit_is_given_with_its_signs_and_its_form() -> None:
    person, visit = visit_with(SIGNS)
    ward = system()
    every = found(ward, f"Observation?patient={person}")
    assert len(every) == 8 and all(each["encounter"]["reference"] == f"Encounter/{visit}" for each in every)
    (form,) = found(ward, f"QuestionnaireResponse?patient={person}")
    (total,) = found(ward, f"Observation?patient={person}&code={TOTAL}")
    assert {f"QuestionnaireResponse/{form['id']}"} == {
        each["derivedFrom"][-1]["reference"] for each in every
    }
    assert len(total["derivedFrom"]) == 8 and isinstance(validate(json.dumps(total).encode()), Resource)
    assert {datetime.fromisoformat(each["effectiveDateTime"]) for each in every} == {after(30)}
    (air,) = found(ward, f"Observation?encounter={visit}&patient={person}&code=250774007")
    assert air["valueCodeableConcept"]["coding"][0]["code"] == "722742002"
    assert len(found(ward, f"Encounter?_id={visit}&_revinclude=Observation:encounter")) == 9


def test_a_form_alone_gives_its_numbers_when_it_is_finished() -> None:
    person, _ = visit_with({"what-happened": "Fell", "done": "Seen", "safety-net": "Ring us"}, "first-visit")
    ward, by = system(), nurse()
    answers = {link: Typed(value=value) for link, value in SIGNS.items() if link != "systolic"}
    kept = save_progress(person_id=person, code="observations", seen=0, answers=answers, by=by, at=after(120))
    assert not found(ward, f"Observation?patient={person}")
    finish(response_id=kept.response_id, by=by, at=after(130))
    every = found(ward, f"Observation?patient={person}")
    assert len(every) == 6 and not any(each["code"]["text"] == "NEWS2" for each in every)
    assert {each["derivedFrom"][-1]["reference"] for each in every} == {f"QuestionnaireResponse/{kept.response_id}"}
    assert json.loads(ward.get(f"Observation/{every[0]['id']}").content) == every[0]


def test_what_is_only_found_still_right_is_not_measured_again() -> None:
    person, _ = visit_with({"what-happened": "Fell", "done": "Seen", "safety-net": "Ring us", "news2": 3}, "first-visit")
    ward, by = system(), nurse()
    (first,) = found(ward, f"Observation?patient={person}")
    again = {link: Typed(value="Again") for link in ("what-happened", "done", "safety-net")}
    still = {**again, "news2": Typed(value=3.0, still=UUID(first["id"]))}
    kept = save_progress(person_id=person, code="first-visit", seen=0, answers=still, by=by, at=after(120))
    finish(response_id=kept.response_id, by=by, at=after(130))
    assert found(ward, f"Observation?patient={person}&code={TOTAL}") == [first]


@pytest.fixture
def closed_observations() -> Iterator[None]:
    """The place says that the form of observations is a safeguarding matter."""
    here = directory.place()
    forms = {**here.questionnaires, "observations": replace(here.questionnaires["observations"], sensitivity="safeguarding")}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(directory, "place", lambda: replace(here, questionnaires=forms))
        yield


@pytest.mark.usefixtures("closed_observations")
def test_a_finding_is_as_closed_as_its_form() -> None:
    person, _ = visit_with(SIGNS)
    ward = system()
    assert not found(ward, f"Observation?patient={person}")
    with gate.job("demo", by=house("demo"), at=after(50)):
        every = findings_on_forms(person)
    assert len(every) == 8 and {tuple(each.marks) for each in every} == {("safeguarding",)}
    for each in every:
        assert ward.get(f"Observation/{each.id}").status_code == 404
        assert ward.get(f"Observation/{each.id}/_history").status_code == 404


def test_an_objection_closes_them_and_no_partner_changes_them() -> None:
    person, set_id, _ = watched()
    ward = partner("system/*.cruds", name="Ward system", organisation="uhb")
    asked = found(system(), f"Observation?patient={person}&code={TOTAL}")[0]
    refused = system().put(f"Observation/{set_id}", {**asked, "status": "amended"})
    assert (refused.status_code, b"kept by Homeward" in refused.content) == (422, True)
    assert found(ward, f"Observation?patient={person}")
    consent.record(
        person_id=person, kind="objection", purpose=consent.care_purpose(), partner=consent.partners_of("uhb")[0], words="Not them",
        said_by="herself", by=house("demo"), at=datetime.now(UTC),
    )  # fmt: skip
    assert not found(ward, f"Observation?patient={person}")
    assert ward.get(f"Observation/{set_id}").status_code == 404


def test_they_go_with_the_person_when_two_records_are_one() -> None:
    person, set_id, taken = watched()
    other, _ = visit_with(SIGNS)
    ward = system()
    merge(keep=other, lose=person, reason="The same person", by=keeper(), at=datetime.now(UTC))
    for whose in (person, other):
        assert len(found(ward, f"Observation?patient={whose}")) == 16
    moved = json.loads(ward.get(f"Observation/{set_id}").content)
    assert moved["subject"]["reference"] == f"Patient/{other}"
