"""What do tests of partners' records begin with? A person, a partner and a few resources."""

import json
from datetime import UTC, datetime
from typing import Any

from homeward.access.api import gate, system
from homeward.foundation.actions import Actor
from homeward.people.api import Person
from homeward.people.tests.support import make
from homeward.records.api import ItemRow, Received, Taken, item, take

AT = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
SOURCE = "general-hospital"


def house() -> Actor:
    return system("demo")


def somebody(**changes: Any) -> Person:
    return make(**changes)


def weight(id: str = "w1", value: str = "70.50", on: str = "2026-11-01") -> str:
    """An observation as a partner writes it, with a decimal that must keep its nought."""
    return (
        '{"resourceType": "Observation", "id": "' + id + '", "status": "final", "subject": {"reference": "Patient/p1"},'
        ' "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category",'
        ' "code": "vital-signs"}]}], "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7",'
        ' "display": "Body weight"}, {"system": "http://snomed.info/sct", "code": "27113001"}]},'
        ' "effectiveDateTime": "' + on + '", "valueQuantity": {"value": ' + value + ', "unit": "kg"},'
        ' "encounter": {"reference": "Encounter/e1"}}'
    )


def resource(kind: str, id: str, **members: Any) -> str:
    return json.dumps({"resourceType": kind, "id": id, **members})


def took(person: Person | None, *texts: str, source: str = SOURCE, at: datetime = AT, **more: Any) -> list[Taken]:
    sent = [Received(kind=json.loads(text)["resourceType"], text=text) for text in texts]
    return take(person_id=person.id if person else None, resources=sent, source=source, by=house(), at=at, **more)


def stands(person: Person, taken: Taken) -> ItemRow:
    with gate.person(person.id, by=house(), at=AT, why="test"):
        found = item(taken.item_id)
    assert found is not None
    return found
