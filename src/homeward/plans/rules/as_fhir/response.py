"""How is a finished form written as FHIR QuestionnaireResponse? Nested as its Questionnaire is."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeAlias

from homeward.grammar.api import Item, Questionnaire
from homeward.plans.vocabulary import RESPONSE_STATUS
from homeward.visits.api import Value, parts

Resource: TypeAlias = dict[str, Any]


def questionnaire_response(
    form: Questionnaire,
    answers: Mapping[str, Value],
    *,
    id: str,
    person: str,
    canonical: str,
    state: str,
    author: str,
    authored: datetime | None,
) -> Resource:
    """`answers` by link id, worked-out scores among them; `canonical` is the Questionnaire's own address."""
    made: Resource = {
        "resourceType": "QuestionnaireResponse", "id": id, "questionnaire": canonical, "status": RESPONSE_STATUS[state],
        "subject": {"reference": f"Patient/{person}"}, "author": {"display": author},
    }  # fmt: skip
    if authored is not None:
        made["authored"] = authored.isoformat()
    made["item"] = list(_items(form, answers, within=None))
    return made


def _items(form: Questionnaire, answers: Mapping[str, Value], *, within: str | None) -> Iterable[Resource]:
    """The items that were answered, and the groups that hold one; what hangs on a question stands within its answer."""
    for item in form.items:
        if item.within != within or item.type == "display":
            continue
        inner = list(_items(form, answers, within=item.link_id))
        if item.type == "group":
            if inner:
                yield {"linkId": item.link_id, "text": item.text, "item": inner}
        elif item.link_id in answers:
            said = [_answer(item, value) for value in _values(item, answers[item.link_id])]
            if inner:
                said[-1]["item"] = inner
            yield {"linkId": item.link_id, "text": item.text, "answer": said}


def _values(item: Item, value: Value) -> list[Value]:
    return list(parts(item, value)) if item.repeats and isinstance(value, str) else [value]


def _answer(item: Item, value: Value) -> Resource:
    titles = {option.code: option.title for option in item.options}
    match item.type:
        case "boolean":
            return {"valueBoolean": bool(value)}
        case "integer":
            return {"valueInteger": int(float(value))}
        case "decimal":
            return {"valueDecimal": float(value)}
        case "quantity":
            return {"valueQuantity": {"value": float(value), **({"unit": item.unit} if item.unit else {})}}
        case "date":
            return {"valueDate": str(value)}
        case "dateTime":
            return {"valueDateTime": str(value)}
        case "time":
            return {"valueTime": str(value) if str(value).count(":") == 2 else f"{value}:00"}
        case "url":
            return {"valueUri": str(value)}
        case "choice" | "open-choice" if str(value) in titles:
            return {"valueCoding": {"code": str(value), "display": titles[str(value)]}}
        case _:
            return {"valueString": str(value)}
