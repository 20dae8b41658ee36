"""Who has a part in this referral?"""

from homeward.directory import api as directory
from homeward.referrals.models import Move, ServiceRequest
from homeward.referrals.rules.sides import Parties


def parties_of(referral: ServiceRequest, *, last: Move | None = None) -> Parties:
    """Its owner, hub and sender; with the maker of its last move when that is given."""
    team = directory.place().teams.get(referral.owner_team_id)
    return Parties(
        referral_id=referral.id,
        person_id=referral.person_id,
        owner_team=referral.owner_team_id,
        owner_organisation=team.organisation if team else "",
        hub_team=referral.hub_team_id,
        requester_team=referral.requester_team,
        requester_user=referral.requester_user,
        last_teams=last.actor_teams if last else (),
        last_actor=last.actor_id if last else None,
    )
