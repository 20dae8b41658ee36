"""Is a stay in hospital given to partners as an Encounter, once, and as an error to whoever read it before it was struck out?"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from homeward.access.api import gate
from homeward.access.api import system as house
from homeward.exchange.tests.fake_partner import Asked, FakePartner
from homeward.fhir.tests.test_export import asked, gathered, hospital, manifest, taken
from homeward.fhir.tests.test_observation_told import hook, told
from homeward.fhir.tests.test_own_observations import found
from homeward.fhir.tests.test_records_api import system
from homeward.fhir.tests.test_subscriptions import ASKED
from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import validate
from homeward.hospital.api import leave, move, stays_of, strike
from homeward.hospital.tests.arranging import OTHER_WARD, admitted, days, hub, ward
from homeward.hospital.tests.test_feeds import encounter
from homeward.hospital.tests.test_struck import WHY
from homeward.records.api import Received, take
from homeward.referrals.tests.arranging import MORNING, person

__all__ = ["hook"]
pytestmark = pytest.mark.django_db


def tells(person_id: UUID, at: datetime, **changed: Any) -> None:
    """A partner's system sends an Encounter of its own."""
    body = json.dumps(encounter(**changed))
    take(person_id=person_id, resources=[Received(kind="Encounter", text=body)], source="ward-system", by=house("demo"), at=at)


def shown(person_id: UUID, more: str = "") -> list[tuple[str, str]]:
    """(status, id) of every Encounter of this person."""
    return [(each["status"], each["id"]) for each in found(system(), f"Encounter?patient={person_id}{more}")]


def test_a_stay_is_an_encounter_of_an_inpatient_and_ends_when_they_have_left() -> None:
    person_id, stay_id = admitted()
    move(stay_id=stay_id, ward=OTHER_WARD, moved_at=days(1), by=ward(), at=days(1))
    told_now = system().get(f"Encounter/{stay_id}")
    assert isinstance(validate(told_now.content), Resource), validate(told_now.content)
    tree = json.loads(told_now.content)
    assert (tree["status"], tree["class"]["code"], tree["subject"]["reference"]) == ("in-progress", "IMP", f"Patient/{person_id}")
    assert [each["status"] for each in tree["location"]] == ["completed", "active"] and "end" not in tree["period"]
    leave(stay_id=stay_id, left_at=days(2), destination="home", by=ward(), at=days(2))
    (ended,) = found(system(), f"Encounter?patient={person_id}&class=IMP")
    assert (ended["status"], ended["period"]["end"], ended["meta"]["lastUpdated"]) == (
        "finished", f"{days(2):%Y-%m-%dT%H:%M:%SZ}", f"{days(2):%Y-%m-%dT%H:%M:%S.000Z}",
    )  # fmt: skip
    assert isinstance(validate(json.dumps(ended).encode()), Resource)


@pytest.mark.hazard(
    "HZ-S37-46",
    hazard="A partner's system read that somebody was admitted; the stay was another person's and is struck out here, and the partner is never told.",
    control="A stay struck out is read, found, listed in its history and told to subscribers and nightly exports as an Encounter with the status entered-in-error, its former wording before it.",
)
def test_a_stay_struck_out_is_an_error_to_whoever_read_it() -> None:
    person_id, stay_id = admitted()
    before = json.loads(system().get(f"Encounter/{stay_id}").content)
    strike(stay_id=stay_id, words=WHY, by=ward(), at=days(1))
    now = json.loads(system().get(f"Encounter/{stay_id}").content)
    assert isinstance(validate(json.dumps(now).encode()), Resource)
    assert {**now, "status": 0, "meta": 0} == {**before, "status": 0, "meta": 0} and WHY not in json.dumps(now)
    assert shown(person_id) == [("entered-in-error", str(stay_id))]
    assert shown(person_id, "&status=in-progress") == [] and shown(person_id, "&status=entered-in-error")
    assert found(system(), f"Encounter/{stay_id}/_history") == [now, before]
    assert found(system(), f"Encounter/{stay_id}/_history?_since={days(0.5):%Y-%m-%dT%H:%M:%SZ}") == [now]
    assert json.loads(system().get(f"Encounter/{stay_id}/_history/{before['meta']['versionId']}").content) == before
    assert [each["id"] for each in found(system(), f"Patient/{person_id}/$everything?_type=Encounter")] == [str(stay_id)]


