"""What do partners tell about the made-up people? A few whole records, sent as partners send them, kept through the same action."""

import json
import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.access.api import system
from homeward.demo.measured import measured_at_once
from homeward.demo.schedule import Arising
from homeward.directory.api import place
from homeward.grammar.api import AdvanceDecision
from homeward.records.api import Received, take

PEOPLE = 60
READINGS = 5
# What they live with, what they take for it, and how. Words only: a made-up partner that codes nothing.
LIVES = (
    ("Heart failure", "Bisoprolol 2.5 mg tablets", "One each morning"),
    ("Chronic obstructive pulmonary disease", "Tiotropium 2.5 micrograms inhaler", "Two breaths once a day"),
    ("Type 2 diabetes", "Metformin 500 mg tablets", "One twice a day with food"),
    ("Atrial fibrillation", "Apixaban 5 mg tablets", "One twice a day"),
    ("Vascular dementia", "", ""),
    ("Osteoarthritis of the knee", "Paracetamol 500 mg tablets", "Two up to four times a day when in pain"),
    ("Parkinson’s disease", "Co-careldopa 25 mg/100 mg tablets", "One four times a day, never late"),
    ("High blood pressure", "Amlodipine 5 mg tablets", "One each morning"),
)
ALLERGIES = (
    ("Penicillin", "Swelling of the face", "high"),
    ("Trimethoprim", "Rash", "low"),
    ("Nuts", "Anaphylaxis", "high"),
    ("No known allergies", "", ""),
)
ALERTS = (
    "Key safe by the front door: ask the hub for the number",
    "Large dog: ring before going in",
    "Hearing aid on the left",
)
STAYS = ("Emergency department attendance", "Stay on a ward for older people", "Outpatient clinic")


def make_records(*, year: Sequence[Arising], seed: int, until: datetime) -> int:
    """Records of those whose needs arose last; how many people have one."""
    whom = list(dict.fromkeys(one.person_id for one in reversed(year)))[:PEOPLE]
    rng = random.Random(f"records {seed}")
    kinds = {each.code: each.kind for each in place().organisations.values()}
    trusts = sorted(code for code, kind in kinds.items() if kind == "nhs_trust") or sorted(kinds)
    practices = sorted(code for code, kind in kinds.items() if kind in ("gp_practice", "pcn")) or trusts
    for number, person_id in enumerate(whom):
        for source, told in (
            (rng.choice(practices), list(_at_the_practice(rng, person_id, number, until))),
            (rng.choice(trusts), list(_at_the_hospital(rng, person_id, number, until))),
        ):
            sent = [Received(kind=each["resourceType"], text=json.dumps(each)) for each in told]
            take(
                person_id=person_id,
                resources=sent,
                source=source,
                by=system("demo"),
                at=until - timedelta(hours=rng.randint(1, 90)),
            )
    return len(whom)


def _at_the_practice(rng: random.Random, person_id: UUID, number: int, until: datetime) -> Iterator[dict[str, Any]]:
    for each, (problem, medicine, how) in enumerate(rng.sample(LIVES, rng.randint(2, 4))):
        since = _day(until, rng.randint(400, 6000))
        yield _told(
            "Condition",
            person_id,
            f"c{each}",
            clinicalStatus=_coded("active"),
            code={"text": problem},
            onsetDateTime=since,
        )
        if medicine:
            yield _told(
                "MedicationStatement", person_id, f"m{each}", status="active", effectiveDateTime=since,
                medicationCodeableConcept={"text": medicine}, dosage=[{"text": how}],
            )  # fmt: skip
    substance, reaction, risk = rng.choice(ALLERGIES)
    yield _told(
        "AllergyIntolerance", person_id, "a0", clinicalStatus=_coded("active"), code={"text": substance},
        recordedDate=_day(until, rng.randint(300, 5000)), **({"criticality": risk} if risk else {}),
        **({"reaction": [{"manifestation": [{"text": reaction}]}]} if reaction else {}),
    )  # fmt: skip
    if number % 3 == 0:
        yield _told(
            "Flag",
            person_id,
            "f0",
            status="active",
            code={"text": rng.choice(ALERTS)},
            period={"start": _day(until, 200)},
        )
    decisions = sorted(place().advance_decisions.values(), key=lambda each: each.order)
    if decisions and number % 4 == 1:
        yield _decided(decisions[0], person_id, _day(until, rng.choice((40, 120, 500))))


def _at_the_hospital(rng: random.Random, person_id: UUID, number: int, until: datetime) -> Iterator[dict[str, Any]]:
    for each in range(rng.randint(1, 3)):
        ago = rng.randint(3, 300)
        yield _told(
            "Encounter", person_id, f"e{each}", status="finished", type=[{"text": rng.choice(STAYS)}],
            period={"start": _moment(until, ago), "end": _moment(until, ago - 1)}, **{"class": {"code": "IMP"}},
        )  # fmt: skip
    letter = {
        "attachment": {
            "contentType": "text/plain",
            "title": "Discharge letter",
            "data": "TWFkZSB1cDogc2VudCBob21lIHdpdGggaGVscC4=",
        }
    }
    yield _told(
        "DocumentReference",
        person_id,
        "d0",
        status="current",
        type={"text": "Discharge letter"},
        date=_moment(until, 12),
        content=[letter],
    )
    for each in range(READINGS):
        moment = _moment(until, 2 + each * 23)
        yield from (_told("Observation", person_id, f"{id}{each}", effectiveDateTime=moment, **told) for id, told in measured_at_once(rng))


def _decided(decision: AdvanceDecision, person_id: UUID, since: str) -> dict[str, Any]:
    code = {"coding": [{**_coding(decision.codes[0]), "display": decision.title}]}
    note = [{"text": "Agreed with the person and their daughter at home."}]
    return _told("Flag", person_id, "decision", status="active", code=code, period={"start": since}, note=note)


def _told(kind: str, person_id: UUID, id: str, **members: Any) -> dict[str, Any]:
    subject = "patient" if kind == "AllergyIntolerance" else "subject"
    return {
        "resourceType": kind,
        "id": f"{id}-{person_id.hex[-12:]}",
        subject: {"reference": f"Patient/{person_id}"},
        **members,
    }


def _coding(code: str) -> dict[str, str]:
    system, _, bare = code.rpartition("|")
    return {"system": system, "code": bare}


def _coded(code: str) -> dict[str, Any]:
    return {"coding": [{"code": code}]}


def _day(until: datetime, ago: int) -> str:
    return (until - timedelta(days=ago)).date().isoformat()


def _moment(until: datetime, ago: int) -> str:
    return (until - timedelta(days=ago)).replace(microsecond=0).isoformat()
