"""How fast is the record: a person's page, reading and searching over FHIR beside the barest endpoint, bundles, and bringing in a file?"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any
from uuid import UUID

from homeward.bench.bringing import bring, lines, lines_of_size
from homeward.bench.figures import Figure, measured, table
from homeward.bench.held import now_holds, what_it_holds
from homeward.bench.hub import joined
from homeward.bench.memory import peaks
from homeward.bench.record_rates import Rates, nhs_numbers
from homeward.bench.stage import Stage, stage
from homeward.bench.wire import Wire, token

if TYPE_CHECKING:
    from homeward.foundation.actions import Actor

PAGE_TARGET = 50.0
LONGEST_RATIO = 1.3
RESOURCES = 4000.0
FLAT = 0.8  # of the rate with few items stored
MOST_MIB = 512
Tell = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to measure: people at first (0: no comparison) and at last, items in all at last, items of the fullest records.

    `hold` is a folder that is loaded once and stays. `times` is how often each page is opened. `brief` leaves out what is asked over FHIR. `size` is that of a large
    file in bytes (0: none).
    """

    people: int = 13_000
    large: int = 1_300_000
    items: int = 30_000_000
    full: int = 2_000
    times: int = 300
    seconds: float = 10.0
    file: int = 100_000
    size: int = 0
    hold: Path | None = None
    brief: bool = False
    port: int = 9860
    processes: str = "1"  # of the pages, and so of the barest endpoint beside them
    threads: str = "4"

    @property
    def population(self) -> int:
        return self.large or self.people

    @property
    def each(self) -> int:
        """Items of everybody."""
        return max(1, self.items // self.population)

    @property
    def holds(self) -> dict[str, int]:
        return {"people": self.population, "each": self.each, "full": self.full}


NewReader = Callable[[], Mapping[str, str]]


def run(plan: Plan, *, new_reader: NewReader, tell: Tell) -> dict[str, Any]:
    """Everything measured, as facts for machines; `words` is the table for people."""
    if plan.hold:
        return _held(plan, new_reader, tell)
    tell("Starting a Homeward of its own …")
    with stage(port=plan.port) as on, joined(on):
        this, few = _Run(plan, on, new_reader, tell), plan.people if plan.large else 0
        small = this.with_few(_load(plan, tell, upto=few)) if few else None
        return this.all(_load(plan, tell, first=few), small)


def _held(plan: Plan, new_reader: NewReader, tell: Tell) -> dict[str, Any]:
    held = what_it_holds(plan.hold, plan.holds)
    small = _apart_with_few(plan, tell) if plan.large and plan.people else None
    held = _into_the_folder(plan, held, tell)
    tell("Starting the Homeward of the held folder …")
    with stage(port=plan.port, held=plan.hold) as on, joined(on):
        from homeward.bench.population import take_stock, until_at_rest

        tell(until_at_rest())  # it counts what was brought in when it was measured last
        take_stock()
        return _Run(plan, on, new_reader, tell).all(held, small)


def _into_the_folder(plan: Plan, held: dict[str, Any] | None, tell: Tell) -> dict[str, Any]:
    """Load the folder unless that is done, with nothing else at work in it; then count its numbers once, as in a house that was lived in."""
    if held and "numbers" in held["seconds"]:
        return held
    tell(f"Loading {plan.hold} …")
    with stage(port=plan.port, held=plan.hold, more={"HOMEWARD_JOBS": "0"}) as on, joined(on):
        from homeward.measures.api import refresh_lake

        told = held or _load(plan, tell)
        now_holds(plan.hold, told)
        tell("Counting the numbers …")
        started = perf_counter()
        refresh_lake(at=datetime.now(UTC))
        told["seconds"]["numbers"] = round(perf_counter() - started, 1)
    now_holds(plan.hold, told)
    return told


def _load(plan: Plan, tell: Tell, *, first: int = 0, upto: int = 0) -> dict[str, Any]:
    """People `first` up to `upto` (0: all of them) with their items."""
    from homeward.bench import items
    from homeward.bench.population import load, take_stock

    at, count = datetime.now(UTC), upto or plan.population
    people = load(count, first=first, at=at, tell=lambda done: tell(f"{done:,} of {count:,} people"))
    kept = items.load_items(plan.each, per_full=plan.full, at=at, tell=tell)
    take_stock()
    told = {**plan.holds, "people": count, "seconds": {"people": round(people, 1), "items": round(kept, 1)}}
    return told


def _apart_with_few(plan: Plan, tell: Tell) -> dict[str, Any]:
    """The same pages and the same file where few people are, in a Homeward of its own that is gone before the large one starts."""
    tell(f"With {plan.people:,} people first …")
    words = {
        "--people": plan.people, "--large": 0, "--items": plan.people * plan.each, "--full": plan.full,
        "--times": plan.times, "--file": plan.file, "--seconds": plan.seconds, "--port": plan.port,
    }  # fmt: skip
    asked = [str(each) for pair in words.items() for each in pair]
    command = [sys.executable, "-m", "homeward.cli", "bench", "record", "--brief", "--json", *asked]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"with few people it did not run:\n{done.stderr[-2000:]}")
    facts: dict[str, Any] = json.loads(done.stdout)
    return facts


