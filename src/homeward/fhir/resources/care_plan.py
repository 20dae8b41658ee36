"""How is a person's own care and support plan shown as a FHIR CarePlan?"""

from collections.abc import Sequence
from uuid import UUID

from homeward.fhir.door.route import Call
from homeward.fhir.resources.from_plans import from_plans
from homeward.fhir.resources.shown import Shown
from homeward.foundation.errors import NotFound
from homeward.plans.api import care_plan_before_as_fhir, care_plans_as_fhir, person_of_plan

KIND = "CarePlan"


def whose(id: UUID) -> UUID | None:
    """The person of a plan; None when there is no such plan."""
    try:
        return person_of_plan(id)
    except NotFound:
        return None


def get(id: UUID, call: Call) -> Shown | None:
    """One plan, while its person's record is open."""
    person_id = whose(id)
    found = of_person(person_id, call) if person_id else ()
    return next((each for each in found if each.id == str(id)), None)


def of_person(person_id: UUID, call: Call) -> Sequence[Shown]:
    """The plan of a person, if anything is written in it but what partners sent."""
    return from_plans(care_plans_as_fhir(person_id, at=call.at), person_id)


def history(id: UUID, call: Call) -> Sequence[Shown]:
    """Every version of it, the latest first."""
    person_id = whose(id)
    found = from_plans(care_plan_before_as_fhir(person_id, at=call.at), person_id) if person_id else []
    return [each for each in found if each.id == str(id)]
