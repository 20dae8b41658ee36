"""Which visit is meant, locked until the transaction ends, and may it still change?"""

from uuid import UUID

from homeward.episodes.api import require_theirs
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, NotFound, Refused
from homeward.referrals import api as referrals
from homeward.visits.models import Encounter
from homeward.visits.vocabulary import OPEN, STATES


def held(encounter_id: UUID, what: str, *, by: Actor) -> Encounter:
    """The visit, locked after its need (everybody locks in that order), if it is the actor's to do `what` to.

    Raises Clash when it is over already, NotPermitted when neither the actor's team makes it nor their hub answers for it.
    """
    found = Encounter.objects.filter(id=encounter_id).first()
    if found is None:
        raise NotFound("There is no such visit.", next_step="Go back to your round and choose it from the list.")
    referrals.locked(found.referral_id)
    encounter = Encounter.objects.select_for_update().get(id=encounter_id)
    require_theirs(what, team=encounter.team_code, subject_id=encounter.referral_id, by=by)
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
