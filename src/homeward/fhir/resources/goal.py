"""How is a goal of a person's care and support plan shown as a FHIR Goal?"""

from collections.abc import Sequence
from uuid import UUID

from homeward.fhir.door.route import Call
from homeward.fhir.resources.from_plans import from_plans
from homeward.fhir.resources.shown import Shown
from homeward.foundation.errors import NotFound
from homeward.plans.api import goals_as_fhir, goals_before_as_fhir, person_of_line

KIND = "Goal"


def whose(id: UUID) -> UUID | None:
    """The person in whose plan the goal stands; None when there is no such goal."""
    try:
        return person_of_line(id)
    except NotFound:
        return None


def get(id: UUID, call: Call) -> Shown | None:
    """One goal, while its person's record is open."""
    person_id = whose(id)
    found = of_person(person_id, call) if person_id else ()
    return next((each for each in found if each.id == str(id)), None)


def of_person(person_id: UUID, call: Call) -> Sequence[Shown]:
    """Every goal of a person's plan, reached and given up ones among them."""
    return from_plans(goals_as_fhir(person_id, at=call.at), person_id)


def history(id: UUID, call: Call) -> Sequence[Shown]:
    """Every version of it, the latest first."""
    person_id = whose(id)
    found = from_plans(goals_before_as_fhir(person_id, at=call.at), person_id) if person_id else []
    return [each for each in found if each.id == str(id)]
