"""What does the person need, in the sender's codes and words, and how soon?"""

from collections.abc import Iterable, Iterator
from typing import Any

from homeward.fhir.bars import parts, vocabulary
from homeward.fhir.bars.bundle import Entry, MessageBundle
from homeward.fhir.bars.message import Coding, NeedSaid

LONGEST_STORY = 8000
_AMBULANCE = ("arp-priority-codes", "arp-priority-code")
_TRIAGE = ("pathways-sg-codes", "pathways-sd-codes", "ampds-dispatch-codes")


def read_need(bundle: MessageBundle, request: Entry) -> NeedSaid:
    """The need of this request, gathered from the request, its care plan, conditions, tasks and questionnaires."""
    plans = _plans(bundle, request)
    outcomes = [concept for plan in plans for concept in _outcomes(plan)]
    concepts = [*_request_concepts(request), *_conditions(bundle), *outcomes, *_tasks(bundle)]
    codes = tuple(dict.fromkeys(coding for concept in concepts for coding in parts.codings(concept)))
    return NeedSaid(
        codes=codes,
        words=_line(bundle, request, outcomes),
        story="\n".join(dict.fromkeys(_story(bundle, request, plans)))[:LONGEST_STORY],
        priority=_priority(request, codes),
        priority_words=_priority_words(request, codes),
        life_threatening=any(each.code.upper() in vocabulary.LIFE_THREATENING for each in _ambulance(codes)),
        place_words=_place(bundle, request),
    )


def _plans(bundle: MessageBundle, request: Entry) -> list[Entry]:
    named = [bundle.follow(each, "CarePlan") for each in request.resource.get("basedOn", ())]
    return [plan for plan in named if plan] or list(bundle.of_type("CarePlan"))


def _outcomes(plan: Entry) -> Iterator[Any]:
    for activity in plan.resource.get("activity", ()):
        yield from activity.get("outcomeCodeableConcept", ())
        if activity.get("detail", {}).get("code"):
            yield activity["detail"]["code"]


def _request_concepts(request: Entry) -> list[Any]:
    resource = request.resource
    return [each for each in (resource.get("code"), *resource.get("reasonCode", ())) if each]


def _conditions(bundle: MessageBundle) -> list[Any]:
    """Conditions, the presenting complaint first."""
    entries = sorted(
        bundle.of_type("Condition"),
        key=lambda entry: (
            parts.code_in(entry.resource.get("category", ()), vocabulary.SNOMED) != vocabulary.PRESENTING_COMPLAINT
        ),
    )
    return [entry.resource["code"] for entry in entries if entry.resource.get("code")]


def _tasks(bundle: MessageBundle) -> list[Any]:
    return [entry.resource["code"] for entry in bundle.of_type("Task") if entry.resource.get("code")]


def _line(bundle: MessageBundle, request: Entry, outcomes: Iterable[Any]) -> str:
    """One line for the board: the complaint or reason, then what triage found, else the use case in words."""
    reasons = [parts.words(each) for each in (*_request_concepts(request), *_conditions(bundle))]
    triage = [
        coding.display
        for ending in _TRIAGE
        for concept in outcomes
        for coding in parts.codings(concept)
        if coding.system.endswith(ending) and coding.display
    ]
    said = list(dict.fromkeys(each for each in (*reasons, *triage) if each))
    if not said:
        said = [each for each in (parts.words(task) for task in _tasks(bundle)) if each]
    if not said:
        said = [use.display for use in use_cases(request) if use.display] or ["No reason was written"]
    return parts.clean("; ".join(said[:4]))


def use_cases(request: Entry) -> list[Coding]:
    """The use cases the request is filed under."""
    kinds = [coding for each in request.resource.get("category", ()) for coding in parts.codings(each)]
    return [coding for coding in kinds if coding.system == vocabulary.USE_CASES]


def _story(bundle: MessageBundle, request: Entry, plans: Iterable[Entry]) -> Iterator[str]:
    """Everything written about the need, one thing a line."""
    resource = request.resource
    for plan in plans:
        yield from _said(plan.resource.get("description"))
        for concept in _outcomes(plan):
            yield from _said(parts.full_words(concept) if parts.codings(concept) else concept.get("text"))
    for note in resource.get("note", ()):
        yield from _said(note.get("text"))
    yield from _said(resource.get("patientInstruction"), before="Told the person")
    for task in bundle.of_type("Task"):
        yield from _said(task.resource.get("description"), before="Asked for")
    for each in bundle.of_type("Communication"):
        for payload in each.resource.get("payload", ()):
            yield from _said(payload.get("contentString"), before=parts.words(each.resource.get("topic")) or "Note")
    for procedure in bundle.of_type("Procedure"):
        yield from _said(parts.words(procedure.resource.get("code")), before="Done")
    for observation in bundle.of_type("Observation"):
        yield from _said(_observed(observation.resource), before="Observed")
    for response in bundle.of_type("QuestionnaireResponse"):
        for item in response.resource.get("item", ()):
            yield from _said(_answered(item), before="Asked")


def _said(text: object, *, before: str = "") -> Iterator[str]:
    line = parts.clean(text, LONGEST_STORY)
    if line:
        yield f"{before}: {line}" if before else line


def _observed(observation: Any) -> str:
    measured = [observation, *observation.get("component", ())]
    said = []
    for each in measured:
        quantity = each.get("valueQuantity", {})
        value = f"{quantity['value']} {quantity.get('unit', '')}".strip() if "value" in quantity else ""
        value = value or str(each.get("valueString", "")) or parts.words(each.get("valueCodeableConcept"))
        said.append(": ".join(part for part in (parts.words(each.get("code")), value) if part))
    return "; ".join(each for each in said if each)


def _answered(item: Any) -> str:
    answers = []
    for each in item.get("answer", ()):
        coded = each.get("valueCoding", {})
        plain = [each[name] for name in ("valueString", "valueBoolean", "valueInteger", "valueDecimal") if name in each]
        answers.append(str(coded.get("display") or coded.get("code") or (plain[0] if plain else "")))
    return f"{item.get('text', '')} {', '.join(answers)}".strip()


def _ambulance(codes: Iterable[Coding]) -> list[Coding]:
    return [coding for coding in codes if coding.system.rpartition("/")[2] in _AMBULANCE]


def _priority(request: Entry, codes: Iterable[Coding]) -> str:
    """The soonest priority that the message states, as FHIR's four levels."""
    stated = [str(request.resource.get("priority", ""))]
    stated += [vocabulary.AMBULANCE_PRIORITY.get(coding.code.upper(), "") for coding in _ambulance(codes)]
    known = [each for each in stated if each in vocabulary.PRIORITY_ORDER]
    return min(known, key=vocabulary.PRIORITY_ORDER.index) if known else ""


def _priority_words(request: Entry, codes: Iterable[Coding]) -> str:
    codes = tuple(codes)
    dispositions = [coding.display for coding in codes if coding.system.endswith("pathways-dx-codes")]
    said = [coding.display or coding.code for coding in _ambulance(codes)] + dispositions
    if request.resource.get("priority"):
        said.append(f"priority {request.resource['priority']}")
    return parts.clean("; ".join(dict.fromkeys(each for each in said if each)))


def _place(bundle: MessageBundle, request: Entry) -> str:
    """Where the person is now, when the sender says so: it need not be home."""
    for reference in request.resource.get("locationReference", ()):
        place = bundle.follow(reference, "Location")
        if place:
            lines, postcode = parts.address(place.resource)
            said = [str(place.resource.get("name", "")), *lines, postcode]
            return parts.clean(", ".join(dict.fromkeys(each for each in said if each)))
    return ""
