"""How does somebody say that a bed is open, closed with a reason, being cleaned, or closed for infection?"""

from datetime import datetime
from uuid import UUID

from homeward.capacity.actions.next_in_line import keep_for_next
from homeward.capacity.actions.outside import lock
from homeward.capacity.actions.stand import stand
from homeward.capacity.actions.take import happened
from homeward.capacity.models import Unit
from homeward.capacity.queries.may_report import may_report_for
from homeward.capacity.vocabulary import UNIT_STATES
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound, NotPermitted


@action("capacity.set_state")
def set_state(*, unit_id: UUID, state: str, by: Actor, at: datetime, reason: str = "") -> Happening[None]:
    """From now on the unit is in this state. Closing asks for one of the declared reasons; whoever is in it stays in it."""
    unit = Unit.objects.filter(id=unit_id).select_related("line").first()
    if unit is None:
        raise NotFound("There is no such bed or place.", next_step="Choose one from the capacity page.")
    if state not in UNIT_STATES:
        raise Invalid({"state": "Choose how it stands."})
    known = {each.code for each in directory.place().reasons_for("unit_closed").reasons}
    if state == "closed" and reason not in known:
        raise Invalid({"reason": "Choose why it is closed."})
    if not may_report_for(by, unit.line.team_code):
        name = directory.team(unit.line.team_code).name
        raise NotPermitted(
            f"The beds of {name} are for that team to open and close.", next_step="Ask them, or your hub."
        )
    lock(unit.line_id)  # nobody takes it while it closes
    unit.refresh_from_db()
    stand(unit, state=state, reason=reason if state == "closed" else "", by=by, at=at)
    keep_for_next(unit, at=at)
    return happened(unit.line, None, unit=str(unit.id), state=state, reason=reason)
