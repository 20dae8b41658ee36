"""Who could have the bed that frees next? The longest wait first, its own team's beds before others', the soonest free."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Opening:
    """One unit that is free (`at` None) or likely to free."""

    unit_id: UUID
    service_code: str
    team_code: str
    at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Want:
    """One need that waits for room in this service, asked of this team."""

    subject_id: UUID
    service_code: str
    team_code: str
    since: datetime


def paired(openings: Sequence[Opening], wants: Sequence[Want]) -> list[tuple[Opening, Want]]:
    """Each opening with at most one want and each need with at most one opening; a proposal, and a person decides."""
    free = sorted(
        openings, key=lambda each: (each.at is not None, each.at.timestamp() if each.at else 0.0, str(each.unit_id))
    )
    found, given = [], set()
    for want in sorted(wants, key=lambda each: (each.since, str(each.subject_id))):
        if want.subject_id in given:
            continue
        fitting = [each for each in free if each.service_code == want.service_code]
        best = min(fitting, key=lambda each: each.team_code != want.team_code, default=None)
        if best is not None:
            free.remove(best)
            given.add(want.subject_id)
            found.append((best, want))
    return found
