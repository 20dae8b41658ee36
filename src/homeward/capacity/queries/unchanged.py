"""Has anything on the ledger changed since it was read? Asked of the ledger's own marks, never of a clock."""

from dataclasses import dataclass

from django.db import connection

# Changed: a transaction marked the ledger that the reading could not see, and we can. (A row is seen when its transaction is.)
_LOOK = """
select (select oid from pg_database where datname = current_database())::text, pg_current_snapshot()::text,
       pg_current_xact_id_if_assigned() is not null,
       exists (
         select from capacity_change c
         where c.xid >= pg_snapshot_xmin(%(seen)s::pg_snapshot)::text::bigint
           and not pg_visible_in_snapshot(c.xid::text::xid8, %(seen)s::pg_snapshot))
"""
NOTHING_YET = "1:1:"


@dataclass(frozen=True, kw_only=True)
class Look:
    """Which database is asked, what it lets us see, whether we are writing in it ourselves, and whether the ledger changed."""

    database: str
    snapshot: str
    writing: bool
    changed: bool


def look(seen: str = NOTHING_YET) -> Look:
    """Whether the ledger changed since the snapshot `seen`. What is read after this holds at least what this snapshot lets us see."""
    with connection.cursor() as cursor:
        cursor.execute(_LOOK, {"seen": seen})
        database, snapshot, writing, changed = cursor.fetchone()
    return Look(database=database, snapshot=snapshot, writing=writing, changed=changed)
