"""How fast are the boards of the way home: 3 hospitals, 3,000 inpatients, 200 services, and 200 people watching?"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from homeward.bench.figures import Figure, measured, table
from homeward.bench.hub import joined
from homeward.bench.pocket import first_load
from homeward.bench.served_place import served_with
from homeward.bench.shown import boards as live_boards
from homeward.bench.shown import shown
from homeward.bench.stage import Stage, stage
from homeward.bench.wire import Wire

if TYPE_CHECKING:
    from homeward.foundation.actions import Actor

TARGET_PAGE, TARGET_LIVE = 80.0, 500.0


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to measure: on every one of the `watching` people's boards each of `events` changes must show. `place` is the declared one's name."""

    place: str
    inpatients: int = 3_000
    hospitals: int = 3
    services: int = 200
    watching: int = 200
    events: int = 30
    times: int = 200
    port: int = 9850


def run(plan: Plan, *, tell: Callable[[str], None]) -> dict[str, Any]:
    """Everything measured, as facts for machines; `words` is the table for people."""
    tell("Starting a Homeward of its own …")
    with served_with(plan.place, plan.services) as more, stage(port=plan.port, more=more) as on, joined(on):
        from homeward.bench.coordinator import colleagues, coordinator
        from homeward.bench.floors import floors

        at = datetime.now(UTC)
        actor, cookie = coordinator(at)
        found = floors(Wire(on.port))
        tell(f"Admitting {plan.inpatients:,} people to {plan.hospitals} hospitals …")
        _admitted(plan, at)
        count, lines = _reported(at)
        tell(f"{count} services, {lines:,} numbers on the ledger.")
        live = live_boards(actor, plan.events, datetime.now(UTC))
        pages = _boards(plan, on, actor, cookie)
        tell(table(pages, found))
        cookies = colleagues(actor, plan.watching, at)
        watched = [
            figure
            for board in live
            for figure in shown(board, on, cookies, population=plan.inpatients, target=TARGET_LIVE, tell=tell)
        ]
        figures = [*pages, *watched]
        pocket = first_load(Wire(on.port))
        every = [*found.values(), *figures]
        words = (
            table(every, found)
            + f"\n{pocket.line}"
            + f"\nThis machine: {os.cpu_count()} cores, load average {[round(each, 1) for each in os.getloadavg()]}."
        )
        facts = {each.name: each.as_facts(found) for each in every}
        return {"figures": facts, "promises": {pocket.what: pocket.as_facts()}, "words": words}


def _admitted(plan: Plan, at: datetime) -> None:
    from homeward.access.api import system
    from homeward.bench.population import people, take_stock
    from homeward.directory.api import place
    from homeward.hospital import api as hospital
    from homeward.people.api import register_many

    by, came = system("bench"), at - timedelta(days=4)
    known = register_many(
        people=list(islice(people(plan.inpatients, at=at), plan.inpatients)), by=by, at=came - timedelta(days=1)
    )
    hospitals = list(place().hospitals.values())[: plan.hospitals]
    for number, person_id in enumerate(known):
        where = hospitals[number % len(hospitals)]
        ward = where.wards[number // len(hospitals) % len(where.wards)]
        stay = hospital.admit(
            person_id=person_id, hospital=where.code, ward=ward.code, admitted_at=came, bed=str(number), by=by, at=came
        )
        if number % 2:
            hospital.criteria(
                stay_id=stay,
                meets=False,
                from_at=came + timedelta(hours=number % 90),
                by=by,
                at=at - timedelta(hours=1),
            )
    take_stock()


def _boards(plan: Plan, on: Stage, actor: "Actor", cookie: str) -> list[Figure]:
    from django.urls import reverse

    from homeward.capacity import api as capacity
    from homeward.directory.api import place
    from homeward.hospital import api as hospital

    wire, head = Wire(on.port), {"Cookie": cookie}
    first = next(iter(hospital.hospitals()))

    def get(path: str) -> Callable[[int], object]:
        def ask(number: int) -> object:
            heard = wire.ask("GET", path, headers=head)
            if heard.status != 200:
                raise RuntimeError(f"{path} answered {heard.status}")
            return heard

        return ask

    pages = {
        "flow board, everybody": reverse("flow"),
        "flow board, one hospital": f"{reverse('flow')}?hospital={first}",
        "flow board, ready before today": f"{reverse('flow')}?show=waiting",
        f"capacity board, {len(place().services)} services": reverse("capacity"),
        f"capacity board, {len(place().services)} services, one kind": f"{reverse('capacity')}?kind=visits",
    }

    def alone(_: int) -> object:
        return hospital.flow_board(by=actor, at=datetime.now(UTC))

    def ledger(_: int) -> object:
        return capacity.ledger(at=datetime.now(UTC))

    work = {"flow board, its question alone": alone, "capacity board, its question alone": ledger} | {
        name: get(path) for name, path in pages.items()
    }
    return [
        measured(name, do, times=plan.times, seconds=60.0, population=plan.inpatients, target_p95=TARGET_PAGE)
        for name, do in work.items()
    ]


def _reported(at: datetime) -> tuple[int, int]:
    """Every team of every service says what it has; how many services and numbers there are."""
    from homeward.access.api import system
    from homeward.capacity import api as capacity
    from homeward.directory.api import place

    lines = 0
    for service in place().services.values():
        for team in dict.fromkeys(provider.team for provider in service.providers):
            said_at = at - timedelta(minutes=lines % 90)
            capacity.report(
                service_code=service.code, team_code=team, free=lines % 7, total=12, by=system("bench"), at=said_at
            )
            lines += 1
    return len(place().services), lines
