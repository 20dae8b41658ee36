"""How quickly is a file of partners' records brought in, and in how much memory? By a process of its own, as by `homeward import`."""

import json
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from homeward.bench.memory import run_to_its_end

SYSTEM = "https://fhir.nhs.uk/Id/nhs-number"


@dataclass(frozen=True, kw_only=True)
class Brought:
    """A file that came in: resources, seconds, and the most memory its process had at once."""

    resources: int
    seconds: float
    peak_mib: float

    @property
    def a_second(self) -> float:
        return self.resources / self.seconds


def bring(path: Path, *, resources: int, source: str, environment: Mapping[str, str]) -> Brought:
    """Bring the file in, to its last row. RuntimeError when the process ends badly."""
    command = [sys.executable, "-m", "homeward.bench.bringing", str(path), source]
    done = run_to_its_end(command, environment=environment)
    if done.code:
        raise RuntimeError(f"the file did not come in:\n{done.complained[-2000:]}")
    told = json.loads(done.said)
    if told["applied"] != resources:
        raise RuntimeError(f"of {resources:,} resources {told['applied']:,} were taken")
    return Brought(resources=resources, seconds=told["seconds"], peak_mib=done.peak_mib)


def observation(number: int, subject: Mapping[str, Any], *, note: str = "") -> dict[str, Any]:
    """A heart rate as a partner sends it."""
    told: dict[str, Any] = {
        "resourceType": "Observation", "id": f"o{number}", "status": "final", "subject": subject,
        "code": {"coding": [{"system": "http://loinc.org", "code": "8867-4", "display": "Heart rate"}]},
        "effectiveDateTime": f"2026-{1 + number % 9:02}-{1 + number % 28:02}T10:00:00Z",
        "valueQuantity": {"value": 60 + number % 40, "unit": "/min"},
    }  # fmt: skip
    return {**told, "note": [{"text": f"{number}: {note}"}]} if note else told


def lines(count: int, numbers: Sequence[str], *, note: str = "") -> Iterator[str]:
    """So many resources about the people with these NHS numbers, a line each."""
    for number in range(count):
        subject = {"identifier": {"system": SYSTEM, "value": numbers[number % len(numbers)]}}
        yield json.dumps(observation(number, subject, note=note)) + "\n"


def lines_of_size(size: int, numbers: Sequence[str]) -> Iterator[str]:
    """Resources of about a thousand bytes each, until they have so many bytes together."""
    note, written = "As the nurse who called wrote it down, with what was said. " * 12, 0
    for line in lines(size, numbers, note=note):
        yield line
        written += len(line)
        if written >= size:
            return


def _bring_in(path: Path, source: str) -> dict[str, float]:
    import django

    django.setup()
    from homeward.records.api import importer, run, start_import

    at, by = datetime.now(UTC), importer()
    started = time.perf_counter()
    delivery = start_import(files=[path], source=source, by=by, at=at, dry_run=False)
    seconds = time.perf_counter() - started
    return {"seconds": seconds, "applied": run(delivery, by=by, at=at).counts["applied"]}


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings")
    print(json.dumps(_bring_in(Path(sys.argv[1]), sys.argv[2])))
