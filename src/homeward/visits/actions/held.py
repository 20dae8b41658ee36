"""Which visit is meant, locked until the transaction ends, and may it still change?"""

from uuid import UUID

from homeward.foundation.errors import Clash, NotFound, Refused
from homeward.referrals import api as referrals
from homeward.visits.models import Encounter
from homeward.visits.vocabulary import OPEN, STATES


def held(encounter_id: UUID) -> Encounter:
    """The visit, locked after its need (everybody locks in that order). Raises Clash when it is over already."""
    found = Encounter.objects.filter(id=encounter_id).first()
    if found is None:
        raise NotFound("There is no such visit.", next_step="Go back to your round and choose it from the list.")
    referrals.ServiceRequest.objects.select_for_update().filter(id=found.referral_id).first()
    encounter = Encounter.objects.select_for_update().get(id=encounter_id)
    if encounter.state in OPEN:
        return encounter
    if encounter.state == "stopped":
        raise Refused(f"This visit was stopped. {encounter.notice}".strip(), next_step="Go back to your round.")
    raise Clash(
        f"{encounter.practitioner_name} has already recorded this visit: {STATES[encounter.state].lower()}.",  # type: ignore[index]  # held to the list
        who=encounter.practitioner_name,
        when=encounter.recorded_at or encounter.added_at,
        next_step="Plan another visit if the person needs one.",
    )
