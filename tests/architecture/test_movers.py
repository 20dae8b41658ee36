"""Does every table with a person have somebody who says where its rows go when two records are found to be one?"""

import pytest
from django.db import connection

from homeward.people.api import movers

pytestmark = pytest.mark.django_db


def test_every_table_with_a_person_has_a_mover() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid "
            "where a.attname = 'person_id' and c.relkind in ('r', 'p') and not c.relispartition "
            "and c.relnamespace = 'public'::regnamespace"
        )
        tables = {row[0] for row in cursor.fetchall()}
    declared = {mover.table for mover in movers()}
    assert tables - declared == set(), "say in the package's carrying.py how these move: people.api.on_merge(table, …)"
    assert declared - tables == set(), "these are declared but are no tables with a person"


def test_what_is_carried_has_a_key_and_names_what_it_follows() -> None:
    with connection.cursor() as cursor:
        for mover in movers():
            for column in (*mover.follows, "id"):
                cursor.execute(
                    "select count(*) from pg_attribute where attrelid = %s::regclass and attname = %s", [mover.table, column]
                )
                assert mover.stays or cursor.fetchone() == (1,), f"{mover.table} has no column {column}"
