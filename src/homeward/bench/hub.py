"""How fast is the hub: a referral shown on an open board, the board itself, finding a person, explaining a placing?"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from homeward.bench.figures import Figure, measured, table
from homeward.bench.intake import Intake, Sent
from homeward.bench.stage import Stage, stage
from homeward.bench.watching import Watcher
from homeward.bench.wire import Wire, token

if TYPE_CHECKING:
    from homeward.foundation.actions import Actor
    from homeward.people.api import PersonDetails

SERVICES = 40
LONGEST_RATIO = 1.3


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to measure: people at first and at last (0: not), the referrals on the board, the pace of the intake and for how long,
    and how often each question is asked."""

    people: int = 20_000
    large: int = 1_300_000
    waiting: int = 500
    times: int = 300
    seconds: float = 60.0
    rate: float = 20.0
    port: int = 9850


Write = Callable[["PersonDetails", int, int], bytes]
NewClient = Callable[[], Mapping[str, str]]


@contextmanager
def joined(on: Stage) -> Iterator[None]:
    """This process uses the stage's database and settings."""
    os.environ.update(on.environment)
    import django

    django.setup()
    try:
        yield
    finally:
        from django.db import connections

        for connection in connections.all(initialized_only=True):
            connection.close()
            close_pool = getattr(connection, "close_pool", None)
            if close_pool and connection.settings_dict["OPTIONS"].get("pool"):
                close_pool()


def run(plan: Plan, *, write: Write, new_client: NewClient, tell: Callable[[str], None]) -> dict[str, Any]:
    """Everything measured, as facts for machines; `words` is the table for people."""
    tell("Starting a Homeward of its own …")
    with stage(port=plan.port) as on, joined(on):
        return _Run(plan, on, write, new_client, tell).all()


