"""Are these answers to a declared form whole and of the right kind, and how long is each good?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from homeward.grammar.api import EnableWhen, Item, Questionnaire

Value = bool | float | str
NUMBERS = ("integer", "decimal", "quantity")
READ_AS = {
    "date": "enter a day, like 2026-03-27.",
    "dateTime": "enter a day and time, like 2026-03-27T14:05.",
    "time": "enter a time, like 14:05.",
}

READERS: Mapping[str, Callable[[str], object]] = {
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
    "time": time.fromisoformat,
}


@dataclass(frozen=True, kw_only=True)
class Given:
    """One answer, checked."""

    link_id: str
    concept: str
    value: Value
    valid_until: datetime | None


def asked(form: Questionnaire, answers: Mapping[str, Value]) -> tuple[Item, ...]:
    """The questions that these answers leave to be asked: disabled ones are not, nor what stands within what is disabled."""
    standing = shown(form, answers)
    return tuple(item for item in form.questions if item.link_id in standing)


def shown(form: Questionnaire, answers: Mapping[str, Value]) -> frozenset[str]:
    """The link ids of every item, heading or question, that these answers leave on the form.

    An answer to a question that is itself not asked enables nothing.
    """
    standing: set[str] = set()
    for item in form.items:
        counted = {link: value for link, value in answers.items() if link in standing}
        met = [_enabled(when, counted) for when in item.enable_when]
        if (item.within is None or item.within in standing) and (not met or (any(met) if item.any_of else all(met))):
            standing.add(item.link_id)
    return frozenset(standing)


def faults(form: Questionnaire, answers: Mapping[str, Value]) -> dict[str, str]:
    """A sentence for each answer that is missing or cannot be, by link id. A missing answer is never taken for a nought."""
    found: dict[str, str] = {}
    for item in asked(form, answers):
        value = answers.get(item.link_id)
        if value is None or value == "":
            if item.required:
                found[item.link_id] = f"Answer: {item.text}"
        elif words := _wrong(item, value):
            found[item.link_id] = words
    return found


def given(form: Questionnaire, answers: Mapping[str, Value], *, at: datetime) -> list[Given]:
    """The answers as facts, each with how long it is good. Call after `faults` found none."""
    return [
        Given(
            link_id=item.link_id, concept=item.concept or "", value=answers[item.link_id],
            valid_until=at + item.shelf_life if item.shelf_life else None,
        )
        for item in asked(form, answers)
        if answers.get(item.link_id) not in (None, "")
    ]  # fmt: skip


def _wrong(item: Item, value: Value) -> str:
    if item.type in NUMBERS:
        if isinstance(value, (bool, str)):
            return f"{item.text} must be a number."
        if item.type == "integer" and value != int(value):
            return f"{item.text} must be a whole number."
        low, high = item.min, item.max
        if (low is not None and value < low) or (high is not None and value > high):
            return (
                f"{item.text} must be between {low:g} and {high:g}."
                if low is not None and high is not None
                else f"{item.text} is out of range."
            )
    if item.type == "boolean" and not isinstance(value, bool):
        return f"Answer yes or no: {item.text}"
    if item.type == "choice" and not set(parts(item, value)) <= {option.code for option in item.options}:
        return f"Choose an answer: {item.text}"
    if item.type in READ_AS and not _reads(item.type, value):
        return f"{item.text}: {READ_AS[item.type]}"
    return ""


def parts(item: Item, value: Value) -> list[str]:
    """The answers in one value, in words: a question that repeats keeps one to a line."""
    text = str(value)
    return [line.strip() for line in text.splitlines() if line.strip()] if item.repeats else [text]


def _reads(kind: str, value: Value) -> bool:
    try:
        READERS[kind](str(value))
    except ValueError:
        return False
    return True


def _enabled(when: EnableWhen, answers: Mapping[str, Value]) -> bool:
    known = answers.get(when.link_id)
    if when.is_ == "exists":
        return (known is not None) is bool(when.value)
    if known is None:
        return False
    wanted = when.value
    match when.is_:
        case "=":
            return known == wanted
        case "!=":
            return known != wanted
        case _ if isinstance(known, str) or not isinstance(wanted, (int, float)):
            return False
        case ">":
            return known > wanted
        case "<":
            return known < wanted
        case ">=":
            return known >= wanted
        case _:
            return known <= wanted
