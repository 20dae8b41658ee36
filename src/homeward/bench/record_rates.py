"""How many requests a second does the record answer over FHIR, beside the barest endpoint on the same machine?"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from homeward.bench import items
from homeward.bench.bringing import observation
from homeward.bench.pelting import pelt, request
from homeward.bench.stage import Stage
from homeward.bench.wire import Wire

READ_SHARE, SEARCH_SHARE = 0.5, 0.35
BUNDLES = 60.0
IN_A_BUNDLE = 20
FHIR = "Accept: application/fhir+json\r\n"


class Rates:
    """What is asked of one served Homeward; `found` grows by one fact for each."""

    def __init__(
        self, on: Stage, *, bearer: str, seconds: float, processes: str, threads: str, tell: Callable[[str], None]
    ) -> None:
        self.on, self.bearer, self.seconds, self.tell = on, bearer, seconds, tell
        self.processes, self.threads = processes, threads
        self.found: list[dict[str, Any]] = []

    def over_fhir(self) -> None:
        """Reading and searching, of everybody and of those with very many items."""
        known = items.some_items(2000, kind="Condition")
        full = items.full_people()
        numbers = nhs_numbers(500)
        asks = {
            "read by id": [f"/fhir/R4/Condition/{item}" for item, _ in known],
            "search by patient": [_observations_of(person) for _, person in known],
            "search by patient with very many items": [_observations_of(person) for person in full],
            "search by identifier": [
                f"/fhir/R4/Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|{each}" for each in numbers
            ],
        }
        with bare(self.on, processes=self.processes, threads=self.threads) as port:
            floor = self._pelted("floor: bare endpoint", port, [f"/{item}" for item, _ in known], headers="")
        headers = f"Authorization: Bearer {self.bearer}\r\n{FHIR}"
        for name, paths in asks.items():
            if paths:
                least = READ_SHARE if name == "read by id" else SEARCH_SHARE
                self._pelted(f"FHIR {name}", self.on.port, paths, headers=headers, floor=floor, least=least)
        self._pgbench(known)

    def bundles(self) -> None:
        """Transactions of many resources about one person each."""
        people = [str(person) for _, person in items.some_items(500, kind="Condition")]
        headers = f"Authorization: Bearer {self.bearer}\r\nContent-Type: application/fhir+json\r\n"
        self.tell("Transaction bundles …")
        told = pelt(
            self.on.port,
            lambda number: request("/fhir/R4", method="POST", headers=headers, body=_bundle(people[number % len(people)], number)),
            seconds=self.seconds, threads=4,
        )  # fmt: skip
        self.found.append(
            {"name": f"transaction bundles of {IN_A_BUNDLE}", "a_second": round(told.a_second, 1), "answered": told.answered,
             "wrong": told.wrong, "target": BUNDLES, "met": told.a_second >= BUNDLES and not told.wrong}
        )  # fmt: skip

    def _pelted(
        self, name: str, port: int, paths: list[str], *, headers: str, floor: float = 0.0, least: float = 0.0
    ) -> float:
        self.tell(f"{name} …")
        pelt(port, lambda number: request(paths[number % len(paths)], headers=headers), seconds=1.0)
        told = pelt(port, lambda number: request(paths[number % len(paths)], headers=headers), seconds=self.seconds)
        fact: dict[str, Any] = {
            "name": name,
            "a_second": round(told.a_second, 1),
            "answered": told.answered,
            "wrong": told.wrong,
        }
        if floor:
            share = told.a_second / floor
            fact |= {"share_of_floor": round(share, 2), "target_share": least, "met": share >= least and not told.wrong}
        self.found.append(fact)
        return told.a_second

    def _pgbench(self, known: list[tuple[UUID, UUID]]) -> None:
        from homeward.foundation.postgres.binaries import find

        program = Path(find().program("pgbench"))
        if not program.exists() or not known:
            return
        with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
            script.write("".join(f"select body from records_item where id = '{item}';\n" for item, _ in known[:1]))
            script.flush()
            command = [
                str(program),
                "-n",
                "-f",
                script.name,
                "-c",
                "8",
                "-T",
                str(max(1, int(self.seconds))),
                self.on.environment["HOMEWARD_OWNER_URL"],
            ]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        for line in done.stdout.splitlines():
            if line.startswith("tps = "):
                self.found.append(
                    {"name": "floor: pgbench select by key", "a_second": round(float(line.split()[2]), 1)}
                )


@contextmanager
def bare(on: Stage, *, processes: str, threads: str) -> Iterator[int]:
    """The barest endpoint, with as many processes and threads as the pages have, until the block ends."""
    port = on.port + 2
    command = [
        sys.executable, "-m", "granian", "homeward.bench.bare:application", "--interface", "wsgi", "--host", "127.0.0.1",
        "--port", str(port), "--no-ws", "--log-level", "error", "--workers", processes,
        "--blocking-threads", threads,
    ]  # fmt: skip
    process = subprocess.Popen(command, env=on.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                if Wire(port).ask("GET", "/00000000-0000-0000-0000-000000000000").status in (200, 404):
                    break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def nhs_numbers(count: int) -> list[str]:
    """Numbers of people who are here, but of none with very many items: what is brought in must not add to those."""
    import psycopg

    from homeward.bench.items import full_people

    sql = (
        "select value from people_identifier where system like '%%nhs-number' and valid_to is null and person_id <> all (%s)"
        " order by id limit %s"
    )
    with psycopg.connect(os.environ["HOMEWARD_OWNER_URL"], autocommit=True) as owner:
        return [row[0] for row in owner.execute(sql, [list(full_people()), count]).fetchall()]


def _observations_of(person: UUID) -> str:
    return f"/fhir/R4/Observation?patient={person}&_count=20"


def _bundle(person: str, number: int) -> bytes:
    subject = {"reference": f"Patient/{person}"}
    entries = []
    for each in range(IN_A_BUNDLE):
        resource = {
            name: value for name, value in observation(number * IN_A_BUNDLE + each, subject).items() if name != "id"
        }
        entries.append({"resource": resource, "request": {"method": "POST", "url": "Observation"}})
    return json.dumps({"resourceType": "Bundle", "type": "transaction", "entry": entries}).encode()
