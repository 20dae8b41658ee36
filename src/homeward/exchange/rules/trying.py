"""When is a thing that did not arrive tried again, and when is a human asked?"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from homeward.exchange.vocabulary import PATIENCE, Channel

Result = Literal["arrived", "again", "refused", "not_needed"]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of one try.

    `again`: it may succeed later. `refused`: the receiver will not have it as it is; `element` is what they name.
    `not_needed`: there is nothing to send any more. `words` are for a human.
    """

    result: Result
    words: str = ""
    element: str = ""
    provider_id: str = ""
    wait_seconds: int = 0


@dataclass(frozen=True, kw_only=True)
class Standing:
    """The state after a try, and when it is next due (None: never by itself)."""

    state: Literal["sent", "failed", "dead", "stopped"]
    next_at: datetime | None


def after(outcome: Outcome, *, channel: Channel, tries: int, at: datetime) -> Standing:
    """`tries` counts this one. The receiver's own wish to wait is kept to; after the last try a human is asked."""
    if outcome.result == "arrived":
        return Standing(state="sent", next_at=None)
    if outcome.result == "not_needed":
        return Standing(state="stopped", next_at=None)
    waits = PATIENCE[channel]
    if outcome.result == "refused" or tries > len(waits):
        return Standing(state="dead", next_at=None)
    return Standing(state="failed", next_at=at + max(waits[tries - 1], timedelta(seconds=outcome.wait_seconds)))
