"""How is a stay in hospital shown as a FHIR Encounter (UK Core, class IMP), and as an error once it was struck out?"""

from collections.abc import Sequence
from uuid import UUID

from homeward.access.api import may_see
from homeward.directory.api import place
from homeward.fhir.door.route import Call
from homeward.fhir.resources.pointing import moment, period, to_patient, without_empty
from homeward.fhir.resources.shown import Shown
from homeward.fhir.search.elements import Tree
from homeward.foundation.errors import NotFound
from homeward.grammar.as_fhir.parts import fhir_id
from homeward.hospital.api import GivenStay, given_stays, person_of_stay

KIND = "Encounter"
PROFILE = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-Encounter"
INPATIENT = {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "IMP", "display": "inpatient encounter"}
_OURS = 7  # the version of the ids that are given here; what partners sent has another, and is not asked for


def whose(id: UUID) -> UUID | None:
    """The person of a stay; None when there is no such stay."""
    try:
        return person_of_stay({"stay_id": id}) if id.version == _OURS else None
    except NotFound:
        return None


def of_person(person_id: UUID, call: Call) -> Sequence[Shown]:
    """All stays of a person that are ours to give and that the asker may see."""
    return [_shown(each) for each in given_stays(person_id) if may_see(call.partner, each.sensitivity)]


def history(id: UUID, call: Call) -> Sequence[Shown]:
    """What one says, and before that what it said until it was found to be wrong."""
    person_id = whose(id)
    found = given_stays(person_id, stay_id=id) if person_id else []
    seen = [each for each in found if may_see(call.partner, each.sensitivity)]
    return [shown for each in seen for shown in (_shown(each), *([_shown(each, before=True)] if each.struck_at else []))]


def _shown(stay: GivenStay, *, before: bool = False) -> Shown:
    """`before`: as it stood before it was struck out."""
    return Shown(
        kind=KIND, id=str(stay.id), updated=stay.changed_before if before else stay.changed_at, effective=stay.admitted_at,
        person_id=stay.person_id, profile=PROFILE, made=_made(stay, stay.before if before else stay.status),
    )  # fmt: skip


def _made(stay: GivenStay, status: str) -> Tree:
    return without_empty(
        {
            "identifier": [{"value": stay.source_id, "assigner": {"display": stay.source}}] if stay.source_id else None,
            "status": status,
            "class": INPATIENT,
            "subject": to_patient(stay.person_id),
            "period": period(stay.admitted_at, stay.left_at),
            "hospitalization": {"dischargeDisposition": {"text": stay.destination}} if stay.destination else None,
            "location": [
                without_empty(
                    {
                        "location": {"display": each.name},
                        "status": "completed" if each.to_at else "active",
                        "period": {name: moment(at) for name, at in (("start", each.from_at), ("end", each.to_at)) if at},
                    }
                )
                for each in stay.wards
            ],
            "serviceProvider": _hospital(stay),
        }
    )


def _hospital(stay: GivenStay) -> Tree:
    """Its organisation, by the hospital's own name; a hospital that is no longer declared by its code."""
    declared = place().hospitals.get(stay.hospital_code)
    if declared is None:
        return {"display": stay.hospital}
    return {"reference": f"Organization/{fhir_id('organisation', declared.organisation)}", "display": stay.hospital}
