"""How is a need written as FHIR ActivityDefinition (a ServiceRequest to be made)?"""

from homeward.grammar.as_fhir.parts import SNOMED, Resource, concept, definition
from homeward.grammar.place import Place


def activity_definitions(place: Place, base: str) -> list[Resource]:
    made = []
    for need in place.needs.values():
        one = definition("ActivityDefinition", kind="need", code=need.code, title=need.title, base=base)
        one["description"] = need.plain_words
        one["kind"] = "ServiceRequest"
        one["code"] = concept(need.title, system=SNOMED if need.snomed else None, code=need.snomed)
        one["intent"] = "order"
        one["priority"] = place.urgencies[need.usual_urgency].fhir_priority
        made.append(one)
    return made
