"""Is everybody in a bulk export, once, when workers are killed while they gather it, and when two gather it at once?"""

import os
import signal
import subprocess
import sys
import time
from uuid import UUID

import pytest

from homeward.access.api import gate
from homeward.access.api import system as house
from homeward.fhir.models import BulkExport, BulkPage
from homeward.fhir.tests.test_export import asked, hospital, manifest, somebody, taken
from homeward.fhir.tests.test_records_api import system
from tests.plumbing.fingerprint import REPOSITORY
from tests.plumbing.the_moment import began

WORKER = """
import sys, time
from datetime import UTC, datetime
from uuid import UUID
import django
django.setup()
from homeward.fhir.actions import gather_bulk as gathering
whole = gathering.lines_of_person
def slowly(*args, **more):
    found = whole(*args, **more)
    time.sleep(float(sys.argv[2]))
    return found
gathering.lines_of_person = slowly
while gathering.gather_bulk(UUID(sys.argv[1]), at=datetime.now(UTC), most=3):
    pass
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_workers_killed_while_they_gather_leave_nobody_out_and_put_nobody_in_twice(database_urls: dict[str, str]) -> None:
    ward, by = system(), hospital()
    people = {str(somebody(ward, serial)) for serial in range(100, 112)}
    address = asked(by)
    export_id = address.rpartition("/")[2]
    environment = os.environ | database_urls | {
        "DJANGO_SETTINGS_MODULE": "tests.plumbing.settings", "PYTHONPATH": f"{REPOSITORY / 'src'}:{REPOSITORY}",
    }  # fmt: skip
    for _ in range(3):
        before = BulkExport.objects.get(id=export_id).done
        workers = [subprocess.Popen([sys.executable, "-c", WORKER, export_id, "0.1"], env=environment) for _ in range(2)]
        until = time.monotonic() + 60
        while BulkExport.objects.get(id=export_id).done < before + 2 and time.monotonic() < until:
            time.sleep(0.01)
        for worker in workers:
            worker.send_signal(signal.SIGKILL)
            worker.wait()
    last = [subprocess.Popen([sys.executable, "-c", WORKER, export_id, "0"], env=environment) for _ in range(2)]
    assert [worker.wait(timeout=120) for worker in last] == [0, 0]
    made = manifest(by, address)
    found = taken(by, made["output"])
    assert made["extension"] == {"people": len(people), "leftOut": {}}
    assert {each["id"] for each in found["Patient"]} == people and len(found["Patient"]) == len(people)
    assert len(found["Observation"]) == len(people)
    with gate.job("demo", by=house("demo"), at=began()):
        assert BulkPage.objects.filter(export_id=UUID(export_id)).count() == 2 * len(people)