def test_what_a_partners_own_encounter_tells_is_given_once_and_corrected_where_it_does_not_say_so() -> None:
    person_id = person()
    tells(person_id, MORNING)
    ((status, theirs),) = shown(person_id)
    assert status == "in-progress"
    (row,) = _stays(person_id)
    assert system().get(f"Encounter/{row}").status_code == 404
    strike(stay_id=row, words=WHY, by=hub(), at=days(1))
    assert sorted(shown(person_id)) == [("entered-in-error", str(row)), ("in-progress", theirs)]
    (ours,) = found(system(), f"Encounter?_id={row}")
    assert ours["identifier"] == [{"value": "enc-1", "assigner": {"display": "ward-system"}}]
    tells(person_id, days(2), status="entered-in-error")
    assert shown(person_id) == [("entered-in-error", theirs)]


def test_a_stay_is_as_closed_as_the_encounter_that_told_of_it() -> None:
    person_id = person()
    tells(person_id, MORNING, meta={"security": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "SDV"}]})
    assert shown(person_id) == []
    (row,) = _stays(person_id)
    strike(stay_id=row, words=WHY, by=hub(), at=days(1))
    assert shown(person_id) == [] and system().get(f"Encounter/{row}").status_code == 404


def test_an_export_of_what_changed_has_what_was_struck_out_since() -> None:
    person_id, stay_id = admitted()
    by, before = hospital(), datetime.now(UTC)
    strike(stay_id=stay_id, words=WHY, by=ward(), at=datetime.now(UTC))
    address = asked(by, f"?_since={before:%Y-%m-%dT%H:%M:%S.%f}Z")
    gathered(address)
    (struck,) = taken(by, manifest(by, address)["output"])["Encounter"]
    assert (struck["id"], struck["status"], struck["subject"]["reference"]) == (str(stay_id), "entered-in-error", f"Patient/{person_id}")


@pytest.mark.django_db(transaction=True)
def test_a_subscriber_is_told_of_the_admission_and_that_it_was_none(hook: FakePartner) -> None:
    ward_system = system()
    channel = {**ASKED["channel"], "endpoint": f"{hook.url}/hook"}
    made = ward_system.post("Subscription", {**ASKED, "criteria": "Encounter", "channel": channel})
    assert made.status_code == 201, made.content
    _, stay_id = admitted(at=datetime.now(UTC).replace(microsecond=0))
    assert _heard(told(hook)) == [(str(stay_id), "in-progress")]
    strike(stay_id=stay_id, words=WHY, by=ward(), at=datetime.now(UTC))
    assert _heard(told(hook, later=timedelta(hours=1))) == [(str(stay_id), "entered-in-error")]


@pytest.mark.django_db(transaction=True)
def test_a_partners_own_encounter_is_told_once_and_its_correction_too(hook: FakePartner) -> None:
    channel = {**ASKED["channel"], "endpoint": f"{hook.url}/hook"}
    assert system().post("Subscription", {**ASKED, "criteria": "Encounter", "channel": channel}).status_code == 201
    person_id, began = person(), datetime.now(UTC).replace(microsecond=0)
    tells(person_id, began)
    ((_, theirs),) = shown(person_id)
    assert _heard(told(hook)) == [(theirs, "in-progress")]
    tells(person_id, began + timedelta(seconds=1), status="entered-in-error")
    assert _heard(told(hook, later=timedelta(hours=1))) == [(theirs, "entered-in-error")]


def _heard(calls: list[Asked]) -> list[tuple[str, str]]:
    return [(each.tree["id"], each.tree["status"]) for each in calls]


def _stays(person_id: UUID) -> list[UUID]:
    with gate.person(person_id, by=house("demo"), at=MORNING, why="looking"):
        return [each.id for each in stays_of(person_id, at=MORNING)]
