"""What is going to happen to somebody at the door unless something changes it? Written before the decision, once and for good."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid
from homeward.foundation.ids import new_id
from homeward.front_door.actions.held import held_arrival
from homeward.front_door.models import Intention
from homeward.front_door.queries.declared import door_called, require_door
from homeward.front_door.queries.person_of import person_of_arrival
from homeward.front_door.rules.dispositions import chosen


@action("front_door.intend", about=person_of_arrival)
def intend(*, arrival_id: UUID, code: str, by: Actor, at: datetime) -> Happening[UUID]:
    """Write down what is meant; returns the intention's id. Raises Clash when somebody has: it is never written again."""
    arrival = held_arrival(arrival_id)
    door = door_called(arrival.door_code)
    require_door(door, by=by)
    before = Intention.objects.filter(arrival=arrival).first()
    if before is not None:
        raise Clash(
            f"{before.by_name} wrote down what was meant: {before.title.lower()}. It stays as it was.", who=before.by_name,
            when=before.at, next_step="Go on to the decision.",
        )  # fmt: skip
    meant = chosen(door.intended, code)
    if meant is None:
        raise Invalid({"intended": "Choose what is going to happen unless something changes it."})
    intention = Intention.objects.create(
        id=new_id(), arrival=arrival, person_id=arrival.person_id, code=meant.code, title=meant.title, hospital=meant.hospital,
        by_name=by.name, by_user=by.user_id, at=at,
    )  # fmt: skip
    arrival.intended_at, arrival.intended_title, arrival.intended_hospital = at, meant.title, meant.hospital
    arrival.save(update_fields=["intended_at", "intended_title", "intended_hospital"])
    facts = {"door": door.code, "intended": meant.code, "hospital": meant.hospital}
    return Happening(
        result=intention.id, subject_kind="arrival", subject_id=arrival.id, person_id=arrival.person_id, facts=facts,
        teams=door.teams,
    )  # fmt: skip
