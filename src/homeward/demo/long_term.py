"""What do practices and emergency departments tell about made-up adults, in the codes that numbers count?

Blood pressures, cholesterol, smoking, vaccinations and attendances of a third of the adults, kept through the same action as
any partner's. Codes are those of the nation (SNOMED CT, LOINC); what is counted from them is declared by the place.
"""

import json
import random
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.access.api import system
from homeward.demo.schedule import Someone
from homeward.directory.api import place
from homeward.records.api import Received, take

SNOMED, LOINC = "http://snomed.info/sct", "http://loinc.org"
PEOPLE, ADULT, OLDER = 110, 18, 65
SHARE_HYPERTENSION, SHARE_AT_HOME, SHARE_READ, SHARE_SMOKES, SHARE_ASKED = 0.45, 0.3, 0.85, 0.14, 0.9
SHARE_FLU, SHARE_PNEUMOCOCCAL, SHARE_VESSELS, SHARE_EMERGENCY = 0.72, 0.66, 0.2, 0.18
SHARE_DISABILITY, SHARE_MENTAL_ILLNESS = 0.05, 0.08  # higher than in life, so that a few of so few have them


def make_long_term(*, people: Sequence[Someone], seed: int, until: datetime) -> int:
    """Records of some adults, older ones first among equals; returns how many have them."""
    rng = random.Random(f"long term {seed}")
    adults = [one for one in people if _age(one, until) >= ADULT]
    rng.shuffle(adults)
    whom = sorted(adults[:PEOPLE], key=lambda one: one.birth_date)
    kinds = {each.code: each.kind for each in place().organisations.values()}
    practices = sorted(code for code, kind in kinds.items() if kind in ("gp_practice", "pcn")) or sorted(kinds)
    for one in whom:
        told = list(_told(rng, one, until))
        sent = [Received(kind=each["resourceType"], text=json.dumps(each)) for each in told]
        take(
            person_id=one.person_id, resources=sent, source=rng.choice(practices), by=system("demo"),
            at=until - timedelta(hours=rng.randint(1, 60)),
        )  # fmt: skip
    return len(whom)


def _told(rng: random.Random, one: Someone, until: datetime) -> Iterator[dict[str, Any]]:
    who, age = one.person_id, _age(one, until)
    if rng.random() < SHARE_HYPERTENSION * (1.4 if age >= OLDER else 0.6):
        yield _condition(who, "38341003", "Hypertension", until)
    if rng.random() < SHARE_VESSELS * (1.5 if age >= OLDER else 0.4):
        yield _condition(who, "53741008", "Coronary heart disease", until)
        at = _ago(rng, until)
        yield _measured(who, "2093-3", "Total cholesterol", round(rng.uniform(3.2, 5.4), 1), "mmol/L", at)
        yield _measured(who, "2085-9", "HDL cholesterol", round(rng.uniform(1.0, 1.7), 1), "mmol/L", at)
    if rng.random() < SHARE_DISABILITY:
        yield _condition(who, "110359009", "Learning disability", until)
    elif rng.random() < SHARE_MENTAL_ILLNESS:
        yield _condition(who, *rng.choice((("58214004", "Schizophrenia"), ("13746004", "Bipolar disorder"))), until)
    if rng.random() < SHARE_READ:
        yield from _pressure(rng, who, _ago(rng, until))
    if rng.random() < SHARE_ASKED:
        said = (
            ("449868002", "Smokes")
            if rng.random() < SHARE_SMOKES
            else rng.choice((("8517006", "Used to smoke"), ("266919005", "Never smoked")))
        )
        answer = {"valueCodeableConcept": _coded(SNOMED, *said)}
        yield _observation(who, _coded(LOINC, "72166-2", "Tobacco smoking status"), _ago(rng, until), **answer)
    if age >= OLDER:
        if rng.random() < SHARE_FLU:
            yield _given(who, "822851000000102", "Seasonal influenza vaccination", _autumn(rng, until))
        if rng.random() < SHARE_PNEUMOCOCCAL:
            yield _given(who, "12866006", "Pneumococcal vaccination", until - timedelta(days=rng.randint(100, 3000)))
    if rng.random() < SHARE_EMERGENCY:
        for number in range(rng.choices((1, 2, 3, 5, 7), weights=(60, 20, 10, 6, 4))[0]):
            yield _attended(who, number, until - timedelta(days=rng.randint(3, 350)))


