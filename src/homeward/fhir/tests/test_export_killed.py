"""Is everybody in a bulk export, once, when workers are killed while they gather it, and when two gather it at once?"""

import time
from uuid import UUID

import pytest

from homeward.access.api import gate
from homeward.access.api import system as house
from homeward.fhir.models import BulkExport, BulkPage
from homeward.fhir.tests.gather_process import gather
from homeward.fhir.tests.test_export import asked, hospital, manifest, somebody, taken
from homeward.fhir.tests.test_records_api import system
from tests.plumbing.prepared import begun
from tests.plumbing.the_moment import began


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_workers_killed_while_they_gather_leave_nobody_out_and_put_nobody_in_twice(database_urls: dict[str, str]) -> None:
    ward, by = system(), hospital()
    people = {str(somebody(ward, serial)) for serial in range(100, 112)}
    address = asked(by)
    export_id = address.rpartition("/")[2]
    for _ in range(3):
        before = BulkExport.objects.get(id=export_id).done
        workers = [begun(gather, export_id, 0.1, urls=database_urls) for _ in range(2)]
        until = time.monotonic() + 60
        while BulkExport.objects.get(id=export_id).done < before + 2 and time.monotonic() < until:
            time.sleep(0.01)
        for worker in workers:
            worker.kill()
            worker.join()
    last = [begun(gather, export_id, 0.0, urls=database_urls) for _ in range(2)]
    for worker in last:
        worker.join(timeout=120)
    assert [worker.exitcode for worker in last] == [0, 0]
    made = manifest(by, address)
    found = taken(by, made["output"])
    assert made["extension"] == {"people": len(people), "leftOut": {}}
    assert {each["id"] for each in found["Patient"]} == people and len(found["Patient"]) == len(people)
    assert len(found["Observation"]) == len(people)
    with gate.job("demo", by=house("demo"), at=began()):
        assert BulkPage.objects.filter(export_id=UUID(export_id)).count() == 2 * len(people)
