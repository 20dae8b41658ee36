"""How does a stay begin? Once, however often it is told; the ward's team and the hub look after the person from then on."""

from datetime import date, datetime
from uuid import UUID

from homeward.access.api import relationships
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotPermitted, Refused
from homeward.foundation.ids import new_id
from homeward.foundation.moments import aware
from homeward.foundation.one_at_a_time import one_at_a_time
from homeward.grammar.api import Hospital
from homeward.hospital.models import Stay, WardPeriod
from homeward.hospital.queries.policy import hospital_name, policy, ward_name


@action("stay.admit", about=lambda asked: asked["person_id"])
def admit(
    *,
    person_id: UUID,
    hospital: str,
    ward: str,
    admitted_at: datetime,
    by: Actor,
    at: datetime,
    bed: str = "",
    method: str = "",
    reason_words: str = "",
    from_care_home: bool = False,
    expected_on: date | None = None,
    source: str = "",
    source_id: str = "",
) -> Happening[UUID]:
    """Somebody is admitted; returns the stay's id. The same `source` and `source_id` twice makes one stay.

    Raises Invalid, NotPermitted for staff of neither the ward nor its hub, Refused when they are in hospital already.
    """
    place = checked(hospital, ward, method, aware(admitted_at), at)
    if not admits_there(place, by):
        raise NotPermitted(
            f"Only the staff of {place.name} and its transfer-of-care hub admit there.", next_step="Ring the ward."
        )
    one_at_a_time("admission", person_id)
    known = Stay.objects.filter(source=source, source_id=source_id).first() if source_id else None
    if known is None:
        _refuse_second(person_id, aware(admitted_at))
        known = Stay.objects.create(
            id=new_id(), person_id=person_id, hospital_code=hospital, ward_code=ward, bed=bed.strip(),
            admitted_at=aware(admitted_at), method_code=method, reason_words=reason_words.strip(),
            from_care_home=from_care_home, expected_on=expected_on, flow_team=place.flow_team, hub_team=place.hub,
            source=source if source_id else "", source_id=source_id, added_at=at,
        )  # fmt: skip
        WardPeriod.objects.create(
            id=new_id(), person_id=person_id, stay=known, ward_code=ward, bed=bed.strip(), from_at=aware(admitted_at)
        )
    relationships.grant(person_id, *{place.flow_team, place.hub}, kind="stay", source_id=known.id, at=at)
    facts = {"hospital": hospital, "ward": ward, "method": method, "happened_at": aware(admitted_at).isoformat()}
    return Happening(
        result=known.id, subject_kind="stay", subject_id=known.id, person_id=person_id, facts=facts,
        teams=(place.flow_team, place.hub),
    )  # fmt: skip


def admits_there(place: Hospital, by: Actor) -> bool:
    """The ward's own staff, those of its hub, and systems."""
    return by.kind != "staff" or bool({place.flow_team, place.hub} & set(by.teams))


def checked(hospital: str, ward: str, method: str, admitted_at: datetime, at: datetime) -> Hospital:
    """The hospital, if all of this can be. Raises Invalid."""
    place = directory.place().hospitals.get(hospital)
    errors = {}
    if place is None:
        raise Invalid({"hospital": "Choose the hospital."})
    if ward not in {each.code for each in place.wards}:
        errors["ward"] = f"Choose a ward of {place.name}."
    if method and method not in {each.code for each in policy().methods}:
        errors["method"] = "Choose how they came in."
    if admitted_at > at:
        errors["admitted_at"] = "The admission cannot be in the future."
    if errors:
        raise Invalid(errors)
    return place


def _refuse_second(person_id: UUID, admitted_at: datetime) -> None:
    other = Stay.objects.filter(person_id=person_id, left_at=None).first()
    if other is not None:
        where = f"{hospital_name(other.hospital_code)}, {ward_name(other.hospital_code, other.ward_code)}"
        raise Refused(
            f"This person is in hospital already: {where}.",
            next_step="Record a move between wards, or that they have left, before admitting them again.",
            field="hospital",
        )
    within = Stay.objects.filter(person_id=person_id, admitted_at__lte=admitted_at, left_at__gt=admitted_at).first()
    if within is not None:
        raise Refused(
            f"They were in {hospital_name(within.hospital_code)} then, and left later.",
            next_step="Check the day and time of this admission.",
            field="admitted_at",
        )
