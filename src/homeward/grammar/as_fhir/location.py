"""How are areas written as FHIR Location?"""

from homeward.grammar.areas import Area
from homeward.grammar.as_fhir.parts import ODS, ONS, TERMINOLOGY, Resource, concept, fhir_id, reference
from homeward.grammar.place import Place

BY_ODS = ("pcn", "practice_list")


def locations(place: Place) -> list[Resource]:
    return [_location(each) for each in place.areas.values()]


def _location(area: Area) -> Resource:
    made: Resource = {
        "resourceType": "Location",
        "id": fhir_id("area", area.code),
        "status": "active" if area.valid_to is None else "inactive",
        "name": area.name,
        "mode": "instance",
        "type": [concept(area.kind.replace("_", " ").capitalize())],
        "physicalType": concept("Area", system=f"{TERMINOLOGY}/location-physical-type", code="area"),
    }
    if area.national_code:
        system = ODS if area.kind in BY_ODS else ONS
        made["identifier"] = [{"system": system, "value": area.national_code}]
    if area.centre:
        made["position"] = {"latitude": area.centre[0], "longitude": area.centre[1]}
    if area.within:
        # FHIR has room for one parent only: the last named, which is the narrowest in our files.
        made["partOf"] = reference("Location", "area", area.within[-1].code)
    return made
