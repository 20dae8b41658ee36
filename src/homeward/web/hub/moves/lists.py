"""To whom can a need be passed on? Back to a hub, or straight to another service that fits."""

from datetime import datetime

from homeward.foundation.actions import Actor
from homeward.referrals import api as referrals
from homeward.referrals.api import BoardRow, Candidate

Choice = tuple[str, str]


def next_owners(row: BoardRow, *, by: Actor, at: datetime) -> list[Choice]:
    """'team|service' and words: the hub that placed it first, then services that fit, then other hubs."""
    moves = referrals.next_moves(row.id, by=by, at=at)
    hubs = sorted(moves.next_owners, key=lambda hub: (hub[0] != moves.next_owner, hub[0] != row.hub_team))
    back = [(f"{code}|", f"{name} looks again") for code, name in hubs if code != row.owner_team]
    others = [
        fitting for fitting in fitting_services(row, by=by, at=at) if not fitting[0].startswith(f"{row.owner_team}|")
    ]
    return [*back[:1], *others, *back[1:]]


def fitting_services(row: BoardRow, *, by: Actor, at: datetime) -> list[Choice]:
    """'team|service' and words of every service that fits the need now, best first."""
    return [(code_of(each), f"{each.service_title}: {each.team_name}") for each in _fitting(row, by, at)]


def code_of(candidate: Candidate) -> str:
    """How a form names a candidate."""
    return f"{candidate.team_code}|{candidate.service_code}"


def _fitting(row: BoardRow, by: Actor, at: datetime) -> tuple[Candidate, ...]:
    return referrals.candidates(row.id, by=by, at=at).fitting
