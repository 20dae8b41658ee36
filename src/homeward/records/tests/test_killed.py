"""Is a delivery that is killed at twenty random moments the same at its end as one that never stopped?"""

import random
import time
from pathlib import Path
from typing import Any

import pytest

from homeward.access.api import gate
from homeward.foundation import events
from homeward.people.api import Person
from homeward.records.api import importer, run, runs
from homeward.records.models import Item, Version
from homeward.records.tests.arranging import AT
from homeward.records.tests.delivering import counted, delivered, lines, observation, patient
from homeward.records.tests.delivery_process import deliver
from tests.plumbing.prepared import heard, telling
from tests.plumbing.settling import let_settle

KILLS = 20
PEOPLE, EACH = 60, 30


def _number(serial: int) -> str:
    from homeward.people.tests.support import number

    return number(1000 + serial)


def _file(folder: Path) -> Path:
    told = []
    for serial in range(PEOPLE):
        who = f"p{serial}"
        told += [observation(f"o{serial}-{each}", subject={"reference": f"Patient/{who}"}) for each in range(EACH)]
        numbers = [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": _number(serial)}]
        told.append(patient(who, identifier=numbers, name=[{"family": f"Person{serial}", "given": ["A"]}]))
    path = folder / "sent.ndjson"
    path.write_text(lines(*told))
    return path


def _state(source: str) -> dict[tuple[str, str], tuple[Any, ...]]:
    with gate.job("demo", at=AT):
        assert not Version.objects.exists()
        return {
            (each.kind, each.source_id): (each.body, each.version, each.person_id, each.received_at, each.flags)
            for each in Item.objects.filter(source=source)
        }


@pytest.mark.slow
@pytest.mark.hazard(
    "HZ-S31-5",
    hazard="The power goes while a delivery comes in: some of it is lost, or some of it is kept twice.",
    control="Rows and the position in the file move in one transaction; a test kills the process twenty times and compares the end.",
)
@pytest.mark.django_db(transaction=True)
def test_twenty_kills_change_nothing(tmp_path: Path, database_urls: dict[str, str]) -> None:
    path, rng, kills, run_id = _file(tmp_path), random.Random(31), 0, ""
    while kills < KILLS * 3:
        process, hears = telling(deliver, str(path), "killed", run_id, urls=database_urls)
        assert heard(hears) == "go"
        process.join(timeout=rng.uniform(0.01, 0.2) if kills < KILLS else 120)
        if process.is_alive():
            process.kill()
            process.join()
            kills += 1
        ended = heard(hears) == "done"
        run_id = next((str(each.id) for each in runs(by=importer(), at=AT)), "")
        if ended:
            break
        time.sleep(0.02)
    assert kills >= KILLS, f"only {kills} kills before it was done: make the file longer"
    done = run(runs(by=importer(), at=AT)[0].id, by=importer(), at=AT)
    assert counted(done) == {"applied": PEOPLE * (EACH + 1)}
    killed = _state("killed")
    let_settle()
    with gate.job("demo", at=AT):
        assert Person.objects.count() == PEOPLE
        told = [each.facts["new"] for each in events.after(events.start(), limit=100_000) if each.kind == "record.keep"]
    assert sum(told) == len(killed) == PEOPLE * (EACH + 1)
    delivered(path, source="calm")
    assert _state("calm") == killed
