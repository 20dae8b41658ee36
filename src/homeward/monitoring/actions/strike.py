"""What happens to a set that was entered in error? It stays, struck, and the newest whole one that is left stands."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound, Refused
from homeward.monitoring.actions.close_alert import causes_gone
from homeward.monitoring.actions.consider import newest
from homeward.monitoring.actions.held import happened, held, looked, policy_of
from homeward.monitoring.models import Alert, ObservationSet
from homeward.monitoring.queries.person_of import person_of_set


@action("monitoring.strike", about=person_of_set)
def strike(*, set_id: UUID, why: str, by: Actor, at: datetime) -> Happening[UUID]:
    """Strike a set; returns the stay's id. The alert that it raised ends with it, and a whole set is due now."""
    stay_id = ObservationSet.objects.filter(id=set_id).values_list("stay_id", flat=True).first()
    if stay_id is None:
        raise NotFound("There is no such set.", next_step="Go back to the person and choose it from the table.")
    stay = held(stay_id, by=by, visited=True)
    row = ObservationSet.objects.select_for_update().get(id=set_id)
    if row.struck_at is not None:
        raise Refused(f"{row.struck_by} has already struck this set.", next_step="Go back to the person.")
    if not why.strip():
        raise Invalid({"words": "Say what was wrong with it."})
    row.struck_at, row.struck_by, row.struck_why = at, by.name, why.strip()
    row.save()
    if Alert.objects.filter(stay=stay, kind="score", set_id=set_id, closed_at=None).exists():
        causes_gone(stay, ("score",), who=by.name, words="The set was entered in error.", at=at)
    stay.last_set_at, stay.last_total, stay.last_response, stay.next_due_at = None, None, "", (at if stay.state != "visited" else None)
    stay.partial = False
    left = ObservationSet.objects.filter(stay=stay, struck_at=None, total__isnull=False)
    if (whole := left.order_by("-taken_at", "-recorded_at").first()) is not None:
        newest(stay, policy_of(stay), whole)
        if stay.state != "visited":
            stay.next_due_at = min(at, stay.next_due_at or at)
    looked(stay, by=by, at=at)
    stay.save()
    return happened(stay, stay.id, {"set": str(set_id)})
