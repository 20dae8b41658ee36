"""How are a service's way of working, and a triage protocol, written as FHIR PlanDefinition?"""

from homeward.grammar.as_fhir.parts import TERMINOLOGY, Resource, canonical, concept, definition
from homeward.grammar.clocks import Clock
from homeward.grammar.place import Place
from homeward.grammar.services import Move, Service
from homeward.grammar.triage import TriageProtocol

TYPE = f"{TERMINOLOGY}/plan-definition-type"


def plan_definitions(place: Place, base: str) -> list[Resource]:
    return [
        *(_service(place, each, base) for each in place.services.values()),
        *(_protocol(each, base) for each in place.protocols.values()),
    ]


def _service(place: Place, service: Service, base: str) -> Resource:
    made = definition("PlanDefinition", kind="plan", code=service.code, title=service.title, base=base)
    made["type"] = concept("Workflow Definition", system=TYPE, code="workflow-definition")
    made["description"] = service.plain_words
    if service.standard:
        made["purpose"] = service.standard
    made["subjectCodeableConcept"] = concept("Patient", system="http://hl7.org/fhir/resource-types", code="Patient")
    goals = [_goal(place.clocks[code]) for code in service.clocks if code in place.clocks]
    if goals:
        made["goal"] = goals
    made["action"] = [_action(service, move, base) for move in service.moves]
    return made


def _goal(clock: Clock) -> Resource:
    minutes = int(clock.target.total_seconds() // 60)
    return {
        "id": clock.code,
        "description": concept(clock.title),
        "documentation": [{"type": "citation", "citation": f"{clock.standard.words} {clock.standard.source}"}],
        "target": [
            {
                "measure": concept(clock.plain_words),
                "due": {"value": minutes, "unit": "minutes", "system": "http://unitsofmeasure.org", "code": "min"},
            }
        ],
    }


def _action(service: Service, move: Move, base: str) -> Resource:
    titles = {stage.code: stage.title for stage in service.stages}
    made: Resource = {
        "id": move.code,
        "title": move.title,
        "description": f"From {', '.join(titles[each] for each in move.from_)} to {titles[move.to]}.",
    }
    if move.on:
        made["trigger"] = [{"type": "named-event", "name": event.event} for event in move.on]
    before = [each.code for each in service.moves if each.to in move.from_ and each.code != move.code]
    if before:
        made["relatedAction"] = [{"actionId": each, "relationship": "after"} for each in before]
    if move.asks:
        made["definitionCanonical"] = canonical("Questionnaire", kind="form", code=move.asks[0], base=base)
    return made


def _protocol(protocol: TriageProtocol, base: str) -> Resource:
    made = definition("PlanDefinition", kind="triage", code=protocol.code, title=protocol.title, base=base)
    made["type"] = concept("ECA Rule", system=TYPE, code="eca-rule")
    made["purpose"] = f"{protocol.standard.words} {protocol.standard.source}"
    made["action"] = [
        {"id": rule.code, "title": rule.because, "code": [concept(rule.urgency)]} for rule in protocol.rules
    ]
    return made
