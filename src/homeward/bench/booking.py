"""Is any place given twice, or any booking lost, when 50 clients ask for 1,000 places 10,000 times, and how long does each wait?"""

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING, Any
from uuid import UUID

from homeward.bench.figures import Figure, table
from homeward.bench.hub import joined
from homeward.bench.stage import Stage, stage
from homeward.bench.wire import Wire
from homeward.foundation.postgres.folders import folders

if TYPE_CHECKING:
    from homeward.grammar.api import Service

LONGEST = 2000.0
TARGET_P95 = 150.0


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to measure. Clients are spread over `processes`, each client with a connection of its own.

    `kill`: half way one process of clients and then the database are killed; what was acknowledged must still be there.
    """

    attempts: int = 10_000
    clients: int = 50
    places: int = 1_000
    processes: int = 5
    seconds: float = 300.0
    port: int = 9850
    kill: bool = False


def run(plan: Plan, *, tell: Callable[[str], None]) -> dict[str, Any]:
    """Everything measured, as facts for machines; `words` is the table for people."""
    tell("Starting a Homeward of its own …")
    with stage(port=plan.port) as on, joined(on):
        from homeward.bench.floors import floors

        found = floors(Wire(on.port))
        line_id = open_line(plan.places, at=datetime.now(UTC))
        tell(f"{plan.clients} clients ask for {plan.places:,} places {plan.attempts:,} times …")
        begun = perf_counter()
        answers = _asked(plan, on, line_id)
        lasted = perf_counter() - begun
        if plan.kill:
            close_old()
        return told(plan, answers, kept(line_id), lasted, found)


def close_old() -> None:
    """Our own connections were cut with the database."""
    from django.db import connection

    connection.close()
    pool = getattr(connection, "close_pool", None)
    if pool:
        pool()


def open_line(places: int, *, at: datetime) -> UUID:
    """A line of so many free places, of whichever service the place counts in places."""
    from homeward.access.api import system
    from homeward.capacity.api import keep_units
    from homeward.directory.api import place

    service: Service = next(each for each in place().services.values() if each.capacity_kind == "places")
    line: UUID | None = None
    labels = [f"Place {number}" for number in range(1, places + 1)]
    for first in range(0, places, 500):
        line = keep_units(
            service_code=service.code, team_code=service.providers[0].team, labels=labels[first : first + 500],
            by=system("bench"), at=at, add=True,
        )  # fmt: skip
    assert line is not None
    return line


@dataclass(frozen=True, kw_only=True)
class Clients:
    """A process of clients, and the file that it writes its answers to."""

    process: subprocess.Popen[str]
    said: Path

    def go(self, start: datetime) -> None:
        """Tell them to begin."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{start.isoformat()}\n")
        self.process.stdin.flush()

    def answers(self) -> list[str]:
        """What they said; a line that was cut off by a kill says nothing."""
        whole = self.said.read_text().rpartition("\n")[0]
        return whole.splitlines()


