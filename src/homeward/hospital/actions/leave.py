"""How does a stay end? When the person has left, and not when leaving was ordered."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import relationships
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.moments import aware
from homeward.hospital.actions.held import held
from homeward.hospital.models import Criterion, WardPeriod
from homeward.hospital.queries.person_of import person_of_stay
from homeward.hospital.queries.policy import policy
from homeward.hospital.rules.ready import days_ready, ready_at


@action("stay.leave", about=person_of_stay)
def leave(*, stay_id: UUID, left_at: datetime, destination: str, by: Actor, at: datetime) -> Happening[UUID]:
    """They left at `left_at` for `destination`; returns the stay's id. Raises Invalid, Clash when they had left before.

    The ward's team stops looking after them; the hub goes on until it knows what became of them.
    """
    stay = held(stay_id, "record that they left", by=by)
    moment = aware(left_at)
    ends_at = policy().destination(destination)
    now = WardPeriod.objects.select_for_update().get(stay=stay, to_at=None)
    errors = {}
    if ends_at is None:
        errors["destination"] = "Choose where they went."
    if moment > at:
        errors["left_at"] = "Record it once they have left."
    elif moment < now.from_at:
        errors["left_at"] = "They came to this ward later than that."
    if errors or ends_at is None:
        raise Invalid(errors)
    now.to_at = moment
    now.save(update_fields=["to_at"])
    ready = ready_at(Criterion.objects.filter(stay=stay), left_at=moment)
    stay.left_at, stay.destination_code, stay.version = moment, ends_at.code, stay.version + 1
    stay.ready_at, stay.standing = (
        ready,
        "no_longer_meets" if ready else "meets" if stay.standing != "unknown" else "unknown",
    )
    stay.save()
    if stay.flow_team != stay.hub_team:
        relationships.end(stay.id, team_code=stay.flow_team, at=at)
    if ends_at.kind == "died":
        relationships.end(stay.id, at=at)
    facts = {
        "hospital": stay.hospital_code, "ward": stay.ward_code, "destination": ends_at.code, "kind": ends_at.kind,
        "happened_at": moment.isoformat(), "ready_at": ready.isoformat() if ready else None,
        "days_ready": days_ready(ready, moment), "pathway": stay.actual or stay.agreed or stay.recommended,
    }  # fmt: skip
    return Happening(
        result=stay.id, subject_kind="stay", subject_id=stay.id, person_id=stay.person_id, facts=facts,
        teams=(stay.flow_team, stay.hub_team),
    )  # fmt: skip
