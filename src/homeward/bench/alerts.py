"""How soon does a virtual ward see that somebody worsened: from a device's measurements sent to the alert on an open screen?"""

import http.client
import json
import os
import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import psycopg

from homeward.bench.figures import Figure, table
from homeward.bench.hub import NewClient, joined
from homeward.bench.stage import Stage, stage
from homeward.bench.wire import Wire, token

TARGET = 1000.0
SENDERS = 6
# Everybody on one ward, as if each had joined an hour ago; a stage is set by the owner, what is measured goes by the door.
STAYS = """
insert into monitoring_stay (id, person_id, referral_id, episode_id, service_code, team_code, fingerprint, state, came_from,
    senior_name, spo2_scale, scale_by, scale_why, started_at, next_due_at, review_due_at, reviewed_by, last_response,
    partial, unseen, looked_at, looked_by)
select gen_random_uuid(), id, gen_random_uuid(), gen_random_uuid(), %(service)s, %(team)s, %(mark)s, 'on', 'home', 'Bench', '1',
    '', '', %(at)s - interval '1 hour', %(at)s + interval '6 hours', %(at)s + interval '1 day', '', '', false, 0, %(at)s, 'Bench'
from people_person limit %(count)s
"""
RELATED = """
insert into access_relationship (id, person_id, team_code, kind, source_id, started_at)
select gen_random_uuid(), person_id, team_code, 'monitoring', id, started_at from monitoring_stay
"""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How many people on the ward, how many observations a second for how long, and how many of the sets alert."""

    people: int = 5_000
    rate: float = 100.0
    seconds: float = 60.0
    alerting: float = 0.1
    port: int = 9850


@dataclass
class _Run:
    """What was sent when, and what was seen when; keyed by stay."""

    sent: dict[str, float] = field(default_factory=dict)
    shown: dict[str, float] = field(default_factory=dict)
    answered: list[float] = field(default_factory=list)
    drawn: dict[str, float] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    fetches: int = 0
    over: bool = False


def run(plan: Plan, *, new_client: NewClient, tell: Callable[[str], None]) -> dict[str, Any]:
    """Everything measured, as facts for machines; `words` is the table for people."""
    tell("Starting a Homeward of its own …")
    with stage(port=plan.port) as on, joined(on):
        from homeward.bench.floors import floors

        wire = Wire(on.port)
        found = floors(wire)
        patients, cookie = _ward(plan, tell)
        bearer = token(wire, new_client())
        tell(f"Sending {plan.rate:g} observations a second for {plan.seconds:g} s about {plan.people:,} people …")
        done = _measure(plan, on, wire, patients, cookie=cookie, bearer=bearer)
        scored = _scored()
    waits = [(done.drawn[stay] - at.timestamp()) * 1000 for stay, at in scored.items() if stay in done.drawn]
    shown = [(done.shown[stay] - out) * 1000 for stay, out in done.sent.items() if stay in done.shown]
    figures = [
        Figure(name=f"score → alert on screen ({plan.rate:g} observations/s)", population=plan.people,
               samples=tuple(waits), floor="page", target_p95=TARGET),
        Figure(name="sent from home → alert on screen", population=plan.people, samples=tuple(shown), floor="page"),
        Figure(name="a set of 7 sent as one bundle → answered", population=plan.people, samples=tuple(done.answered), floor="insert"),
    ]  # fmt: skip
    facts: dict[str, Any] = {
        "figures": {each.name: each.as_facts(found) for each in figures}, "alerts": len(done.sent), "shown": len(shown),
        "sets": len(done.answered), "fetches": done.fetches, "faults": done.faults[:5],
        "load_average": [round(each, 1) for each in os.getloadavg()],
    }  # fmt: skip
    lines = [table([*found.values(), *figures], found), ""]
    per_second = len(done.answered) * 7 / plan.seconds
    lines.append(
        f"{len(done.answered)} sets ({per_second:.0f} observations a second), {len(done.sent)} alerts, {len(shown)} of them shown."
    )
    lines += [f"Faults: {done.faults[:3]}"] if done.faults else []
    lines.append(f"This machine: {os.cpu_count()} cores, load average {facts['load_average']}.")
    return {**facts, "words": "\n".join(lines)}


def _scored() -> dict[str, datetime]:
    """When each alert was written down, by stay, on the database's own clock."""
    with psycopg.connect(os.environ["HOMEWARD_OWNER_URL"], autocommit=True) as owner:
        rows = owner.execute(
            "select facts ->> 'stay', min(recorded_at) from foundation_event where kind = 'monitoring.alert' group by 1"
        )
        return {row[0]: row[1] for row in rows.fetchall()}


def _ward(plan: Plan, tell: Callable[[str], None]) -> tuple[list[tuple[UUID, UUID]], str]:
    """(person, stay) of everybody on the ward, and the cookie of a colleague who has its list open."""
    from homeward.bench.coordinator import signed_in
    from homeward.bench.population import load, take_stock
    from homeward.directory.api import fingerprint_of, place

    at, here = datetime.now(UTC), place()
    tell(f"Registering {plan.people:,} people and putting them on a ward …")
    load(plan.people, first=0, at=at, tell=lambda done: None)
    policy = next(iter(here.monitoring_policies.values()))
    service = here.services[policy.services[0]]
    team = service.providers[0].team
    values = {
        "service": service.code, "team": team, "at": at, "count": plan.people,
        "mark": fingerprint_of("MonitoringPolicy", policy.code),
    }  # fmt: skip
    with psycopg.connect(os.environ["HOMEWARD_OWNER_URL"], autocommit=True) as owner:
        owner.execute(STAYS, values)
        owner.execute(RELATED)
        rows = owner.execute("select person_id, id from monitoring_stay order by id").fetchall()
    take_stock()
    role = next(each for each in here.roles.values() if each.may("monitoring.view") and each.may("monitoring.take"))
    _, cookie = signed_in(role=role.code, teams=(team,), email="ward@made-up.example", name="Bench Nurse", at=at)
    return [(row[0], row[1]) for row in rows], cookie


