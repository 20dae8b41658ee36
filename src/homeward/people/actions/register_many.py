"""How are a hundred thousand people registered at once? As rows copied in, with one event for each, in one transaction.

For made-up populations and first loads by a job of the house. Subscribers to person.register are not told: a whole
population is nobody's news. Details must be right already; a broken constraint refuses them all.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from homeward.access.api import gate
from homeward.directory.api import AreaMap, area_map
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted
from homeward.foundation.ids import new_id
from homeward.foundation.moments import at_london, london_day
from homeward.people.actions.bulk_rows import TABLES, Row, rows_of
from homeward.people.rules.details import PersonDetails, check, tidy
from homeward.people.vocabulary import REGISTERED

BATCH = 20_000

_EVENTS = """
insert into foundation_event (id, kind, at, person_id, subject_kind, subject_id, actor_id, actor_name, actor_kind,
                              organisation, role, purpose, facts, teams)
select gen_random_uuid(), 'person.register', %s, id, 'person', id, %s, %s, %s, %s, %s, %s,
       jsonb_build_object('nhs_number_status', nhs_number_status, 'locality', locality_code, 'together', true),
       '{}'
from bulk_people_person
"""


# The practice of each may open their record, as with those who are registered one by one.
_PRACTICES = """
insert into access_relationship (id, person_id, team_code, kind, source_id, started_at)
select gen_random_uuid(), id, practice_code, %s, id, %s from bulk_people_person where practice_code <> ''
"""


def register_many(*, people: Iterable[PersonDetails], by: Actor, at: datetime) -> list[UUID]:
    """Register everyone, in order; returns their ids. Only for jobs of the house. Raises Invalid at the first impossible person."""
    if by.kind != "system":
        raise NotPermitted("Only a job of the house may register many people at once.")
    ids: list[UUID] = []
    areas, day = area_map(), london_day(at)
    for batch in _batches(people):
        with transaction.atomic(), gate.job(by.role, by=by, at=at):
            ids.extend(_batch(batch, areas=areas, day=day, by=by, at=at))
    return ids


def _batches(people: Iterable[PersonDetails]) -> Iterator[Sequence[PersonDetails]]:
    remaining = iter(people)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def _batch(people: Sequence[PersonDetails], *, areas: AreaMap, day: date, by: Actor, at: datetime) -> list[UUID]:
    rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in TABLES}
    ids = []
    for told in people:
        details = tidy(told)
        check(details, today=day)
        person_id = new_id()
        ids.append(person_id)
        for table, row in rows_of(person_id, details, areas=areas, day=day, at=at):
            rows[table].append(row)
    with connection.cursor() as cursor:
        for table, columns in TABLES.items():
            _copy(cursor, table, columns, rows[table])
        cursor.execute(_EVENTS, [at, by.user_id, by.name, by.kind, by.organisation, by.role, by.purpose])
        cursor.execute(_PRACTICES, [REGISTERED, at_london(day)])
        for table in TABLES:
            cursor.execute(f"drop table bulk_{table}")
    return ids


def _copy(cursor: Any, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """COPY may not write through row-level security, so rows come by a table of this transaction's own."""
    listed = ", ".join(columns)
    cursor.execute(f"create temporary table bulk_{table} on commit drop as select {listed} from {table} with no data")
    with cursor.copy(f"copy bulk_{table} ({listed}) from stdin") as stream:
        for row in rows:
            stream.write_row(row)
    cursor.execute(f"insert into {table} ({listed}) select {listed} from bulk_{table}")
