"""What is the whole place as one FHIR R4 Bundle?"""

from homeward.grammar.as_fhir.activity_definition import activity_definitions
from homeward.grammar.as_fhir.healthcare_service import healthcare_services
from homeward.grammar.as_fhir.location import locations
from homeward.grammar.as_fhir.measure import measures
from homeward.grammar.as_fhir.organization import organizations
from homeward.grammar.as_fhir.parts import EXAMPLE_BASE, Resource, fhir_id
from homeward.grammar.as_fhir.plan_definition import plan_definitions
from homeward.grammar.as_fhir.questionnaire import questionnaires
from homeward.grammar.place import Place


def to_fhir(place: Place, *, base: str = EXAMPLE_BASE) -> Resource:
    """A collection Bundle of every organisation, team, area, service, plan, need, form and measure.

    `base` is the address of the deployer's own FHIR server: canonical urls and full urls are made from it.
    Raises KeyError for a place with unknown references: check it first.
    """
    made = [
        *organizations(place),
        *locations(place),
        *healthcare_services(place),
        *plan_definitions(place, base),
        *activity_definitions(place, base),
        *questionnaires(place, base),
        *measures(place, base),
    ]
    return {
        "resourceType": "Bundle",
        "id": fhir_id("place", place.code),
        "type": "collection",
        "entry": [{"fullUrl": f"{base}/{each['resourceType']}/{each['id']}", "resource": each} for each in made],
    }