def _measure(plan: Plan, on: Stage, wire: Wire, patients: list[tuple[UUID, UUID]], *, cookie: str, bearer: str) -> _Run:
    done = _Run()
    screen = _Screen(wire=wire, live_port=on.live_port, cookie=cookie, done=done)
    screen.open()
    order = random.Random(1).sample(patients, len(patients))
    beat, lock, numbers = 7 / plan.rate, threading.Lock(), iter(range(len(order)))
    begun = time.perf_counter()

    def send() -> None:
        while True:
            with lock:
                number = next(numbers, None)
            if number is None or number * beat > plan.seconds:
                return
            time.sleep(max(0.0, begun + number * beat - time.perf_counter()))
            _send(wire, bearer, order[number], done, ill=number % round(1 / plan.alerting) == 0)

    threads = [threading.Thread(target=send) for _ in range(SENDERS)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    end = time.perf_counter() + 5
    while time.perf_counter() < end and not done.sent.keys() <= done.shown.keys():
        time.sleep(0.05)
    done.over = True
    return done


def _send(wire: Wire, bearer: str, patient: tuple[UUID, UUID], done: _Run, *, ill: bool) -> None:
    """One set of a device: seven Observations in a transaction."""
    person, stay = patient
    headers = {"Authorization": f"Bearer {bearer}", "Content-Type": "application/fhir+json"}
    body = json.dumps(_bundle(person, ill=ill)).encode()
    out = time.perf_counter()
    if ill:
        done.sent[str(stay)] = out
    heard = wire.ask("POST", "/fhir/R4", body=body, headers=headers)
    done.answered.append((time.perf_counter() - out) * 1000)
    if heard.status != 200:
        done.faults.append(f"bundle {heard.status} {heard.body[:120]!r}")


def _bundle(person: UUID, *, ill: bool) -> Mapping[str, Any]:
    from homeward.directory.api import place

    policy = next(iter(place().monitoring_policies.values()))
    numbers = {
        "respiratory_rate": 27 if ill else 16, "spo2": 90 if ill else 97, "systolic_bp": 95 if ill else 130,
        "heart_rate": 125 if ill else 74, "temperature": 38.8 if ill else 36.8,
    }  # fmt: skip
    entries = []
    for sign in policy.signs:
        system, _, code = sign.codes[0].rpartition("|")
        told: dict[str, Any] = {"valueQuantity": {"value": numbers.get(sign.column)}}
        if sign.answers:  # the first answer declared is the calm one: on air, alert
            of, _, answer = sign.answers[0][0].rpartition("|")
            told = {"valueCodeableConcept": {"coding": [{"system": of, "code": answer}]}}
        resource = {
            "resourceType": "Observation", "status": "final", "code": {"coding": [{"system": system, "code": code}]},
            "subject": {"reference": f"Patient/{person}"}, "effectiveDateTime": datetime.now(UTC).isoformat(), **told,
        }  # fmt: skip
        entries.append({"resource": resource, "request": {"method": "POST", "url": "Observation"}})
    return {"resourceType": "Bundle", "type": "transaction", "entry": entries}


@dataclass
class _Screen:
    """An open list of unread alerts, drawn again as its script does: at once when an alert is heard, one fetch at a time."""

    wire: Wire
    live_port: int
    cookie: str
    done: _Run
    woken: threading.Event = field(default_factory=threading.Event)
    opened: threading.Event = field(default_factory=threading.Event)

    def open(self) -> None:
        """Returns once the push says that it is open."""
        for work in (self._listen, self._fetch):
            threading.Thread(target=work, daemon=True).start()
        if not self.opened.wait(20):
            raise RuntimeError(f"the live push did not open: {self.done.faults[:3]}")

    def _listen(self) -> None:
        line = http.client.HTTPConnection("127.0.0.1", self.live_port, timeout=60)
        line.request("GET", "/live/", headers={"Cookie": self.cookie})
        answer = line.getresponse()
        if answer.status != 200:
            self.done.faults.append(f"live {answer.status}")
            return
        event = ""
        while not self.done.over and (text := answer.readline().decode()):
            if text.startswith("event: "):
                event = text[7:].strip()
                if event in ("open", "afresh"):
                    self.opened.set()
            elif text.startswith("data: ") and event == "changed":
                if any(each["of"] == "ward_alert" for each in json.loads(text[6:])):
                    self.woken.set()

    def _fetch(self) -> None:
        while not self.done.over:
            if not self.woken.wait(0.5):
                continue
            self.woken.clear()
            heard = self.wire.ask("GET", "/virtual-wards/rows/?show=unread", headers={"Cookie": self.cookie})
            now, page = time.perf_counter(), heard.body.decode()
            self.done.fetches += 1
            if heard.status != 200:
                self.done.faults.append(f"rows {heard.status}")
            for stay in [each for each in list(self.done.sent) if each not in self.done.shown and each in page]:
                self.done.shown[stay], self.done.drawn[stay] = now, time.time()
