"""Which questions does a form ask, and which known fact answers each for how long?"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from homeward.grammar.conditions import Value
from homeward.grammar.declaration import WORDING, Declaration

ItemType = Literal["group", "display", "boolean", "decimal", "integer", "date", "dateTime", "string", "text", "choice"]


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
class Item:
    """One question. With a `concept` its answer is a fact, good for `shelf_life` (None = until changed)."""

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


@dataclass(frozen=True, kw_only=True)
class Questionnaire(Declaration):
    """A form. `assessment` names the kind of assessment it is, good for `valid_for` across organisations."""

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    items: tuple[Item, ...]
    assessment: str | None = None
    valid_for: timedelta | None = None
