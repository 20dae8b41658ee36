"""Of what have events spoken since a moment of the log? Asked once for all events together, however many there are.

An event names things by its subject, its person and every id among its facts; ids are never given twice, so no table
is confused with another. Rows of a person who was merged, moved, corrected or died are found through the person.
"""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from homeward.foundation import events
from homeward.measures.extracts import Extract

MOST = 250_000  # more ids than that and reading everything is the shorter way
NAMED = "measures_named"  # where the ids stand while rows are read, so that each table's query need not bring them along

_SETTLED = """
select xid, position from foundation_event
where (xid, position) > (%s, %s) and xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
order by xid desc, position desc limit 1
"""
_IDS = """
with said as materialized (
    select subject_id, person_id, facts from foundation_event where (xid, position) > (%s, %s) and (xid, position) <= (%s, %s)
)
select subject_id from said union select person_id from said where person_id is not null
union
select found.id[1]::uuid from said, regexp_matches(
    said.facts::text, '"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"', 'g'
) as found(id)
limit %s
"""
_PEOPLE = """
select distinct person_id from foundation_event
where (xid, position) > (%s, %s) and (xid, position) <= (%s, %s) and subject_id = person_id and kind <> 'person.register'
"""


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """Ids that events named on the way to `to`, and the people who changed as a whole. `too_many`: read everything."""

    to: events.Watermark
    ids: Collection[UUID] = ()
    people: Collection[UUID] = ()

    @property
    def too_many(self) -> bool:
        return len(self.ids) >= MOST


def spoken_of(since: events.Watermark | None) -> Spoken:
    """What settled events name after `since`; nothing but how far the log is settled when `since` is None."""
    then = since or events.start()
    with connection.cursor() as cursor:
        cursor.execute(_SETTLED, [then.xid, then.position])
        last = cursor.fetchone()
        now = events.Watermark(xid=last[0], position=last[1]) if last else then
        if since is None or now == then:
            return Spoken(to=now)
        span = [then.xid, then.position, now.xid, now.position]
        cursor.execute(_IDS, [*span, MOST])
        ids = {row[0] for row in cursor.fetchall()}
        cursor.execute(_PEOPLE, span)
        return Spoken(to=now, ids=ids, people={row[0] for row in cursor.fetchall()})


def naming(spoken: Spoken) -> tuple[str, str]:
    """The statements by which a connection knows the ids until its transaction ends; `whole` are people who changed as a whole."""
    listed, people = (",".join(map(str, ids)) for ids in (spoken.ids, spoken.people))
    return (
        f"drop table if exists pg_temp.{NAMED}",
        f"create temporary table {NAMED} on commit drop as select id, id = any ('{{{people}}}'::uuid[]) as whole"
        f" from unnest('{{{listed}}}'::uuid[]) as named (id)",
    )


def those_named(column: str, more: Collection[UUID] = (), *, whole: bool = False) -> str:
    """The condition that a column holds one of the ids, or one of these; the server looks them up and never reads a table for it."""
    listed = f" || '{{{','.join(map(str, more))}}}'::uuid[]" if more else ""
    return f"{column} = any (array(select id from {NAMED}{' where whole' if whole else ''}){listed})"


def others_in(extract: Extract, spoken: Spoken) -> set[UUID]:
    """Further values of the extract's `by` column whose rows may have changed: not named themselves, but found through what is."""
    ways = [those_named(column) for column in extract.found_by]
    if spoken.people and "person_id" in extract.columns and extract.by != "person_id":
        ways.append(those_named("person_id", whole=True))
    found = set[UUID]()
    with connection.cursor() as cursor:
        for way in ways if spoken.ids else ():
            cursor.execute(f"select distinct {extract.by} from ({extract.sql}) rows where {way}")
            found |= {row[0] for row in cursor.fetchall()}
    return found.difference(spoken.ids)
