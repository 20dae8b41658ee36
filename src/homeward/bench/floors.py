"""What does this machine do at the very least: a bare question, a bare insert, a bare page?"""

from django.db import connection

from homeward.bench.figures import Figure, measured
from homeward.bench.wire import Wire

TIMES = 300
# Something written to the log of changes and flushed to disk at commit, as any insert is, without a table of its own.
WRITE = "select pg_logical_emit_message(true, 'bench', 'a row of some hundred bytes' || repeat(' ', 100))"


def floors(wire: Wire) -> dict[str, Figure]:
    """By name: 'select 1', something written and made durable, a page that asks nothing of anybody."""
    with connection.cursor() as cursor:
        found = {
            "question": measured("floor: select 1", lambda _: cursor.execute("select 1"), times=TIMES, seconds=10, population=0),
            "insert": measured("floor: one durable write", lambda _: cursor.execute(WRITE), times=TIMES, seconds=10, population=0),
        }
    found["page"] = measured("floor: a bare page", lambda _: wire.ask("GET", "/healthz"), times=TIMES, seconds=10, population=0)
    return found

