"""How is a form that was filled in here, by itself or at a visit, shown as a FHIR QuestionnaireResponse?"""

from collections.abc import Sequence
from uuid import UUID

from homeward.fhir.door.route import Call
from homeward.fhir.resources.from_plans import from_plans
from homeward.fhir.resources.shown import Shown
from homeward.foundation.errors import NotFound
from homeward.plans.api import person_of_response, responses_as_fhir, visit_forms_as_fhir
from homeward.visits.api import person_of_answer

KIND = "QuestionnaireResponse"


def whose(id: UUID) -> UUID | None:
    """The person whom the answers are about; None when there is no such form."""
    for asked in (person_of_response, person_of_answer):
        try:
            return asked(id)
        except NotFound:
            continue
    return None


def get(id: UUID, call: Call) -> Shown | None:
    """One finished form, while its person's record is open."""
    person_id = whose(id)
    found = of_person(person_id, call) if person_id else ()
    return next((each for each in found if each.id == str(id)), None)


def of_person(person_id: UUID, call: Call) -> Sequence[Shown]:
    """Every finished form of a person that the asker may see, but for those that partners sent."""
    base = call.address("").rstrip("/")
    alone = responses_as_fhir(person_id, base=base, by=call.partner, at=call.at)
    at_visits = visit_forms_as_fhir(person_id, base=base, by=call.partner)
    return from_plans([*alone, *at_visits], person_id, updated="authored")
