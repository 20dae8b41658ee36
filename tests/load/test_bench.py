"""Does `homeward bench` measure everything it promises, and leave nothing behind? With few people and for seconds."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.plumbing.benched import COMMAND
from tests.plumbing.fingerprint import REPOSITORY
from tests.plumbing.served import NOT_HANDED_ON, free_ports


def bench(*words: str) -> dict[str, object]:
    """`homeward bench` for machines. No folder of its own is left when it has ended; other benches may run beside it."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_HANDED_ON}
    port, _ = free_ports()
    command = [*COMMAND, *words, "--port", str(port), "--json"]
    with subprocess.Popen(command, cwd=REPOSITORY, env=kept, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        try:
            out, said = running.communicate(timeout=400)
        except subprocess.TimeoutExpired:
            running.kill()
            raise
    assert running.returncode == 0, said[-3000:]
    for folder in ("/tmp", tempfile.gettempdir()):
        assert not list(Path(folder).glob(f"homeward-bench-{running.pid}-*"))
    answer: dict[str, object] = json.loads(out)
    return answer


@pytest.mark.slow
def test_the_record_is_measured() -> None:
    size = "--people 200 --large 300 --items 3000 --full 60 --times 20 --seconds 1 --file 200"
    facts = bench("record", *size.split())
    figures, rates, growth = facts["figures"], facts["rates"], facts["growth"]
    assert isinstance(figures, dict) and isinstance(rates, list) and isinstance(growth, dict)
    for wanted in ("person page, 60 items", "crisis page, 60 items", "timeline, 60 items"):
        assert figures[wanted]["population"] == 300 and figures[wanted]["samples"] > 0
    told = {each["name"]: each for each in rates}
    for wanted in ("FHIR read by id", "FHIR search by patient", "FHIR search by identifier"):
        assert told[wanted]["answered"] > 0 and told[wanted]["wrong"] == 0 and told[wanted]["share_of_floor"] > 0
    assert told["transaction bundles of 20"]["answered"] > 0 and told["transaction bundles of 20"]["wrong"] == 0
    assert told["NDJSON import"]["a_second"] > 0 and "person page" in growth


@pytest.mark.slow
def test_the_hub_is_measured() -> None:
    facts = bench("hub", "--people", "600", "--large", "900", "--waiting", "60", "--times", "20", "--seconds", "3", "--rate", "5")
    figures = facts["figures"]
    assert isinstance(figures, dict)
    for wanted in ("floor: select 1", "floor: one durable write", "person search", "referral sent → answered"):
        assert wanted in figures
    shown = next(value for name, value in figures.items() if "shown on an open board" in name)
    assert shown["samples"] == facts["sent"] == facts["shown"] == 15
    assert {"p50_ms", "p95_ms", "p99_ms", "population", "floor", "times_floor_p50"} <= shown.keys()
    assert any("across 40 services" in name for name in figures)
    assert facts["refused"] == 0


@pytest.mark.slow
def test_the_numbers_are_measured() -> None:
    size = "--people 3000 --rows 60000 --real 300 --items 10 --events 100 --seconds 1"
    facts = bench("measures", *size.split())
    measures, boards, redrawn = facts["measures"], facts["boards"], facts["redrawn"]
    assert isinstance(measures, dict) and isinstance(boards, dict) and isinstance(redrawn, dict)
    assert redrawn["samples"] == 2 * len(measures) > 0
    assert len(boards) == 3 and all(each["samples"] > 0 and each["population"] == 3000 for each in boards.values())
    assert {each.get("target_p95_ms") for each in boards.values()} == {None, 120.0, 1000.0}
    packs = facts["packs"]
    assert isinstance(packs, dict) and packs["pages"] > packs["boards"] > 8 and len(packs["seconds"]) == 3 and packs["peak_gib"] > 0
    assert isinstance(facts["increment_seconds"], list) and len(facts["increment_seconds"]) == 3
