"""What do partners know of the made-up people? Items by the million, written by the server itself, a few people with very many."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from time import perf_counter
from typing import Any
from uuid import UUID

import psycopg

FULL = 20  # people with a whole life of items
SLICE = 20_000  # people in one statement

# Kinds in the proportions of a long record; bodies as partners write them, some 300 to 500 bytes. Ordered so that no two
# items of one person lie side by side, as when they came over years.
_WRITE = """
insert into records_item (id, person_id, source, kind, source_id, version, status, code_system, code, display, category,
                          effective_at, recorded_at, received_at, sensitivity, digest, number, unit, body)
select gen_random_uuid(), p.id, 'bench-' || n %% 5, k.kind, n::text, 1, k.status, k.system, k.code, k.display, k.category,
       m.at, m.at, m.at, '', sha256(n::text::bytea),
       case when k.kind = 'Observation' then 60 + n %% 40 end, case when k.kind = 'Observation' then '1' end,
       jsonb_strip_nulls(jsonb_build_object(
           'resourceType', k.kind, 'id', n::text, 'status', k.status,
           'subject', jsonb_build_object('reference', 'Patient/' || p.id),
           'code', jsonb_build_object('coding', jsonb_build_array(
               jsonb_build_object('system', k.system, 'code', k.code, 'display', k.display))),
           'effectiveDateTime', m.at,
           'valueQuantity', case when k.kind = 'Observation' then jsonb_build_object('value', 60 + n %% 40, 'unit', '1') end,
           'note', jsonb_build_array(jsonb_build_object('text', repeat('As a partner wrote it. ', 6)))))::text
from (select id from people_person where id > %(after)s order by id limit %(slice)s) p
cross join lateral generate_series(%(first)s::int, %(last)s::int) n
cross join lateral (select (array['Observation', 'Observation', 'Observation', 'Encounter', 'Observation', 'Condition',
    'MedicationRequest', 'Procedure', 'DocumentReference', 'Observation', 'Immunization', 'DiagnosticReport'])[1 + n %% 12] as kind) w
cross join lateral (select w.kind,
    case w.kind when 'Condition' then (case when n %% 4 = 1 then 'active' else 'resolved' end)
                when 'MedicationRequest' then (case when n %% 5 = 1 then 'active' else 'completed' end)
                when 'DocumentReference' then 'current' else 'final' end as status,
    case w.kind when 'Observation' then 'http://loinc.org' else 'http://snomed.info/sct' end as system,
    case w.kind when 'Observation' then (array['8867-4', '9279-1', '8310-5', '29463-7', '2708-6'])[1 + n %% 5]
                else (100000 + n %% 997)::text end as code,
    w.kind || ' ' || n %% 997 as display, case w.kind when 'Observation' then 'vital-signs' else '' end as category) k
cross join lateral (select %(at)s::timestamptz - make_interval(hours => (n * 37 + ascii(right(p.id::text, 1))) %% 87000) as at) m
order by n, p.id
"""
_STARTS = """
select id from (select id, row_number() over (order by id) as n from people_person where id > %s) p where n %% %s = 1 order by n
"""
_NOBODY = UUID(int=0)
AT_ONCE = 2  # connections that write
MANY = 1_000_000  # from here on the indexes are built after the rows
_QUICKER = "set work_mem = '256MB'; set maintenance_work_mem = '1GB'; set synchronous_commit = off"


def load_items(each: int, *, per_full: int, at: datetime, tell: Callable[[str], None]) -> float:
    """`each` items for everyone who has none yet, `per_full` for the few with very many; how many seconds it took.

    The rows are those of the table itself, logged and durable. Very many are written first and their indexes built
    afterwards, as after a restore.
    """
    started, done = perf_counter(), 0
    with _owner() as owner:
        after = _last_with_items(owner)
        if after == _NOBODY:
            owner.execute(_WRITE, {"after": after, "slice": FULL, "first": 1, "last": per_full, "at": at})
            after = _last_with_items(owner)
        starts = [row[0] for row in owner.execute(_STARTS, [after, SLICE]).fetchall()]
        indexes = _without_indexes(owner) if len(starts) * SLICE * each >= MANY else []
        with ThreadPoolExecutor(max_workers=AT_ONCE) as writing:
            for rows in writing.map(lambda first: _write(first, each, at), starts):
                done += rows
                tell(f"{done:,} items more, {done / (perf_counter() - started):,.0f} a second")
        for definition in indexes:
            tell(definition[:100] + " …")
            owner.execute(definition)
        owner.execute("vacuum analyze records_item")
    return perf_counter() - started


def _write(first: UUID, each: int, at: datetime) -> int:
    """The items of one slice of people, on a connection of its own."""
    with _owner() as owner:
        just_before = UUID(int=first.int - 1)
        told = {"after": just_before, "slice": SLICE, "first": 1, "last": each, "at": at}
        return owner.execute(_WRITE, told).rowcount


def _without_indexes(owner: psycopg.Connection[Any]) -> list[str]:
    """Take the indexes off; how they are built again."""
    rows = owner.execute(
        "select x.indexrelid::regclass::text, pg_get_indexdef(x.indexrelid), c.conname, pg_get_constraintdef(c.oid)"
        " from pg_index x left join pg_constraint c on c.conindid = x.indexrelid where x.indrelid = 'records_item'::regclass"
    ).fetchall()
    again = []
    for index, definition, constraint, constrained in rows:
        if constraint:
            owner.execute(f"alter table records_item drop constraint {constraint}")
            again.append(f"alter table records_item add constraint {constraint} {constrained}")
        else:
            owner.execute(f"drop index {index}")
            again.append(definition)
    return again


def _owner() -> psycopg.Connection[Any]:
    owner = psycopg.connect(os.environ["HOMEWARD_OWNER_URL"], autocommit=True)
    owner.execute(_QUICKER)
    return owner


def full_people() -> tuple[UUID, ...]:
    """The people with very many items."""
    with psycopg.connect(os.environ["HOMEWARD_OWNER_URL"], autocommit=True) as owner:
        rows = owner.execute("select id from people_person order by id limit %s", [FULL]).fetchall()
    return tuple(row[0] for row in rows)


def some_items(count: int, *, kind: str) -> list[tuple[UUID, UUID]]:
    """(item, person) of that many items of a kind, from all over the table."""
    with psycopg.connect(os.environ["HOMEWARD_OWNER_URL"], autocommit=True) as owner:
        sql = "select id, person_id from records_item tablesample system (%s) where kind = %s limit %s"
        for share in (0.1, 1, 10, 100):
            rows = owner.execute(sql, [share, kind, count]).fetchall()
            if len(rows) == count:
                break
    return [(row[0], row[1]) for row in rows]


def how_many() -> int:
    """Every item that is kept."""
    with psycopg.connect(os.environ["HOMEWARD_OWNER_URL"], autocommit=True) as owner:
        row = owner.execute("select count(*) from records_item").fetchone()
    return int(row[0]) if row else 0


def _last_with_items(owner: psycopg.Connection[Any]) -> UUID:
    """The last person, in the order of ids, who has items already: ids grow, so later people have later ones."""
    row = owner.execute(
        "select person_id from records_item where person_id is not null order by person_id desc limit 1"
    ).fetchone()
    return row[0] if row else _NOBODY
