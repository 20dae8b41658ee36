"""How fast is the record: a person's page, reading and searching over FHIR beside the barest endpoint, bundles, and bringing in a file?"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from homeward.bench.figures import Figure, measured, table
from homeward.bench.hub import joined
from homeward.bench.pelting import pelt, request
from homeward.bench.stage import Stage, stage
from homeward.bench.wire import Wire, token

if TYPE_CHECKING:
    from homeward.foundation.actions import Actor

PAGE_TARGET = 50.0
LONGEST_RATIO = 1.3
READ_SHARE, SEARCH_SHARE = 0.5, 0.35
BUNDLES, RESOURCES = 60.0, 4000.0
IN_A_BUNDLE = 20
Tell = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to measure: people at first and at last (0: not), items in all at last, items of the fullest records."""

    people: int = 13_000
    large: int = 1_300_000
    items: int = 30_000_000
    full: int = 2_000
    seconds: float = 10.0
    file: int = 100_000
    port: int = 9860
    processes: str = "1"  # of the pages, and so of the barest endpoint beside them
    threads: str = "4"

    @property
    def each(self) -> int:
        """Items of everybody."""
        return max(1, self.items // max(self.people, self.large))


NewReader = Callable[[], Mapping[str, str]]


def run(plan: Plan, *, new_reader: NewReader, tell: Tell) -> dict[str, Any]:
    """Everything measured, as facts for machines; `words` is the table for people."""
    tell("Starting a Homeward of its own …")
    with stage(port=plan.port) as on, joined(on):
        return _Run(plan, on, new_reader, tell).all()


class _Run:
    def __init__(self, plan: Plan, on: Stage, new_reader: NewReader, tell: Tell) -> None:
        from homeward.bench.coordinator import coordinator

        self.plan, self.on, self.tell = plan, on, tell
        self.wire = Wire(on.port)
        self.at = datetime.now(UTC)
        self.actor: Actor
        self.actor, self.cookie = coordinator(self.at)
        self.bearer = token(self.wire, new_reader())
        self.figures: list[Figure] = []
        self.rates: list[dict[str, Any]] = []
        self.facts: dict[str, Any] = {}

    def all(self) -> dict[str, Any]:
        from homeward.bench.floors import floors

        found = floors(self.wire)
        small = self._pages(self._load(self.plan.people, first=0))
        if self.plan.large > self.plan.people:
            large = self._pages(self._load(self.plan.large, first=self.plan.people))
            self.facts["growth"] = {name: _growth(small[name], large[name]) for name in small}
        self._over_fhir()
        self._bundles()
        self._file()
        every = [*found.values(), *self.figures]
        self.facts["figures"] = {figure.name: figure.as_facts(found) for figure in every}
        return {**self.facts, "rates": self.rates, "words": self._words(every, found)}

    def _load(self, count: int, *, first: int) -> int:
        from homeward.bench import items
        from homeward.bench.population import load, take_stock

        people = load(count, first=first, at=self.at, tell=lambda done: self.tell(f"{done:,} of {count:,} people"))
        kept = items.load_items(self.plan.each, per_full=self.plan.full, at=self.at, tell=self.tell)
        take_stock()
        self.facts.setdefault("loading_seconds", {})[count] = {"people": round(people, 1), "items": round(kept, 1)}
        self.facts["items"] = items.how_many()
        return count

    def _pages(self, population: int) -> dict[str, Figure]:
        from homeward.bench import items

        whom = items.full_people()
        self.tell(f"Opening the pages of people with {self.plan.full:,} items among {population:,} people …")
        found = {
            name: measured(
                f"{name}, {self.plan.full:,} items", lambda number, rest=rest: self._open(whom[number % len(whom)], rest),  # type: ignore[misc]  # a default, not an argument
                times=300, seconds=30, population=population, floor="page", target_p95=PAGE_TARGET,
            )
            for name, rest in (("person page", ""), ("crisis page", "crisis/"), ("timeline", "timeline/"))
        }  # fmt: skip
        self.figures += found.values()
        return found

    def _open(self, person: UUID, rest: str) -> None:
        heard = self.wire.ask("GET", f"/people/{person}/{rest}", headers={"Cookie": self.cookie})
        if heard.status != 200:
            raise RuntimeError(f"the page did not open: {heard.status} {heard.body[:200]!r}")

    def _over_fhir(self) -> None:
        from homeward.bench import items

        known = items.some_items(2000, kind="Condition")
        numbers = _nhs_numbers(500)
        asks = {
            "read by id": [f"/fhir/R4/Condition/{item}" for item, _ in known],
            "search by patient": [f"/fhir/R4/Observation?patient={person}&_count=20" for _, person in known],
            "search by identifier": [f"/fhir/R4/Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|{each}" for each in numbers],
        }
        with bare(self.on, processes=self.plan.processes, threads=self.plan.threads) as port:
            floor = self._pelted("floor: bare endpoint", port, [f"/{item}" for item, _ in known], headers="")
        headers = f"Authorization: Bearer {self.bearer}\r\nAccept: application/fhir+json\r\n"
        for name, paths in asks.items():
            if paths:
                self._pelted(f"FHIR {name}", self.on.port, paths, headers=headers, floor=floor, least=READ_SHARE if name == "read by id" else SEARCH_SHARE)
        self._pgbench(known)

    def _pelted(
        self, name: str, port: int, paths: list[str], *, headers: str, floor: float = 0.0, least: float = 0.0
    ) -> float:
        self.tell(f"{name} …")
        pelt(port, lambda number: request(paths[number % len(paths)], headers=headers), seconds=1.0)
        told = pelt(port, lambda number: request(paths[number % len(paths)], headers=headers), seconds=self.plan.seconds)
        fact: dict[str, Any] = {"name": name, "a_second": round(told.a_second, 1), "answered": told.answered, "wrong": told.wrong}
        if floor:
            share = told.a_second / floor
            fact |= {"share_of_floor": round(share, 2), "target_share": least, "met": share >= least and not told.wrong}
        self.rates.append(fact)
        return told.a_second

    def _pgbench(self, known: list[tuple[UUID, UUID]]) -> None:
        from homeward.foundation.postgres.binaries import find

        program = Path(find().program("pgbench"))
        if not program.exists() or not known:
            return
        with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
            script.write("".join(f"select body from records_item where id = '{item}';\n" for item, _ in known[:1]))
            script.flush()
            command = [str(program), "-n", "-f", script.name, "-c", "8", "-T", str(max(1, int(self.plan.seconds))), self.on.environment["HOMEWARD_OWNER_URL"]]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        for line in done.stdout.splitlines():
            if line.startswith("tps = "):
                self.rates.append({"name": "floor: pgbench select by key", "a_second": round(float(line.split()[2]), 1)})

    def _bundles(self) -> None:
        from homeward.bench import items

        people = [str(person) for _, person in items.some_items(500, kind="Condition")]
        headers = f"Authorization: Bearer {self.bearer}\r\nContent-Type: application/fhir+json\r\n"
        self.tell("Transaction bundles …")
        told = pelt(
            self.on.port,
            lambda number: request("/fhir/R4", method="POST", headers=headers, body=_bundle(people[number % len(people)], number)),
            seconds=self.plan.seconds, threads=4,
        )  # fmt: skip
        self.rates.append(
            {"name": f"transaction bundles of {IN_A_BUNDLE}", "a_second": round(told.a_second, 1), "answered": told.answered,
             "wrong": told.wrong, "target": BUNDLES, "met": told.a_second >= BUNDLES and not told.wrong}
        )  # fmt: skip

    def _file(self) -> None:
        from homeward.records.api import importer, start_import

        if not self.plan.file:
            return
        self.tell(f"Bringing in a file of {self.plan.file:,} resources …")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "Observation.ndjson"
            path.write_text("".join(_lines(self.plan.file, _nhs_numbers(200))))
            started = time.perf_counter()
            start_import(files=[path], source="bench-file", by=importer(), at=self.at, dry_run=False)
            seconds = time.perf_counter() - started
        rate = self.plan.file / seconds
        self.rates.append({"name": "NDJSON import", "a_second": round(rate, 1), "target": RESOURCES, "met": rate >= RESOURCES})

    def _words(self, every: list[Figure], found: dict[str, Figure]) -> str:
        lines = [table(every, found), ""]
        lines += [f"{name}: p95 x{each['p95']}, p50 x{each['p50']} with {self.plan.large:,} people (≤ {LONGEST_RATIO})" for name, each in self.facts.get("growth", {}).items()]
        for each in self.rates:
            beside = f", x{each['share_of_floor']} of the bare endpoint" if "share_of_floor" in each else ""
            target = each.get("target_share", each.get("target"))
            verdict = f" (≥ {target:g}: {'met' if each['met'] else 'NOT MET'})" if target is not None else ""
            lines.append(f"{each['name']}: {each['a_second']:,.0f} a second{beside}{verdict}" + (f", {each['wrong']} wrong" if each.get("wrong") else ""))
        lines.append(f"{self.facts['items']:,} items are kept.")
        return "\n".join(lines)


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


def _growth(small: Figure, large: Figure) -> dict[str, float]:
    return {f"p{int(share * 100)}": round(large.percentile(share) / small.percentile(share), 2) for share in (0.5, 0.95)}


def _nhs_numbers(count: int) -> list[str]:
    """Numbers of people who are here."""
    import os

    import psycopg

    sql = "select value from people_identifier where system like '%%nhs-number' and valid_to is null order by id limit %s"
    with psycopg.connect(os.environ["HOMEWARD_OWNER_URL"], autocommit=True) as owner:
        return [row[0] for row in owner.execute(sql, [count]).fetchall()]


def _observation(number: int, subject: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "resourceType": "Observation", "id": f"o{number}", "status": "final", "subject": subject,
        "code": {"coding": [{"system": "http://loinc.org", "code": "8867-4", "display": "Heart rate"}]},
        "effectiveDateTime": f"2026-{1 + number % 9:02}-{1 + number % 28:02}T10:00:00Z",
        "valueQuantity": {"value": 60 + number % 40, "unit": "/min"},
    }  # fmt: skip


def _bundle(person: str, number: int) -> bytes:
    subject = {"reference": f"Patient/{person}"}
    entries = []
    for each in range(IN_A_BUNDLE):
        resource = {name: value for name, value in _observation(number * IN_A_BUNDLE + each, subject).items() if name != "id"}
        entries.append({"resource": resource, "request": {"method": "POST", "url": "Observation"}})
    return json.dumps({"resourceType": "Bundle", "type": "transaction", "entry": entries}).encode()


def _lines(count: int, numbers: list[str]) -> Iterator[str]:
    system = "https://fhir.nhs.uk/Id/nhs-number"
    for number in range(count):
        subject = {"identifier": {"system": system, "value": numbers[number % len(numbers)]}}
        yield json.dumps(_observation(number, subject)) + "\n"
