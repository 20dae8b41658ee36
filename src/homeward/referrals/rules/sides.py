"""On which sides of a referral does somebody stand: its owner's, its hub's, its sender's, the last mover's, the house's?"""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.referrals.vocabulary import Side

PARTNER = "partner"  # the kind of link by which a small organisation without accounts answers for one referral


@dataclass(frozen=True, kw_only=True)
class Parties:
    """Those who have a part in one referral. `owner_organisation` is that of the team that owns it."""

    referral_id: UUID
    person_id: UUID
    owner_team: str
    hub_team: str
    requester_team: str
    requester_user: UUID | None
    owner_organisation: str = ""
    last_teams: Collection[str] = ()
    last_actor: UUID | None = None


def sides_of(by: Actor, parties: Parties) -> frozenset[Side]:
    """All the sides the actor stands on; none for a stranger. The person themself stands with the sender.

    A partner's link stands with the owner for as long as its organisation owns that one referral, and with nobody else.
    """
    found: set[Side] = set()
    teams = set(by.teams)
    if by.kind == "system":
        found.add("house")
    if parties.owner_team in teams:
        found.add("owner")
    if parties.hub_team in teams:
        found.add("hub")
    by_link = by.kind == "link" and by.subject == parties.referral_id
    if by_link and by.role == PARTNER:
        return frozenset({"owner"} if by.organisation == parties.owner_organisation else ())
    themself = by.kind in ("citizen", "link") and by.person_id == parties.person_id
    same_user = by.user_id is not None and by.user_id == parties.requester_user
    if by_link or themself or same_user or parties.requester_team in teams:
        found.add("requester")
    if (by.user_id is not None and by.user_id == parties.last_actor) or not teams.isdisjoint(parties.last_teams):
        found.add("maker")
    return frozenset(found)