class _Run:
    def __init__(
        self, plan: Plan, on: Stage, write: Write, new_client: NewClient, tell: Callable[[str], None]
    ) -> None:
        from homeward.bench.coordinator import coordinator

        self.plan, self.on, self.tell = plan, on, tell
        self.wire = Wire(on.port)
        self.at = datetime.now(UTC)
        self.actor: Actor
        self.actor, self.cookie = coordinator(self.at)
        self.write, self.new_client = write, new_client
        self.figures: list[Figure] = []
        self.facts: dict[str, Any] = {"loading_seconds": {}}

    def all(self) -> dict[str, Any]:
        from homeward.bench.floors import floors

        self.tell("Measuring the floor …")
        found = floors(self.wire)
        self._load(self.plan.people, first=0)
        self._fill_the_board()
        small = self._pages_and_searches(self.plan.people)
        if self.plan.large > self.plan.people:
            self._load(self.plan.large, first=self.plan.people)
            large = self._pages_and_searches(self.plan.large)
            self.facts["growth"] = {name: _growth(small[name], large[name]) for name in small}
        self._steady_intake()
        self._placing()
        self.facts["load_average"] = [round(each, 1) for each in os.getloadavg()]
        every = [*found.values(), *self.figures]
        facts = {figure.name: figure.as_facts(found) for figure in every}
        return {**self.facts, "figures": facts, "words": self._words(every, found)}

    def _words(self, every: list[Figure], found: dict[str, Figure]) -> str:
        lines = [table(every, found), ""]
        for people, seconds in self.facts["loading_seconds"].items():
            lines.append(f"Loading up to {people:,} people took {seconds:.0f} s.")
        for name, growth in self.facts.get("growth", {}).items():
            said = "met" if growth["p95"] <= LONGEST_RATIO else "NOT MET"
            lines.append(
                f"{name}: p95 x{growth['p95']}, p50 x{growth['p50']} from {self.plan.people:,} to {self.plan.large:,} people "
                f"(≤ {LONGEST_RATIO}: {said})"
            )
        lines.append(f"Intake as fast as it is taken: {self.facts['intake_per_second']:.0f} referrals a second.")
        lines.append(f"Steady intake: {self.facts['sent']} sent, {self.facts['shown']} shown, {self.facts['refused']} refused.")
        lines.append(f"This machine: {os.cpu_count()} cores, load average {self.facts['load_average']}.")
        return "\n".join(lines)

    def _load(self, count: int, *, first: int) -> None:
        from homeward.bench.population import load

        seconds = load(count, first=first, at=self.at, tell=lambda done: self.tell(f"{done:,} of {count:,} people"))
        self.facts["loading_seconds"][count] = round(seconds, 1)

    def _intake(self) -> Intake:
        from homeward.bench.population import people

        known = list(islice(people(self.plan.people, at=self.at), min(self.plan.people, 5000)))
        bearer = token(self.wire, self.new_client())
        return Intake(self.wire, bearer=bearer, write=lambda number, slot: self.write(known[number % len(known)], number, slot))

    def _fill_the_board(self) -> None:
        from homeward.bench.population import take_stock

        waiting = self.plan.waiting
        self.tell(f"Sending {waiting} referrals to wait on the board …")
        sent, pace = self._intake().all_at_once(waiting, first=0)
        if len(sent.set_out) < waiting:
            raise RuntimeError(f"only {len(sent.set_out)} of {waiting} were taken: {sent.refused[:3]}")
        self.facts["intake_per_second"] = round(pace, 1)
        take_stock()

    def _steady_intake(self) -> None:
        self.tell(f"Sending {self.plan.rate:g} referrals a second for {self.plan.seconds:g} s, with a board open …")
        sent = Sent()
        watcher = Watcher(port=self.on.port, live_port=self.on.live_port, cookie=self.cookie, sent=sent)
        watcher.start()
        try:
            self._intake().steadily(sent, rate=self.plan.rate, seconds=self.plan.seconds, first=self.plan.waiting)
            watcher.settle(sent, within=5.0)
        finally:
            watcher.stop()
        shown = [(watcher.shown[each] - out) * 1000 for each, out in sent.set_out.items() if each in watcher.shown]
        self.facts |= {"sent": len(sent.set_out), "shown": len(shown), "refused": len(sent.refused),
                       "faults": (sent.refused + watcher.faults)[:5], "fetches": watcher.fetches}  # fmt: skip
        name = f"referral sent → shown on an open board ({self.plan.rate:g}/s)"
        people = max(self.plan.people, self.plan.large)
        self.figures.append(Figure(name=name, population=people, samples=tuple(shown), floor="page", target_p95=300.0))
        self.figures.append(Figure(name="referral sent → answered", population=people, samples=tuple(sent.answered), floor="insert"))

    def _pages_and_searches(self, population: int) -> dict[str, Figure]:
        from homeward.bench.asking import KINDS, ask_board, ask_page, searches

        self.tell(f"Asking the board and looking for people among {population:,} …")
        times, waiting = self.plan.times, self.plan.waiting
        found = {
            "hub board, the question": measured(
                f"hub board of {waiting} waiting, its question", lambda _: ask_board(self.actor, self.at),
                times=times, seconds=30, population=population, floor="question"),
            "hub board, the page": measured(
                f"hub board of {waiting} waiting, the whole page", lambda _: ask_page(self.wire, self.cookie),
                times=times, seconds=30, population=population, floor="page", target_p95=60.0),
        }  # fmt: skip
        for name, kinds in KINDS.items():
            look = searches(self.actor, kinds, at=self.at, population=population)
            found[name] = measured(
                name, look, times=times, seconds=60, population=population, floor="question", target_p95=30.0
            )
        self.figures += found.values()
        return found

    def _placing(self) -> None:
        from homeward.bench.asking import ask_candidates, one_referral
        from homeward.bench.larger_place import with_services

        count = with_services(SERVICES)
        referral = one_referral(self.actor, self.at)
        self.figures.append(
            measured(f"placing explained across {count} services", lambda _: ask_candidates(referral, self.actor, self.at),
                     times=self.plan.times, seconds=30, population=max(self.plan.people, self.plan.large), floor="question", target_p95=20.0)
        )  # fmt: skip


def _growth(small: Figure, large: Figure) -> dict[str, float]:
    """How many times as long with the larger population."""
    return {"p" + str(int(share * 100)): round(large.percentile(share) / small.percentile(share), 2) for share in (0.5, 0.95)}