def _pressure(rng: random.Random, who: UUID, at: datetime) -> Iterator[dict[str, Any]]:
    home = rng.random() < SHARE_AT_HOME
    upper, lower = round(rng.gauss(137, 13)), round(rng.gauss(82, 8))
    for system_, code, title, value in (
        (SNOMED, "413606001", "Average home systolic blood pressure", upper) if home else (LOINC, "8480-6", "Systolic blood pressure", upper),
        (SNOMED, "413605002", "Average home diastolic blood pressure", lower) if home else (LOINC, "8462-4", "Diastolic blood pressure", lower),
    ):  # fmt: skip
        quantity = {"valueQuantity": {"value": value, "unit": "mm[Hg]", "code": "mm[Hg]"}}
        yield _observation(who, _coded(system_, code, title), at, **quantity)


def _measured(who: UUID, code: str, title: str, value: float, unit: str, at: datetime) -> dict[str, Any]:
    return _observation(who, _coded(LOINC, code, title), at, valueQuantity={"value": value, "unit": unit, "code": unit})


def _observation(who: UUID, code: dict[str, Any], at: datetime, **members: Any) -> dict[str, Any]:
    bare = code["coding"][0]["code"]
    return _resource(
        "Observation", who, f"lt{bare}", "subject", status="final", code=code, effectiveDateTime=_written(at), **members
    )


def _condition(who: UUID, code: str, title: str, until: datetime) -> dict[str, Any]:
    active = {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]}
    since = (until - timedelta(days=1500)).date().isoformat()
    return _resource(
        "Condition",
        who,
        f"lt{code}",
        "subject",
        clinicalStatus=active,
        code=_coded(SNOMED, code, title),
        onsetDateTime=since,
    )


def _given(who: UUID, code: str, title: str, at: datetime) -> dict[str, Any]:
    vaccine = _coded(SNOMED, code, title)
    return _resource(
        "Immunization",
        who,
        f"lt{code}",
        "patient",
        status="completed",
        vaccineCode=vaccine,
        occurrenceDateTime=_written(at),
    )


def _attended(who: UUID, number: int, at: datetime) -> dict[str, Any]:
    kind = {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "EMER"}
    period = {"start": _written(at), "end": _written(at + timedelta(hours=4))}
    words = [{"text": "Emergency department attendance"}]
    return _resource(
        "Encounter", who, f"lt-ed{number}", "subject", status="finished", type=words, period=period, **{"class": kind}
    )


def _resource(kind: str, who: UUID, id: str, about: str, **members: Any) -> dict[str, Any]:
    return {"resourceType": kind, "id": f"{id}-{who.hex[-12:]}", about: {"reference": f"Patient/{who}"}, **members}


def _coded(system_: str, code: str, title: str) -> dict[str, Any]:
    return {"coding": [{"system": system_, "code": code, "display": title}], "text": title}


def _autumn(rng: random.Random, until: datetime) -> datetime:
    """A day of the flu season that is going on, or of the one that was last."""
    year = until.year if until.month >= 9 else until.year - 1
    began = datetime.combine(date(year, 9, 3), until.timetz())
    return began + (until - began) * rng.random()


def _ago(rng: random.Random, until: datetime) -> datetime:
    return until - timedelta(days=rng.randint(2, 430))


def _written(moment: datetime) -> str:
    return moment.replace(microsecond=0).isoformat()


def _age(one: Someone, until: datetime) -> int:
    return until.year - one.birth_date.year