class _Run:
    def __init__(self, plan: Plan, on: Stage, new_reader: NewReader, tell: Tell) -> None:
        from homeward.bench.coordinator import coordinator

        self.plan, self.on, self.tell = plan, on, tell
        self.wire = Wire(on.port)
        self.at = datetime.now(UTC)
        self.mark = f"{self.at:%Y%m%d%H%M%S}"  # a held folder is measured more than once
        self.actor: Actor
        self.actor, self.cookie = coordinator(self.at, login=f"bench-{self.mark}")
        self.rates = Rates(
            on, bearer=token(self.wire, new_reader()), seconds=plan.seconds, processes=plan.processes, threads=plan.threads,
            tell=tell,
        )  # fmt: skip
        self.facts: dict[str, Any] = {}

    def with_few(self, loaded: dict[str, Any]) -> dict[str, Any]:
        """The pages and the file while few are here: what the rest is compared with."""
        from homeward.bench import items

        kept = items.how_many()
        figures = {figure.name: figure.as_facts({}) for figure in self._pages(loaded["people"])}
        self._files(None, few=True)
        small = {"figures": figures, "rates": list(self.rates.found), "items": kept}
        self.rates.found.clear()
        return small

    def all(self, loaded: dict[str, Any], small: dict[str, Any] | None) -> dict[str, Any]:
        from homeward.bench import items
        from homeward.bench.floors import floors

        self.facts["loading_seconds"] = loaded["seconds"]
        self.facts["items"] = items.how_many()
        found = floors(self.wire)
        pages = self._pages(self.plan.population)
        if not self.plan.brief:
            self.rates.over_fhir()
            self.rates.bundles()
        self._files(small)
        every = [*found.values(), *pages]
        self.facts["figures"] = {figure.name: figure.as_facts(found) for figure in every}
        self.facts["growth"] = _growth(small["figures"], self.facts["figures"]) if small else {}
        self.facts["few"] = small
        self.facts["memory_mib"] = peaks(self.on.process.pid)
        return {**self.facts, "rates": self.rates.found, "words": self._words(every, found)}

    def _pages(self, population: int) -> list[Figure]:
        from homeward.bench import items

        whom = items.full_people()
        self.tell(f"Opening the pages of people with {self.plan.full:,} items among {population:,} people …")
        return [
            measured(
                f"{name}, {self.plan.full:,} items", lambda number, rest=rest: self._open(whom[number % len(whom)], rest),  # type: ignore[misc]  # a default, not an argument
                times=self.plan.times, seconds=30, population=population, floor="page", target_p95=PAGE_TARGET,
            )
            for name, rest in (("person page", ""), ("crisis page", "crisis/"), ("timeline", "timeline/"))
        ]  # fmt: skip

    def _open(self, person: UUID, rest: str) -> None:
        heard = self.wire.ask("GET", f"/people/{person}/{rest}", headers={"Cookie": self.cookie})
        if heard.status != 200:
            raise RuntimeError(f"the page did not open: {heard.status} {heard.body[:200]!r}")

    def _files(self, small: dict[str, Any] | None, *, few: bool = False) -> None:
        """A file of a fixed number of small resources; then, where asked for, a large one, for its memory."""
        numbers = nhs_numbers(200)
        if self.plan.file:
            self.tell(f"Bringing in a file of {self.plan.file:,} resources …")
            source = f"bench-file-{self.mark}{'-few' if few else ''}"
            fact = self._brought("NDJSON import", lines(self.plan.file, numbers), source)
            told = small["rates"] if small else ()
            before = next((each["a_second"] for each in told if each["name"] == "NDJSON import"), 0)
            if before:
                share = fact["a_second"] / before
                self.rates.found.append(
                    {"name": "NDJSON import, of its rate with few stored", "a_second": before, "stored": small["items"] if small else 0,
                     "share": round(share, 2), "target_of_few": FLAT, "met": share >= FLAT}
                )  # fmt: skip
        if self.plan.size and not few:
            self.tell(f"Bringing in a file of {self.plan.size:,} bytes …")
            name = f"NDJSON import of {self.plan.size / 1e9:.2f} GB"
            fact = self._brought(name, lines_of_size(self.plan.size, numbers), f"bench-large-{self.mark}")
            fact |= {"most_mib": MOST_MIB, "met": fact["peak_mib"] <= MOST_MIB}
            del fact["target"]

    def _brought(self, name: str, written: Iterator[str], source: str) -> dict[str, Any]:
        with tempfile.TemporaryDirectory() as folder:
            path, count = Path(folder) / "Observation.ndjson", 0
            with path.open("w") as file:
                for line in written:
                    file.write(line)
                    count += 1
            done = bring(path, resources=count, source=source, environment=self.on.environment)
        fact = {"name": name, "a_second": round(done.a_second, 1), "resources": count, "seconds": round(done.seconds, 1),
                "peak_mib": round(done.peak_mib, 1), "target": RESOURCES, "met": done.a_second >= RESOURCES}  # fmt: skip
        self.rates.found.append(fact)
        return fact

    def _words(self, every: list[Figure], found: dict[str, Figure]) -> str:
        lines = [table(every, found), ""]
        lines += [
            f"{name}: p95 x{each['p95']}, p50 x{each['p50']} of its time with {self.plan.people:,} people (≤ {LONGEST_RATIO})"
            for name, each in self.facts["growth"].items()
        ]
        lines += [_line(each) for each in self.rates.found]
        lines += [f"{name}: at most {mib:,.0f} MiB" for name, mib in sorted(self.facts["memory_mib"].items())]
        took = self.facts["loading_seconds"]
        lines.append(
            f"{self.facts['items']:,} items are kept; loading took {took['people']:,.0f} s for people and {took['items']:,.0f} s for items."
        )
        return "\n".join(lines)


def _line(each: dict[str, Any]) -> str:
    verdict = "met" if each.get("met") else "NOT MET"
    if "share" in each:
        return f"{each['name']} ({each['stored']:,}): x{each['share']} (≥ {each['target_of_few']:g}: {verdict})"
    words = f"{each['name']}: {each['a_second']:,.0f} a second"
    words += f", x{each['share_of_floor']} of the bare endpoint" if "share_of_floor" in each else ""
    words += f", at most {each['peak_mib']:,.0f} MiB" if "peak_mib" in each else ""
    target = each.get("target_share", each.get("target"))
    words += f" (≥ {target:g}: {verdict})" if target is not None else ""
    words += f" (≤ {each['most_mib']} MiB: {verdict})" if "most_mib" in each else ""
    return words + (f", {each['wrong']} wrong" if each.get("wrong") else "")


def _growth(small: Mapping[str, Any], large: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    both = [name for name in large if name in small and "target_p95_ms" in large[name]]
    return {
        name.partition(",")[0]: {
            each: round(large[name][f"{each}_ms"] / small[name][f"{each}_ms"], 2) for each in ("p50", "p95")
        }
        for name in both
    }
