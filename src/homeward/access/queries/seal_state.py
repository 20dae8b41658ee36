"""Is the event log whole, and how much of it is sealed?"""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from homeward.access.gate import ways
from homeward.foundation import events
from homeward.foundation.actions import Actor

_LAST = "select number, sealed_at, last_xid, last_position from foundation_block order by number desc limit 1"
_WAITING = "select count(*), min(recorded_at) from foundation_event where (xid, position) > (%s, %s)"


@dataclass(frozen=True, kw_only=True)
class SealState:
    """The chain as it stands. `waiting` events are written but not yet sealed."""

    blocks: int
    sealed: int
    last_sealed_at: datetime | None
    waiting: int
    waiting_since: datetime | None
    breaks: tuple[events.Break, ...] = ()

    @property
    def whole(self) -> bool:
        return not self.breaks


def verified() -> SealState:
    """Recompute every digest of the log: minutes on a large one, so for the command and for a job."""
    blocks, sealed, breaks = events.verify()
    with ways.job("sealing"):
        last, waiting, since = _standing()
    return SealState(
        blocks=blocks,
        sealed=sealed,
        last_sealed_at=last,
        waiting=waiting,
        waiting_since=since,
        breaks=tuple(breaks),
    )


def seal_state(*, by: Actor, at: datetime) -> SealState:
    """How far the log is sealed, without recomputing it."""
    with ways.audit(by=by, at=at, why="state of the event log"):
        last, waiting, since = _standing()
    with connection.cursor() as cursor:
        cursor.execute("select count(*), coalesce(sum(events), 0) from foundation_block")
        blocks, sealed = cursor.fetchone()
    return SealState(blocks=int(blocks), sealed=int(sealed), last_sealed_at=last, waiting=waiting, waiting_since=since)


def _standing() -> tuple[datetime | None, int, datetime | None]:
    with connection.cursor() as cursor:
        cursor.execute(_LAST)
        row = cursor.fetchone() or (0, None, 0, 0)
        cursor.execute(_WAITING, [row[2], row[3]])
        waiting, since = cursor.fetchone()
    return row[1], int(waiting), since
