"""What do all the rows about one person say? Read in one question to the database, because every page about them asks."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.people.models import Person

_MOST = 200  # rows of one kind; nobody has had more names, homes or numbers than a page can show
_KINDS = {
    "names": ("people_personname", "use, family, given, prefix", "valid_from desc, id desc"),
    "identifiers": ("people_identifier", "system, value, organisation_code", "system, value"),
    "addresses": ("people_address", "lines, postcode, ward_code", "valid_from desc, id desc"),
    "practices": ("people_practiceregistration", "practice_code", "valid_from desc, id desc"),
    "contacts": ("people_contact", "kind, value, name, relationship", "kind, id"),
}


def _part(kind: str) -> str:
    table, columns, order = _KINDS[kind]
    rows = (
        f"select {columns}, valid_from, valid_to from {table} where person_id = p.id"
        f" order by (valid_to is null) desc, {order} limit {_MOST}"
    )
    return f"(select jsonb_agg(to_jsonb(r)) from ({rows}) r) as {kind}_json"


# Only where this person's own record is open: a list of many people is no reason to read everything about one of them.
_SQL = (
    f"select p.*, {', '.join(_part(kind) for kind in _KINDS)} from people_person p"
    " where p.id = %s and ((select gate.person()) = %s or (select gate.is_job()))"
)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One dated row of any kind: its columns by name in `told`, and its days."""

    told: dict[str, Any]
    valid_from: date
    valid_to: date | None

    def __getitem__(self, name: str) -> Any:
        return self.told[name]


@dataclass(frozen=True, kw_only=True)
class AllRows:
    """The person and every dated row, what holds now first, then the newest."""

    person: Person
    names: Sequence[Row]
    identifiers: Sequence[Row]
    addresses: Sequence[Row]
    practices: Sequence[Row]
    contacts: Sequence[Row]


def all_rows(person_id: UUID, *, by: Actor, at: datetime, why: str = "person page") -> AllRows:
    """Everything, in the opening of the gate that is in force for this person, else in one of its own.

    Raises NotPermitted when the gate stays shut, NotFound when there is nobody of that id.
    """
    found = _read(person_id)
    if found is None:
        with gate.person(person_id, by=by, at=at, why=why):
            found = _read(person_id)
    if found is None:
        raise NotFound("There is no such person here.", next_step="Search for them by name and date of birth.")
    return found


def _read(person_id: UUID) -> AllRows | None:
    for person in Person.objects.raw(_SQL, [person_id, person_id]):
        return AllRows(person=person, **{kind: _rows(getattr(person, f"{kind}_json")) for kind in _KINDS})
    return None


def _rows(text: Any) -> list[Row]:
    return [_row(each) for each in (json.loads(text) if isinstance(text, str) else text or [])]


def _row(told: dict[str, Any]) -> Row:
    ended = told.pop("valid_to")
    return Row(
        valid_from=date.fromisoformat(told.pop("valid_from")),
        valid_to=date.fromisoformat(ended) if ended else None,
        told=told,
    )
