"""Does the gathering of a bulk export let other work have its turn?"""

from functools import partial

import pytest
from django.db import connection

from homeward.fhir import jobs
from homeward.fhir.actions.gather_bulk import gather_bulk
from homeward.fhir.bulk.vocabulary import GATHER
from homeward.fhir.tests.test_export import asked, hospital, manifest, somebody
from homeward.fhir.tests.test_records_api import system

pytestmark = pytest.mark.django_db


def test_after_a_piece_the_rest_is_put_at_the_end_of_the_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    ward, by = system(), hospital()
    for serial in (81, 82):
        somebody(ward, serial)
    address = asked(by)
    export_id = address.rpartition("/")[2]
    monkeypatch.setattr(jobs, "gather_bulk", partial(gather_bulk, most=1))
    put_down = []
    for _ in range(3):
        put_down.append(in_the_queue(export_id))
        jobs.gather(export_id)
    assert (put_down, in_the_queue(export_id)) == ([1, 2, 3], 3)  # the last piece found nobody more
    assert manifest(by, address)["extension"] == {"people": 2, "leftOut": {}}


def in_the_queue(export_id: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from procrastinate_jobs where task_name = %s and args->>'export_id' = %s", [GATHER, export_id]
        )
        return int(cursor.fetchone()[0])
