"""Which tables hold something about a person, and which rows of them are this person's?"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

# Every table with a person's id, by the database's own account; and the table that those ids point at.
_TABLES = """
with named as (
    select c.oid, c.relname, a.attname
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname in ('person_id', 'patient_id') and not a.attisdropped
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
), pointed as (
    select distinct k.confrelid as oid, (select relname from pg_class where oid = k.confrelid) as relname, f.attname
    from pg_constraint k join named n on n.oid = k.conrelid
    join pg_attribute o on o.attrelid = k.conrelid and o.attnum = k.conkey[1] and o.attname = n.attname
    join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1]
    where k.contype = 'f' and cardinality(k.conkey) = 1
)
select relname::text, attname::text from named union select relname::text, attname::text from pointed order by 1, 2
"""


@dataclass(frozen=True, kw_only=True)
class TableAbout:
    """A table with rows about people, and its column that says which person."""

    name: str
    person_column: str


def tables_about_people() -> list[TableAbout]:
    """All of them, whichever package made them."""
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        return [TableAbout(name=name, person_column=column) for name, column in cursor.fetchall()]


def own_rows(table: TableAbout, person_id: UUID) -> Iterator[dict[str, Any]]:
    """This person's rows, also those written under a record that was joined to theirs, as plain JSON values.

    Inside an open gate; read a thousand at a time.
    """
    quote = connection.ops.quote_name
    with connection.chunked_cursor() as cursor:
        cursor.execute(
            f"select to_jsonb(t) from {quote(table.name)} t where t.{quote(table.person_column)} = any (gate.known_as(%s))",
            [person_id],
        )
        while rows := cursor.fetchmany(1000):
            for (row,) in rows:
                yield json.loads(row) if isinstance(row, str) else row
