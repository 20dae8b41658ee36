"""How does something get into the outbox? One row, in the transaction of what it tells of; the same key twice is once."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from uuid import UUID

from homeward.exchange.actions.wake import wake
from homeward.exchange.models import Outgoing
from homeward.exchange.vocabulary import Channel
from homeward.foundation.ids import new_id


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """What is to go: see `Outgoing` for the words. `why_not` puts it down as stopped from the start, for all to see."""

    key: str
    person_id: UUID | None
    channel: Channel
    kind: str
    recipient: str
    by_name: str
    why: str
    recipient_name: str = ""
    subject: str = ""
    words: str = ""
    payload: str = ""
    language: str = "en"
    partner: str = ""
    subscription_id: UUID | None = None
    about_kind: str = ""
    about_id: UUID | None = None
    thread: str = ""
    owner_team: str = ""
    urgent: bool = False


def queue(
    parcel: Parcel,
    *,
    at: datetime,
    leaves_at: datetime | None = None,
    useful_for: timedelta | None = None,
    why_not: str = "",
) -> UUID:
    """Put it down; returns the id it has when it is new. Must run inside the open gate of its person."""
    leaves = leaves_at or at
    ended = {"state": "stopped", "state_words": why_not, "ended_at": at} if why_not else {}
    row = Outgoing(
        id=new_id(), **asdict(parcel), queued_at=at, next_at=leaves,
        useful_until=leaves + useful_for if useful_for else None, **ended,
    )  # fmt: skip
    Outgoing.objects.bulk_create([row], ignore_conflicts=True)
    if not why_not:
        wake()
    return row.id
