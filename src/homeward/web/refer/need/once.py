"""What if the same form is sent twice at once, by an impatient press? The second waits for the first, then finds it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_at_a_time(key: str) -> Iterator[None]:
    """One transaction for whoever holds this key; others with the same key wait until it is over."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])
        yield
