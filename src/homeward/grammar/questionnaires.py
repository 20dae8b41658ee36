"""Which questions does a form ask, and which known fact answers each for how long?"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from homeward.grammar.conditions import Value
from homeward.grammar.declaration import WORDING, Declaration

ItemType = Literal[
    "group", "display", "boolean", "decimal", "integer", "quantity", "date", "dateTime", "time", "string", "text", "url",
    "choice", "open-choice",
]  # fmt: skip
NOT_ASKED = ("group", "display")


@dataclass(frozen=True, kw_only=True)
class Option:
    """One answer offered."""

    code: str
    title: str = field(metadata=WORDING)


@dataclass(frozen=True, kw_only=True)
class EnableWhen:
    """Ask only when another item has this answer."""

    link_id: str
    is_: Literal["=", "!=", ">", "<", ">=", "<=", "exists"]
    value: Value


@dataclass(frozen=True, kw_only=True)
class ScorePart:
    """Which question answers one part of a score. `answers` turns an option's code into the score's own, where they differ."""

    column: str
    link_id: str
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class ScoreItem:
    """The published score that is worked out from other questions of the form; nobody types its total."""

    name: str
    parts: tuple[ScorePart, ...]


@dataclass(frozen=True, kw_only=True)
class Item:
    """One question. With a `concept` its answer is a fact, good for `shelf_life` (None = until changed).

    `within` is the group or question it belongs to: when that is not asked, neither is this. `any_of`: one fulfilled
    condition of `enable_when` is enough. With a `score` it is worked out, not asked. `sensitivity`: seen by fewer people.
    """

    link_id: str
    text: str = field(metadata=WORDING)
    type: ItemType
    required: bool = False
    repeats: bool = False
    options: tuple[Option, ...] = ()
    concept: str | None = None
    shelf_life: timedelta | None = None
    enable_when: tuple[EnableWhen, ...] = ()
    unit: str | None = None
    min: float | None = None
    max: float | None = None
    help_words: str = field(default="", metadata=WORDING)
    within: str | None = None
    any_of: bool = False
    score: ScoreItem | None = None
    sensitivity: str | None = None


@dataclass(frozen=True, kw_only=True)
class Questionnaire(Declaration):
    """A form. `assessment` names the kind of assessment it is, good for `valid_for` across organisations.

    `sensitivity`: the whole form and its answers are seen by fewer people. `canonicals`: other addresses of the same
    Questionnaire, by which partners name it when they send answers.
    """

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    items: tuple[Item, ...]
    assessment: str | None = None
    valid_for: timedelta | None = None
    sensitivity: str | None = None
    canonicals: tuple[str, ...] = field(default=(), metadata=WORDING)

    @property
    def questions(self) -> tuple[Item, ...]:
        """The items that somebody answers: neither headings, nor words, nor what is worked out."""
        return tuple(item for item in self.items if item.type not in NOT_ASKED and item.score is None)