@contextmanager
def clients(on: Stage, line_id: UUID, *, number: int, count: int, attempts: int, seconds: float) -> Iterator[Clients]:
    """A process of `count` clients, ready to begin; killed at the end if it still runs."""
    said = on.data / f"clients-{number}"
    with said.open("w") as lines:
        process = subprocess.Popen(
            [sys.executable, "-m", "homeward.bench.booking_client", str(line_id), str(count), str(attempts), str(seconds)],
            env={**os.environ, **on.environment, "DJANGO_SETTINGS_MODULE": "homeward.config.settings", "HOMEWARD_POOL": str(count + 1)},
            stdin=subprocess.PIPE, stdout=lines, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
    try:
        assert process.stderr is not None
        if not any(line.strip() == "ready" for line in process.stderr):
            raise RuntimeError("a process of clients did not start")
        yield Clients(process=process, said=said)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(timeout=10)


def _asked(plan: Plan, on: Stage, line_id: UUID) -> list[tuple[str, str, float]]:
    each, start = plan.clients // plan.processes, datetime.now(UTC)
    attempts = plan.attempts // (each * plan.processes)
    with ExitStack() as stack:
        working = [
            stack.enter_context(
                clients(on, line_id, number=number, count=each, attempts=attempts, seconds=plan.seconds)
            )
            for number in range(plan.processes)
        ]
        for one in working:
            one.go(start)
        if plan.kill:
            _kill(working, on, plan.attempts // 10)
        for one in working:
            one.process.wait(timeout=plan.seconds + 60)
        return [answer(line) for one in working for line in one.answers()]


def _kill(working: list[Clients], on: Stage, after: int) -> None:
    """-9 to a process of clients once so many attempts were answered, and to the database after as many again."""
    _wait_for(working, after)
    working[0].process.kill()
    _wait_for(working, 2 * after)
    os.kill(int((folders(on.data).cluster / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)


def _wait_for(working: list[Clients], count: int) -> None:
    end = perf_counter() + 60
    while sum(len(each.answers()) for each in working) < count and perf_counter() < end:
        sleep(0.05)


def answer(line: str) -> tuple[str, str, float]:
    """What came of an attempt, the booking's id or what failed, and how long it took."""
    outcome, about, took = line.split(" ")
    return outcome, about, float(took)


def kept(line_id: UUID) -> dict[str, Any]:
    """What the database holds of the line: its bookings, how many overlap, and how many events speak of them."""
    from django.db import connection, transaction

    from homeward.access.api import gate, system

    at = datetime.now(UTC)
    with transaction.atomic(), gate.job("bench", by=system("bench"), at=at), connection.cursor() as cursor:
        cursor.execute("select id::text from capacity_booking where line_id = %s and state = 'booked'", [line_id])
        ids = {row[0] for row in cursor.fetchall()}
        cursor.execute(
            "select count(*) from capacity_booking a join capacity_booking b on a.unit_id = b.unit_id and a.id < b.id"
            " and a.period && b.period and a.state = 'booked' and b.state = 'booked' where a.line_id = %s", [line_id]
        )  # fmt: skip
        overlaps = cursor.fetchone()[0]
        cursor.execute(
            "select count(*) from foundation_event where kind = 'capacity.book' and subject_id = %s", [line_id]
        )
        return {"ids": ids, "overlaps": overlaps, "events": cursor.fetchone()[0]}


def told(
    plan: Plan, answers: list[tuple[str, str, float]], held: dict[str, Any], lasted: float, floors: dict[str, Figure]
) -> dict[str, Any]:
    """The figures and whether each promise was kept."""
    outcomes = Counter(outcome for outcome, _, _ in answers)
    booked = {about for outcome, about, _ in answers if outcome == "booked"}
    figures = [
        Figure(name=f"an attempt to book, {plan.clients} clients at once", population=0, samples=tuple(took for _, _, took in answers),
               floor="insert", target_p95=TARGET_P95),
        Figure(name="of those, the ones that got a place", population=0, floor="insert",
               samples=tuple(took for outcome, _, took in answers if outcome == "booked")),
    ]  # fmt: skip
    slowest = max((took for _, _, took in answers), default=0.0)
    facts: dict[str, Any] = {
        "attempts": len(answers), "booked": outcomes["booked"], "refused": outcomes["refused"], "failed": outcomes["failed"],
        "places": plan.places, "overlaps": held["overlaps"], "lost": len(booked - held["ids"]), "events": held["events"],
        "not_acknowledged": len(held["ids"] - booked), "slowest_ms": round(slowest, 1), "seconds": round(lasted, 1),
        "a_second": round(len(answers) / lasted, 1), "load_average": [round(each, 1) for each in os.getloadavg()],
        "figures": {each.name: each.as_facts(floors) for each in figures},
    }  # fmt: skip
    promises = {
        "no place given twice": facts["overlaps"] == 0,
        "no booking lost": facts["lost"] == 0,
        "every booking has its event": facts["events"] == len(held["ids"]),
    }
    if not plan.kill:
        promises |= {
            "every place given": facts["booked"] == min(plan.places, plan.attempts) and not facts["failed"],
            f"none slower than {LONGEST:.0f} ms": slowest <= LONGEST,
            f"p95 ≤ {TARGET_P95:.0f} ms": figures[0].percentile(0.95) <= TARGET_P95,
        }
    lines = [table([*floors.values(), *figures], floors), ""]
    lines.append(
        f"{facts['attempts']:,} attempts in {facts['seconds']} s ({facts['a_second']:g} a second): {facts['booked']:,} booked, "
        f"{facts['refused']:,} refused for want of a place, {facts['failed']} failed; slowest {facts['slowest_ms']} ms."
    )
    lines += [f"{words}: {'kept' if good else 'NOT KEPT'}" for words, good in promises.items()]
    lines.append(f"This machine: {os.cpu_count()} cores, load average {facts['load_average']}.")
    return {**facts, "promises": promises, "words": "\n".join(lines)}
