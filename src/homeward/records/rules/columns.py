"""Which values does a resource put into the columns it is found by?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.grammar.api import Sensitivity, sensitivity_among
from homeward.records.rules.coding import Coded
from homeward.records.rules.identity import digest, item_id
from homeward.records.rules.outline import Outline

NUL = "\\u0000"  # as JSON spells it
_LISTS = ("codes", "categories", "identifiers", "labels", "points_to")

# In the order in which rows are copied in; received_at and version are the writer's.
COLUMNS = (
    "id", "person_id", "source", "kind", "source_id", "version", "status", "code_system", "code", "more_codes", "display",
    "category", "effective_at", "recorded_at", "received_at", "sensitivity", "flags", "identifiers", "refs", "digest",
    "number", "unit", "value_code", "parts", "body",
)  # fmt: skip
# Of what type a column is where it is not text.
TYPES = {
    "id": "uuid", "person_id": "uuid", "version": "integer", "more_codes": "text[]", "effective_at": "timestamptz",
    "recorded_at": "timestamptz", "received_at": "timestamptz", "flags": "text[]", "identifiers": "text[]", "refs": "uuid[]",
    "digest": "bytea", "number": "double precision", "parts": "jsonb",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One resource ready to be kept: its id here and everything that follows from its text. `new`: it is nowhere yet."""

    id: UUID
    source: str
    source_id: str
    text: str
    outline: Outline
    sensitivity: str
    flags: tuple[str, ...] = ()
    new: bool = False

    def values(self, *, person_id: UUID | None, version: int, received_at: datetime | None) -> dict[str, Any]:
        """Column by column."""
        said = self.outline
        return {
            "id": self.id, "person_id": person_id, "source": self.source, "kind": said.kind, "source_id": self.source_id,
            "version": version, "status": said.status, "code_system": said.main.system, "code": said.main.code,
            "more_codes": _or_none(said.codes[1:] if said.main.code else said.codes), "display": said.display,
            "category": said.category, "effective_at": said.effective_at, "recorded_at": said.recorded_at,
            "received_at": received_at, "sensitivity": self.sensitivity, "flags": _or_none([each.replace("\0", "") for each in self.flags]),
            "identifiers": _or_none(said.identifiers), "refs": _or_none(self.refs()), "digest": digest(self.text),
            **vars(said.holds), "body": self.text,
        }  # fmt: skip

    def refs(self) -> list[UUID]:
        """The ids here of what it points to; the person is known by `person_id`."""
        split = (each.partition("/") for each in self.outline.points_to)
        return [item_id(self.source, kind, id) for kind, _, id in split if kind != "Patient"]


def kept(
    said: Outline,
    text: str,
    *,
    source: str,
    source_id: str,
    flags: Iterable[str],
    declared: Sequence[Sensitivity],
    new: bool = False,
) -> Kept:
    """The resource with its id and its sensitivity by the place's declared rules.

    The one character that PostgreSQL cannot keep stays escaped in the text, and is left out of what it is found by.
    """
    if NUL in text:
        said, source_id = without_nul(said), source_id.replace("\0", "")
    return Kept(
        id=item_id(source, said.kind, source_id),
        source=source,
        source_id=source_id,
        text=text,
        outline=said,
        sensitivity=_sensitivity(said, declared),
        flags=tuple(dict.fromkeys(flags)),
        new=new,
    )


def without_nul(said: Outline) -> Outline:
    """The same, as far as it can be kept in columns."""
    kept: dict[str, Any] = {
        name: value.replace("\0", "") for name, value in vars(said).items() if isinstance(value, str)
    }
    for name in _LISTS:
        kept[name] = tuple(each.replace("\0", "") for each in getattr(said, name))
    main = Coded(**{name: value.replace("\0", "") for name, value in vars(said.main).items()})
    return replace(said, main=main, **kept)


def _sensitivity(said: Outline, declared: Sequence[Sensitivity]) -> str:
    if not declared:
        return ""
    return sensitivity_among(declared, codes=said.codes, categories=said.categories, labels=said.labels)


def _or_none(values: Sequence[Any]) -> list[Any] | None:
    return list(values) or None
