"""What if the person moves? Their open work moves with them, and both ends are told."""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.referrals.actions import moving
from homeward.referrals.actions.telling import tell
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.known_facts import known
from homeward.referrals.queries.whose import person_of_referral


@action("referral.carry", about=person_of_referral)
def carry(*, referral_id: UUID, by: Actor, at: datetime) -> Happening[ServiceRequest]:
    """Read the areas afresh. While a hub owns it, the hub of the new area owns it from now on; once a service has it,
    that service keeps it and decides, and the new hub stands behind it."""
    referral = moving.held("carry", referral_id=referral_id, expected_version=None, by=by)
    areas = known(referral.person_id).areas(at)
    hub = directory.intake(areas=areas.all, need=referral.need_code, at=at).team
    ServiceRequest.objects.filter(id=referral.id).update(locality_code=areas.locality, area_codes=sorted(areas.all))
    referral.locality_code, referral.area_codes = areas.locality, sorted(areas.all)
    owned_by_hub = referral.owner_team_id == referral.hub_team_id
    told = {referral.owner_team_id, referral.hub_team_id, hub}
    changes = {"hub_team_id": hub} | ({"owner_team_id": hub} if owned_by_hub else {})
    words = f"The person has moved. {directory.team(hub).name} is their hub now."
    if not owned_by_hub:
        words += " Decide whether you can still help, or hand the need back."
    tell(referral, sorted(told), kind="moved", words=words, at=at)
    return moving.make(referral, moving.Step(kind="carry", changes=changes, words=words), by=by, at=at)
