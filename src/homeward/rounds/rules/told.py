"""Can what a telephone sent be read at all? Shapes and kinds only; whether it can be so is asked when it is taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

LONGEST = 20_000
KINDS = ("contact", "not_seen", "note", "read")


class Unread(ValueError):
    """It cannot be read, in words for whoever wrote the telephone's part."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One record of a telephone. `instead_of` is an earlier one that it mends. `answers` are by form and question; the rest is empty where the kind does not ask for it."""

    id: UUID
    encounter_id: UUID
    kind: str
    happened_at: datetime
    written_at: datetime
    words: str = ""
    way: str = ""
    outcome: str = ""
    reason: str = ""
    note: UUID | None = None
    instead_of: UUID | None = None
    answers: Mapping[str, Mapping[str, bool | float | str]] = field(default_factory=dict)


def told(sent: Mapping[str, Any]) -> Told:
    """The record in `sent`. Raises Unread."""
    kind = _words(sent, "kind")
    if kind not in KINDS:
        raise Unread(f"there is no kind of record called '{kind[:40]}'")
    note, earlier = _words(sent, "note"), _words(sent, "instead_of")
    return Told(
        id=_id(_words(sent, "id"), "id"), encounter_id=_id(_words(sent, "visit"), "visit"), kind=kind,
        happened_at=_moment(sent, "happened_at"), written_at=_moment(sent, "written_at"), words=_words(sent, "words"),
        way=_words(sent, "way"), outcome=_words(sent, "outcome"), reason=_words(sent, "reason"),
        note=_id(note, "note") if note else None, instead_of=_id(earlier, "instead_of") if earlier else None, answers=_answers(sent.get("answers") or {}),
    )  # fmt: skip


def _words(sent: Mapping[str, Any], name: str) -> str:
    value = sent.get(name, "")
    if not isinstance(value, str) or len(value) > LONGEST:
        raise Unread(f"'{name}' must be words, and not more than {LONGEST} letters")
    return value


def _id(value: str, name: str) -> UUID:
    try:
        return UUID(value)
    except ValueError as wrong:
        raise Unread(f"'{name}' must be an id") from wrong


def _moment(sent: Mapping[str, Any], name: str) -> datetime:
    try:
        moment = datetime.fromisoformat(_words(sent, name))
    except ValueError as wrong:
        raise Unread(f"'{name}' must be a moment in ISO 8601") from wrong
    if moment.tzinfo is None:
        raise Unread(f"'{name}' must say its time zone")
    return moment


def _answers(sent: Any) -> dict[str, dict[str, bool | float | str]]:
    if not isinstance(sent, Mapping):
        raise Unread("'answers' must be by form")
    found: dict[str, dict[str, bool | float | str]] = {}
    for form, by_link in sent.items():
        if not isinstance(by_link, Mapping):
            raise Unread("'answers' must be by form and question")
        for value in by_link.values():
            if not isinstance(value, (bool, int, float, str)) or len(str(value)) > LONGEST:
                raise Unread("an answer must be yes or no, a number, or words")
        found[str(form)] = {str(link): float(each) if type(each) is int else each for link, each in by_link.items()}
    return found
