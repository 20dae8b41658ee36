"""Does an export of what changed open only whom it must, miss nobody, and let the database add up?"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.http import HttpRequest
from django.test.utils import CaptureQueriesContext

from homeward.access.api import gate
from homeward.access.api import system as house
from homeward.fhir.actions.ask_bulk import STILL_WRITTEN
from homeward.fhir.bulk import held
from homeward.fhir.bulk.changed import changed_among
from homeward.fhir.bulk.vocabulary import JOB
from homeward.fhir.door.opening import opened
from homeward.fhir.door.unasked import Unasked
from homeward.fhir.models import BulkExport
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.tests.partner import Partner
from homeward.fhir.tests.test_export import asked, gathered, hospital, manifest, opened_for_it, said, somebody, taken
from homeward.fhir.tests.test_own_observations import visit_with, watched
from homeward.fhir.tests.test_records_api import pressure, system
from homeward.foundation.moments import london_day
from homeward.people.api import move
from homeward.plans.tests.test_visit_scores import SIGNS

pytestmark = pytest.mark.django_db


def changed_since(by: Partner, moment: datetime) -> str:
    address = asked(by, f"?_since={moment:%Y-%m-%dT%H:%M:%S.%f}Z")
    gathered(address)
    return address


def test_only_of_whom_something_changed_is_opened_and_the_others_are_counted() -> None:
    ward, by = system(), hospital()
    still, told, moved, objects = (somebody(ward, serial) for serial in (211, 212, 213, 214))
    said(objects)
    before = datetime.now(UTC)
    assert ward.post("Observation", pressure(str(told), value="150.0")).status_code == 201
    move(person_id=moved, since=london_day(datetime.now(UTC)), address_lines=("9 Canal Side",), postcode="B1 1AA", by=house("demo"), at=datetime.now(UTC))
    made = manifest(by, changed_since(by, before))
    assert made["extension"] == {"people": 2, "leftOut": {"objected": 1}, "unchanged": 1}
    found = taken(by, made["output"])
    assert {each["id"] for each in found["Patient"]} == {str(moved)}
    assert [each["subject"]["reference"] for each in found["Observation"]] == [f"Patient/{told}"]
    assert [opened_for_it(each) for each in (still, told, moved, objects)] == [0, 1, 1, 0]


@pytest.mark.hazard(
    "HZ-S73-72",
    hazard="A partner's system asks each night for what changed, and somebody's new score, plan or wish is not in it because their record was thought unchanged.",
    control="Whoever has an event, or was told of by a partner, since that moment is opened; for every kind of own resource a test holds that its change is never later than what is looked at.",
)
@pytest.mark.parametrize("arranged", [lambda: watched()[0], lambda: visit_with(SIGNS)[0], lambda: somebody(system(), 221)])
def test_nothing_changes_of_somebody_who_is_thought_unchanged(arranged: Callable[[], UUID]) -> None:
    person = arranged()
    call = Unasked(request=HttpRequest(), at=datetime.now(UTC), by=house("demo"), scopes=("system/*.rs",))
    with opened(call, person, why="a test"):
        shown = [each for kind in KINDS.values() if kind.personal for source in kind.sources for each in source.of_person(person, call)]
    assert len(shown) > 1
    with gate.job(JOB, at=datetime.now(UTC)):
        missed = [each.kind for each in shown if person not in changed_among([person], since=each.updated)]
        assert missed == []
        assert changed_among([person], since=datetime.now(UTC) + timedelta(days=1)) == set()


@pytest.mark.hazard(
    "HZ-S73-73",
    hazard="A long delivery is being applied while a partner's system takes what changed; what comes in afterwards bears the moment at which the delivery began, and is never given.",
    control="The export says that it is whole up to the beginning of whatever was still coming in, and the next one goes on from there.",
)
def test_what_was_still_coming_in_is_given_by_the_next_one(monkeypatch: pytest.MonkeyPatch) -> None:
    ward, by = system(), hospital()
    somebody(ward, 231)
    address = asked(by)
    gathered(address)
    export = BulkExport.objects.get(id=address.rpartition("/")[2])
    assert export.sure_until == export.asked_at - STILL_WRITTEN
    began = datetime.now(UTC) - timedelta(hours=2)
    monkeypatch.setattr("homeward.fhir.actions.ask_bulk.coming_in_since", lambda: began)
    second = asked(by)
    gathered(second)
    assert manifest(by, second)["transactionTime"][:19] == f"{began:%Y-%m-%dT%H:%M:%S}"


def test_the_list_of_files_costs_no_more_with_more_people(monkeypatch: pytest.MonkeyPatch) -> None:
    ward, by = system(), hospital()
    for serial in (241, 242):
        somebody(ward, serial)
    few = statements(by, gone := asked(by))
    by.client.delete(f"/fhir/R4/{gone}", headers={"Authorization": f"Bearer {by.token}"})
    people = [somebody(ward, serial) for serial in range(251, 259)]
    address = asked(by)
    assert statements(by, address) == few
    said(people[3])
    monkeypatch.setattr(held, "AT_ONCE_READ", 3)
    assert {each["count"] for each in manifest(by, address)["output"]} == {9}


def statements(by: Partner, address: str) -> int:
    gathered(address)
    with CaptureQueriesContext(connection) as asked_for:
        manifest(by, address)
    return len(asked_for)
