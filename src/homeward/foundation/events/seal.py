"""Has anyone rewritten history? Settled events are sealed in blocks, each bound to the one before by its digest.

Writers never touch the chain: each row carries a digest made by the database as it is inserted, and a background job
seals settled rows later, alone, so that writers do not queue behind one another.
"""

from dataclasses import dataclass

from django.db import connection


@dataclass(frozen=True, kw_only=True)
class Break:
    """A place where the log no longer agrees with its seal."""

    block: int
    words: str


def seal(*, limit: int = 5000) -> int:
    """Seal the next settled events as one block; returns how many it holds (0: nothing to seal, or another sealer at work)."""
    with connection.cursor() as cursor:
        cursor.execute("select foundation_seal(%s)", [limit])
        return int(cursor.fetchone()[0])


def verify() -> tuple[int, int, list[Break]]:
    """Recompute every digest and every block: (blocks, sealed events, breaks). An unbroken log has no breaks."""
    with connection.cursor() as cursor:
        cursor.execute("select count(*), coalesce(sum(events), 0) from foundation_block")
        blocks, sealed = cursor.fetchone()
        cursor.execute("select block, words from foundation_verify()")
        breaks = [Break(block=block, words=words) for block, words in cursor.fetchall()]
    return int(blocks), int(sealed), breaks
