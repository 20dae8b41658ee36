"""How is a form written as FHIR Questionnaire?"""

from homeward.grammar.as_fhir.parts import TERMINOLOGY, Resource, concept, definition
from homeward.grammar.place import Place
from homeward.grammar.questionnaires import NOT_ASKED, EnableWhen, Item, Questionnaire

EXTENSION = "http://hl7.org/fhir/StructureDefinition"


def questionnaires(place: Place, base: str) -> list[Resource]:
    return [questionnaire(each, base) for each in place.questionnaires.values()]


def questionnaire(form: Questionnaire, base: str) -> Resource:
    """One form; what stands within a group or question is nested in it."""
    made = definition("Questionnaire", kind="form", code=form.code, title=form.title, base=base)
    made["description"] = form.plain_words
    made["subjectType"] = ["Patient"]
    types: dict[str, str] = {item.link_id: item.type for item in form.items}
    drawn = {item.link_id: _item(item, types, base) for item in form.items}
    for item in form.items:
        if item.within is not None:
            drawn[item.within].setdefault("item", []).append(drawn[item.link_id])
    made["item"] = [drawn[item.link_id] for item in form.items if item.within is None]
    return made


def _item(item: Item, types: dict[str, str], base: str) -> Resource:
    made: Resource = {"linkId": item.link_id, "text": item.text, "type": item.type}
    if item.concept:
        made["code"] = [{"system": f"{base}/CodeSystem/concepts", "code": item.concept}]
    if item.type not in NOT_ASKED:
        made["required"] = item.required
        made["repeats"] = item.repeats
    if item.score is not None:
        made["readOnly"] = True
    if item.options:
        made["answerOption"] = [{"valueCoding": {"code": each.code, "display": each.title}} for each in item.options]
    if item.enable_when:
        made["enableWhen"] = [_condition(each, types[each.link_id]) for each in item.enable_when]
        if len(item.enable_when) > 1:
            made["enableBehavior"] = "any" if item.any_of else "all"
    if item.help_words:
        made["item"] = [_help(item)]  # what stands within it is put behind
    extensions = _limits(item)
    if extensions:
        made["extension"] = extensions
    return made


def _condition(condition: EnableWhen, asked: str) -> Resource:
    made: Resource = {"question": condition.link_id, "operator": condition.is_}
    if condition.is_ == "exists" or isinstance(condition.value, bool):
        return {**made, "answerBoolean": bool(condition.value)}
    if asked in ("choice", "open-choice"):
        return {**made, "answerCoding": {"code": str(condition.value)}}
    if isinstance(condition.value, int):
        return {**made, "answerInteger": condition.value}
    if isinstance(condition.value, float):
        return {**made, "answerDecimal": condition.value}
    return {**made, "answerString": str(condition.value)}


def _help(item: Item) -> Resource:
    control = concept("Help-Button", system="http://hl7.org/fhir/questionnaire-item-control", code="help")
    return {
        "linkId": f"{item.link_id}-help",
        "text": item.help_words,
        "type": "display",
        "extension": [{"url": f"{EXTENSION}/questionnaire-itemControl", "valueCodeableConcept": control}],
    }


def _limits(item: Item) -> list[Resource]:
    made: list[Resource] = []
    for name, limit in (("minValue", item.min), ("maxValue", item.max)):
        if limit is not None:
            whole = item.type == "integer"
            key = "valueInteger" if whole else "valueDecimal"
            made.append({"url": f"{EXTENSION}/{name}", key: int(limit) if whole else limit})
    if item.unit:
        made.append(
            {
                "url": f"{EXTENSION}/questionnaire-unit",
                "valueCoding": {"system": f"{TERMINOLOGY}/units", "code": item.unit, "display": item.unit},
            }
        )
    return made
