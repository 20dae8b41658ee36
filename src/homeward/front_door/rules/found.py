"""What came of it between two moments: admitted, died, not admitted, or not known?

What was told decides; what was not told decides only when everybody who would have told it has told of later things.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from homeward.front_door.vocabulary import GIVE_UP, TRY_AGAIN, Found


@dataclass(frozen=True, kw_only=True)
class Stay:
    """One hospital stay that was told: when it began, by whom it was told, and the row that says so."""

    began_at: datetime
    source: str
    id: UUID


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What was found. `evidence_id` is the stay; `source` says in words what the finding rests on."""

    code: Found
    on: datetime | None = None
    source: str = ""
    evidence_id: UUID | None = None


def find(
    *, since: datetime, until: datetime, stays: Sequence[Stay], died_at: datetime | None,
    told_until: Mapping[str, datetime | None],
) -> Finding:  # fmt: skip
    """`told_until`: for each hospital that should tell, the latest moment it has told of. Somebody admitted who died is admitted."""
    within = sorted((each for each in stays if since <= each.began_at < until), key=lambda each: each.began_at)
    if within:
        first = within[0]
        return Finding(code="admitted", on=first.began_at, source=first.source, evidence_id=first.id)
    if died_at is not None and since <= died_at < until:
        return Finding(code="died", on=died_at, source="The death was recorded")
    silent = sorted(name for name, told in told_until.items() if told is None or told < until)
    if silent or not told_until:
        words = (
            f"Nothing as late as this was told by {', '.join(silent)}" if silent else "No hospital tells of its stays"
        )
        return Finding(code="not_known", source=words)
    return Finding(code="not_admitted", source=f"No stay told by {', '.join(sorted(told_until))}")


def next_look(*, until: datetime, at: datetime) -> datetime | None:
    """When to look again for what was not known: each time after twice as long, until it is given up (None)."""
    waited = at - until
    return None if waited >= GIVE_UP else at + max(TRY_AGAIN, waited, timedelta())
