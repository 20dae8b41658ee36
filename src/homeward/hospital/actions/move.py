"""How does somebody come to another ward or bed?"""

from datetime import datetime
from uuid import UUID

from homeward.access.api import relationships
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.foundation.moments import aware, within_the_minute
from homeward.hospital.actions.held import held
from homeward.hospital.models import WardPeriod
from homeward.hospital.queries.person_of import person_of_stay


@action("stay.move", about=person_of_stay)
def move(
    *, stay_id: UUID, ward: str, moved_at: datetime, by: Actor, at: datetime, bed: str = "", hospital: str = ""
) -> Happening[UUID]:
    """They lie on another ward (of another `hospital` too); returns the stay's id. Telling the same again changes nothing.

    What was said about criteria goes along. Raises Invalid, Clash when they have left.
    """
    stay = held(stay_id, "move them", by=by)
    hospital = hospital or stay.hospital_code
    there = directory.place().hospitals.get(hospital)
    now = WardPeriod.objects.select_for_update().get(stay=stay, to_at=None)
    moment = within_the_minute(aware(moved_at), began=now.from_at)
    if there is None or ward not in {each.code for each in there.wards}:
        raise Invalid({"ward": "Choose the ward they came to."})
    if moment > at:
        raise Invalid({"moved_at": "The move cannot be in the future."})
    if moment < now.from_at:
        raise Invalid({"moved_at": "They came to their present ward later than that."})
    before = (stay.flow_team, stay.hub_team)
    came_from = stay.ward_code
    if (hospital, ward, bed.strip()) != (stay.hospital_code, stay.ward_code, stay.bed):
        now.to_at = moment
        now.save(update_fields=["to_at"])
        WardPeriod.objects.create(
            id=new_id(), person_id=stay.person_id, stay=stay, ward_code=ward, bed=bed.strip(), from_at=moment
        )
        stay.hospital_code, stay.ward_code, stay.bed = hospital, ward, bed.strip()
        stay.flow_team, stay.hub_team, stay.version = there.flow_team, there.hub, stay.version + 1
        stay.save()
        if gained := {stay.flow_team, stay.hub_team} - set(before):
            relationships.grant(stay.person_id, *gained, kind="stay", source_id=stay.id, at=at)
        if lost := set(before) - {stay.flow_team, stay.hub_team}:
            relationships.end(stay.id, teams=lost, at=at)
    facts = {"hospital": hospital, "ward": ward, "from": came_from, "happened_at": moment.isoformat()}
    return Happening(
        result=stay.id, subject_kind="stay", subject_id=stay.id, person_id=stay.person_id, facts=facts,
        teams=tuple(dict.fromkeys((*before, stay.flow_team, stay.hub_team))),
    )  # fmt: skip
