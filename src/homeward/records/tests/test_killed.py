"""Is a delivery that is killed at twenty random moments the same at its end as one that never stopped?"""

import os
import random
import subprocess
import sys
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


def _process(path: Path, environment: dict[str, str], run_id: str) -> subprocess.Popen[str]:
    module = "homeward.records.tests.delivery_process"
    started = subprocess.Popen(
        [sys.executable, "-m", module, str(path), "killed", *([run_id] if run_id else [])],
        env={**os.environ, **environment, "PYTHONPATH": "src:."}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert started.stdout and started.stdout.readline() == "go\n"
    return started


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
        with _process(path, database_urls, run_id) as process:
            try:
                process.wait(timeout=rng.uniform(0.01, 0.2) if kills < KILLS else 120)
            except subprocess.TimeoutExpired:
                process.kill()
                kills += 1
            ended = process.stdout is not None and process.stdout.read() == "done\n"
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
