"""How is it written down that a unit is open, closed, being cleaned or closed for infection?"""

from datetime import datetime

from homeward.capacity.models import Standing, Unit
from homeward.foundation.actions import Actor


def stand(unit: Unit, *, state: str, reason: str, by: Actor, at: datetime) -> None:
    """A new row of its history, and the unit as it stands now. Part of an action, not one by itself."""
    Standing.objects.create(
        unit=unit, state=state, reason=reason, at=at, actor_name=by.name, organisation_code=by.organisation
    )
    unit.state, unit.reason, unit.since = state, reason, at
    unit.save(update_fields=["state", "reason", "since"])
