"""How many things does one line have, and how many of them are free now?"""

from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.capacity.queries.free_units import COUNTED, counting


def line_count(line_id: UUID, *, at: datetime) -> tuple[int, int]:
    """Free, and of how many."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"select free, standing from ({COUNTED}) c where line_id = %(line)s", {**counting(at), "line": line_id}
        )
        row = cursor.fetchone()
    return (row[0], row[1]) if row else (0, 0)
