"""How does somebody step up to hospital and down again on the same stay and the same need, with their place kept?"""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.monitoring.actions.close_alert import causes_gone
from homeward.monitoring.actions.held import happened, held, looked, policy_of
from homeward.monitoring.models import Gap
from homeward.monitoring.queries.person_of import person_of_stay


@action("monitoring.step_up", about=person_of_stay)
def step_up(*, stay_id: UUID, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """They go into hospital: nothing is due at home, every alert ends, and the place is kept for a declared while."""
    stay = held(stay_id, by=by)
    if stay.state != "on":
        raise Refused("They are in hospital already.", next_step="Step them down when they come home.")
    if not words.strip():
        raise Invalid({"words": "Say where they go and why."})
    why = f"Stepped up to hospital: {words.strip()}"
    causes_gone(stay, ("score", "rising", "worried", "late", "review"), who=by.name, words=why, at=at)
    Gap.objects.filter(stay=stay, ended_at=None).update(ended_at=at, ended_by=by.name)
    stay.state, stay.hospital_at, stay.kept_until = "in_hospital", at, at + policy_of(stay).kept_in_hospital
    stay.next_due_at, stay.review_due_at = None, None
    looked(stay, by=by, at=at)
    stay.save()
    return happened(stay, stay.id, {"to": "hospital"})


@action("monitoring.step_down", about=person_of_stay)
def step_down(*, stay_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """They come home to the same stay: a whole set is due at once and a senior's review within a day."""
    stay = held(stay_id, by=by)
    if stay.state != "in_hospital":
        raise Refused("They are on the ward at home.", next_step="Enter observations.")
    stay.state, stay.hospital_at, stay.kept_until = "on", None, None
    stay.next_due_at, stay.review_due_at = at, at + policy_of(stay).review_every
    looked(stay, by=by, at=at)
    stay.save()
    return happened(stay, stay.id, {"from": "hospital"})
