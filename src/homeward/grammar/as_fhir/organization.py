"""How are organisations and their teams written as FHIR Organization?"""

from homeward.grammar.as_fhir.parts import ODS, TERMINOLOGY, Resource, concept, fhir_id, reference
from homeward.grammar.organisations import Organisation, Team
from homeward.grammar.place import Place

TYPE = f"{TERMINOLOGY}/organization-type"


def organizations(place: Place) -> list[Resource]:
    return [
        *(_organisation(each) for each in place.organisations.values()),
        *(_team(each) for each in place.teams.values()),
    ]


def _organisation(body: Organisation) -> Resource:
    made: Resource = {
        "resourceType": "Organization",
        "id": fhir_id("organisation", body.code),
        "active": body.valid_to is None,
        "type": [
            concept("Healthcare Provider", system=TYPE, code="prov"),
            concept(body.kind.replace("_", " ").capitalize()),
        ],
        "name": body.name,
    }
    if body.ods_code:
        made["identifier"] = [{"system": ODS, "value": body.ods_code}]
    if body.telephone:
        made["telecom"] = [{"system": "phone", "value": body.telephone}]
    if body.postcode:
        made["address"] = [{"postalCode": body.postcode, "country": "GB"}]
    if body.part_of:
        made["partOf"] = reference("Organization", "organisation", body.part_of)
    return made


def _team(team: Team) -> Resource:
    made: Resource = {
        "resourceType": "Organization",
        "id": fhir_id("team", team.code),
        "active": True,
        "type": [concept("Organizational team", system=TYPE, code="team")],
        "name": team.name,
        "partOf": reference("Organization", "organisation", team.organisation),
    }
    if team.telephone:
        made["telecom"] = [{"system": "phone", "value": team.telephone}]
    return made
