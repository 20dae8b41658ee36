"""What form does a FHIR R4 Questionnaire declare? Read whole; what cannot be drawn here is named, never left out unsaid."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from homeward.grammar.api import EnableWhen, Item, Option, Questionnaire
from homeward.grammar.questionnaires import ItemType

DRAWN = frozenset(
    {
        "group", "display", "boolean", "decimal", "integer", "quantity", "date", "dateTime", "time", "string", "text", "url", "choice",
        "open-choice",
    }
)  # fmt: skip
EXTENSION = "http://hl7.org/fhir/StructureDefinition/"


class NotAQuestionnaire(ValueError):
    """The resource is not a Questionnaire, or has no items. The message says which element is at fault."""


@dataclass(frozen=True, kw_only=True)
class ReadForm:
    """The form, and why each item that cannot be drawn cannot be: sentences that name the link id."""

    form: Questionnaire
    undrawn: Sequence[str]

    @property
    def whole(self) -> bool:
        """Can every question of it be asked here?"""
        return not self.undrawn


def read_questionnaire(resource: Mapping[str, Any], *, owner: str, review_by: date) -> ReadForm:
    """Read it as a form of `owner`. Raises NotAQuestionnaire."""
    if resource.get("resourceType") != "Questionnaire":
        raise NotAQuestionnaire("resourceType: this is not a Questionnaire.")
    if not isinstance(resource.get("item"), list) or not resource["item"]:
        raise NotAQuestionnaire("item: the form asks nothing.")
    raw = list(_flat(resource["item"], None))
    seen: set[str] = set()
    for sent, _ in raw:
        link = sent.get("linkId")
        if not isinstance(link, str) or not link:
            raise NotAQuestionnaire("item.linkId: every item needs one.")
        if link in seen:
            raise NotAQuestionnaire(f"item.linkId: '{link}' is there twice.")
        seen.add(link)
    contained = {f"#{each.get('id')}": each for each in resource.get("contained", [])}
    items = tuple(_item(sent, within, contained) for sent, within in raw)
    undrawn = [words for (sent, _), item in zip(raw, items, strict=True) if (words := _undrawn(sent, item))]
    title = str(resource.get("title") or resource.get("name") or resource.get("id") or "Form")
    form = Questionnaire(
        code=str(resource.get("id") or "form"), title=title, plain_words=str(resource.get("description") or resource.get("purpose") or ""),
        items=items, owner=owner, review_by=review_by,
    )  # fmt: skip
    return ReadForm(form=form, undrawn=undrawn)


def _flat(items: Sequence[Mapping[str, Any]], within: str | None) -> Iterator[tuple[Mapping[str, Any], str | None]]:
    for item in items:
        yield item, within
        yield from _flat(item.get("item", []), str(item.get("linkId")))


def _item(sent: Mapping[str, Any], within: str | None, contained: Mapping[str, Any]) -> Item:
    kind = str(sent.get("type", "display"))
    limits = {name: _extension(sent, name) for name in ("minValue", "maxValue")}
    return Item(
        link_id=str(sent["linkId"]), text=str(sent.get("text") or sent.get("prefix") or sent["linkId"]),
        type=cast(ItemType, kind if kind in DRAWN else "display"), required=bool(sent.get("required")), repeats=bool(sent.get("repeats")),
        options=tuple(_options(sent, contained)), enable_when=tuple(_when(each) for each in sent.get("enableWhen", [])),
        any_of=sent.get("enableBehavior") == "any", within=within, unit=_unit(sent),
        min=_number(limits["minValue"]), max=_number(limits["maxValue"]),
    )  # fmt: skip


def _undrawn(sent: Mapping[str, Any], item: Item) -> str:
    kind = sent.get("type")
    if kind not in DRAWN:
        return f"{item.link_id}: a question of type '{kind}' cannot be drawn here."
    if kind == "choice" and not item.options:
        return f"{item.link_id}: its choices stand in a value set that is not here ({sent.get('answerValueSet', 'none named')})."
    return ""


def _options(sent: Mapping[str, Any], contained: Mapping[str, Any]) -> Iterator[Option]:
    for option in sent.get("answerOption", []):
        if not isinstance(option, Mapping):  # an empty place in the list is no answer
            continue
        kind = next((name for name in option if name.startswith("value")), "")
        value = option.get(kind)
        if isinstance(value, Mapping):
            code = str(value.get("code") or value.get("display") or value.get("reference") or "")
            yield Option(code=code, title=str(value.get("display") or code))
        elif value is not None:
            yield Option(code=str(value), title=str(value))
    held = contained.get(str(sent.get("answerValueSet", "")))
    for include in (held or {}).get("compose", {}).get("include", []):
        for concept in include.get("concept", []):
            yield Option(code=str(concept["code"]), title=str(concept.get("display") or concept["code"]))


def _when(sent: Mapping[str, Any]) -> EnableWhen:
    kind = next((name for name in sent if name.startswith("answer")), "")
    value = sent.get(kind)
    if isinstance(value, Mapping):
        value = value.get("code") if "code" in value else value.get("value")
    operator = sent.get("operator", "exists")
    return EnableWhen(link_id=str(sent.get("question", "")), is_=operator, value=value)


def _extension(sent: Mapping[str, Any], name: str) -> Any:
    for each in sent.get("extension", []):
        if each.get("url") == f"{EXTENSION}{name}":
            return next((value for key, value in each.items() if key.startswith("value")), None)
    return None


def _unit(sent: Mapping[str, Any]) -> str | None:
    coding = _extension(sent, "questionnaire-unit") or _extension(sent, "questionnaire-unitOption")
    return str(coding.get("display") or coding.get("code")) if isinstance(coding, Mapping) else None


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
