"""When is the event log in its final order? Once every transaction begun so far is over, also those of other tests on this server."""

import time

from django.db import connection


def let_settle() -> None:
    """Wait until the log's horizon has passed every transaction begun so far. It is one horizon for the whole server."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_current_xact_id()::text::bigint")
        newest = cursor.fetchone()[0]
        for _ in range(1200):
            cursor.execute("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
            if cursor.fetchone()[0] > newest:
                return
            time.sleep(0.05)
    raise AssertionError("a transaction on this server has been open for a minute")
