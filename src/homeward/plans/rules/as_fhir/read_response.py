"""What does a FHIR QuestionnaireResponse answer of a form that is known here? Answers by link id, and what could not be read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from homeward.grammar.api import Item, Questionnaire
from homeward.visits.api import Value


@dataclass(frozen=True, kw_only=True)
class Answers:
    """`by_link` holds a repeated answer one to a line; `unread` are sentences that name the link id."""

    by_link: Mapping[str, Value]
    unread: Sequence[str]


def read_response(resource: Mapping[str, Any], form: Questionnaire) -> Answers:
    """Read it against the form. Scores are worked out anew, so a total that was sent is not read as an answer."""
    items = {item.link_id: item for item in form.questions}
    scores = {item.link_id for item in form.items if item.score is not None}
    found: dict[str, Value] = {}
    unread: list[str] = []
    for link, sent in _answered(resource.get("item", [])):
        item = items.get(link)
        if item is None:
            unread += [] if link in scores else [f"{link}: '{form.title}' has no such question."]
            continue
        values = [_value(item, each) for each in sent]
        if None in values or (len(values) > 1 and not item.repeats):
            unread.append(f"{link}: this is no answer to a question of type {item.type}.")
        elif values:
            first = values[0]
            assert first is not None
            found[link] = "\n".join(str(each) for each in values) if item.repeats else first
    return Answers(by_link=found, unread=unread)


def _answered(items: Any) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    for item in items if isinstance(items, list) else []:
        if not isinstance(item, Mapping):
            continue
        said = item.get("answer")
        answers = [each for each in said if isinstance(each, Mapping)] if isinstance(said, list) else []
        if answers:
            yield str(item.get("linkId", "")), answers
        yield from _answered(item.get("item", []))
        for answer in answers:
            yield from _answered(answer.get("item", []))


def _value(item: Item, answer: Mapping[str, Any]) -> Value | None:
    kind = next((name for name in answer if name.startswith("value")), "")
    sent = answer.get(kind)
    if item.type == "boolean":
        return sent if isinstance(sent, bool) else None
    if item.type in ("integer", "decimal", "quantity"):
        number = sent.get("value") if isinstance(sent, Mapping) else sent
        return float(number) if isinstance(number, (int, float)) and not isinstance(number, bool) else None
    if isinstance(sent, Mapping):
        code = sent.get("code")
        known = {option.code for option in item.options}
        free = sent.get("display") if item.type == "open-choice" else None
        return code if isinstance(code, str) and code in known else free if isinstance(free, str) else None
    return str(sent) if isinstance(sent, str) and item.type != "choice" else None
