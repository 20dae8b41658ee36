"""Who decides by which SpO2 scale somebody is scored, and what of the sets that were scored before?"""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.monitoring.actions.held import happened, held, looked
from homeward.monitoring.queries.person_of import person_of_stay


@action("monitoring.scale", about=person_of_stay)
def set_scale(*, stay_id: UUID, scale: str, why: str, by: Actor, at: datetime) -> Happening[str]:
    """From now on sets are scored on this scale; earlier ones keep the score they had. Raises Invalid."""
    stay = held(stay_id, by=by)
    errors = {}
    if scale not in ("1", "2"):
        errors["scale"] = "Choose the SpO2 scale."
    if not why.strip():
        errors["why"] = "Say who decided this, and why."
    if errors:
        raise Invalid(errors)
    former, stay.spo2_scale = stay.spo2_scale, scale
    stay.scale_by, stay.scale_why = by.name, why.strip()
    looked(stay, by=by, at=at)
    stay.save()
    return happened(stay, scale, {"from": former, "to": scale})
