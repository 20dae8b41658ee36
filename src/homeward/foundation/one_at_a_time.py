"""How do two who do the same thing at the same moment come to share it? One waits until the other is done, then finds it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


def one_at_a_time(what: str, of: object) -> None:
    """Until this transaction ends nobody else passes here with the same thing of the same one. Only inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{what} {of}"])


@contextmanager
def alone(what: str, of: object) -> Iterator[None]:
    """A transaction that nobody shares with whoever does the same: they wait until it is over."""
    with transaction.atomic():
        one_at_a_time(what, of)
        yield
