"""What does this machine do at the very least: a bare question, a bare insert, a bare page?"""

from django.db import connection

from homeward.bench.figures import Figure, measured
from homeward.bench.wire import Wire

TIMES = 300


def floors(wire: Wire) -> dict[str, Figure]:
    """By name: 'select 1', one row inserted and made durable, a page that asks nothing of anybody."""
    with connection.cursor() as cursor:
        cursor.execute("create temporary table bench_floor (at timestamptz default now(), words text)")
        # A temporary table is not made durable, so the commit is made to wait for the disk by a row of the log of transactions.
        found = {
            "question": measured("floor: select 1", lambda _: cursor.execute("select 1"), times=TIMES, seconds=10, population=0),
            "insert": measured("floor: one durable insert", lambda _: _insert(cursor), times=TIMES, seconds=10, population=0),
        }
    found["page"] = measured("floor: a bare page", lambda _: wire.ask("GET", "/healthz"), times=TIMES, seconds=10, population=0)
    return found


def _insert(cursor: object) -> None:
    cursor.execute(  # type: ignore[attr-defined]  # a database cursor
        "insert into bench_floor (words) select 'x'; select pg_current_xact_id()"
    )
