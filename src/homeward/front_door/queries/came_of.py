"""Which hospital stays and which death were told about somebody between two moments? Inside their open gate."""

import json
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from homeward.front_door.rules.found import Stay
from homeward.hospital import api as hospital
from homeward.records import api as records

INPATIENT = frozenset({"IMP", "ACUTE", "NONAC"})  # FHIR v3 ActCode: inpatient, acute, non-acute
NO_STAY = frozenset({"planned", "cancelled", "entered-in-error"})
MOST = 100


def stays_told(person_id: UUID, *, since: datetime, until: datetime) -> list[Stay]:
    """Our own stays, and partners' Encounters of an inpatient class that stand on no stay of ours."""
    own = [
        Stay(began_at=each.admitted_at, source=f"Stay at {each.hospital}", id=each.id)
        for each in hospital.admissions_of(person_id=person_id, since=since, until=until)
    ]
    rows = records.items(person_id=person_id, kinds=("Encounter",), since=since, limit=MOST)
    told = [
        Stay(began_at=row.effective_at, source=f"Hospital stay told by {row.source}", id=row.id)
        for row in rows
        if row.effective_at
        and row.effective_at < until
        and row.status not in NO_STAY
        and _class_of(row.body) in INPATIENT
        and hospital.struck_told(row.source, row.source_id) is None
    ]
    return [*own, *told]


def died_at(person_id: UUID, *, since: datetime) -> datetime | None:
    """When they died. A death of which only the day is known counts from the end of that day, and never before `since` on it."""
    with connection.cursor() as cursor:
        cursor.execute("select death_at from people_person where id = %s", [person_id])
        row = cursor.fetchone()
    died: datetime | None = row[0] if row else None
    if died is not None and died < since < died + timedelta(days=1):
        return since  # the day was written down as its first moment, and they were alive when advice was given
    return died


def _class_of(body: str) -> str:
    try:
        told = json.loads(body).get("class")
    except ValueError:
        return ""
    return str(told.get("code", "")) if isinstance(told, dict) else ""
