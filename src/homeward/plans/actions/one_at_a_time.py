"""How do two who begin the same thing for one person at the same moment come to share it? One waits for the other."""

from uuid import UUID

from django.db import connection


def one_at_a_time(person_id: UUID, what: str) -> None:
    """Until this transaction ends nobody else passes here for the same person and thing."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"plans {what} {person_id}"])
