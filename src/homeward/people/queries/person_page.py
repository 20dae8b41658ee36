"""What does the first page about a person show beyond the banner: homes, practices, numbers, contacts, promised names?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward.directory.api import Contact as PromisedContact
from homeward.directory.api import area_map, named_contacts
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.people.queries.all_rows import AllRows, Row, all_rows
from homeward.people.queries.banner import Banner, banner_from
from homeward.people.vocabulary import CONTACT_KINDS, NHS_NUMBER, system_said


@dataclass(frozen=True, kw_only=True)
class Dated:
    """Something that held from a day to a day (None: it still does)."""

    words: str
    since: date
    until: date | None


@dataclass(frozen=True, kw_only=True)
class PersonPage:
    """Everything the page shows, ready to print. `areas` are (what kind, which one) pairs.

    Of a restricted person nothing is here that tells where they live, and so no practice either.
    """

    banner: Banner
    homes: Sequence[Dated]
    practices: Sequence[Dated]
    numbers: Sequence[tuple[str, str]]
    contacts: Sequence[tuple[str, str]]
    areas: Sequence[tuple[str, str]]
    promised: Sequence[PromisedContact]
    ward_code: str
    practice_code: str
    practice_name: str
    address_lines: tuple[str, ...]
    postcode: str


def person_page(person_id: UUID, by: Actor, at: datetime) -> PersonPage:
    """Everything in one question, in one opening of the gate. Raises NotPermitted and NotFound."""
    known = all_rows(person_id, by=by, at=at)
    person, map_ = known.person, area_map()
    names = map_.names
    areas = map_.areas_of(ward=person.ward_code or None, practice=person.practice_code or None, on=london_day(at))
    kinds = {
        "Ward": areas.ward, "Neighbourhood": areas.neighbourhood, "Primary care network": areas.pcn,
        "Locality": areas.locality, "Council": areas.council, "Constituency": areas.constituency,
    }  # fmt: skip
    hidden = person.restricted
    return PersonPage(
        banner=banner_from(known, names=names, today=london_day(at)),
        homes=() if hidden else _homes(known),
        practices=() if hidden else _practices(known, names),
        numbers=_numbers(known),
        contacts=() if hidden else _contacts(known),
        areas=[(kind, names.get(code, code)) for kind, code in kinds.items() if code and not hidden],
        promised=() if hidden else named_contacts(areas.pcn, areas.neighbourhood, areas.locality),
        ward_code="" if hidden else person.ward_code,
        practice_code="" if hidden else person.practice_code,
        practice_name="" if hidden else names.get(person.practice_code, person.practice_code),
        **_home_now(known),
    )


def _home_now(known: AllRows) -> dict[str, Any]:
    """Address and postcode as they are, for a form to start from; empty for a restricted person."""
    row = next((row for row in known.addresses if row.valid_to is None and not known.person.restricted), None)
    return {"address_lines": tuple(row["lines"]) if row else (), "postcode": row["postcode"] if row else ""}


def _homes(known: AllRows) -> list[Dated]:
    return [_dated(row, ", ".join([*row["lines"], row["postcode"]]).strip(", ")) for row in known.addresses]


def _practices(known: AllRows, names: Mapping[str, str]) -> list[Dated]:
    return [_dated(row, names.get(row["practice_code"], row["practice_code"])) for row in known.practices]


def _dated(row: Row, words: str) -> Dated:
    return Dated(words=words, since=row.valid_from, until=row.valid_to)


def _numbers(known: AllRows) -> list[tuple[str, str]]:
    others = [row for row in known.identifiers if row["system"] != NHS_NUMBER or row.valid_to is not None]
    return [(_system_said(row), row["value"]) for row in sorted(others, key=lambda row: (row["system"], row["value"]))]


def _system_said(row: Row) -> str:
    if row["system"] == NHS_NUMBER:
        return "Former NHS number"
    said = " ".join(filter(None, (system_said(row["system"]), row["organisation_code"])))
    return said if row.valid_to is None else f"{said} (not theirs now)"


def _contacts(known: AllRows) -> list[tuple[str, str]]:
    rows = [row for row in known.contacts if row.valid_to is None]
    return [
        (CONTACT_KINDS[row["kind"]], ", ".join(filter(None, (row["name"], row["relationship"], row["value"]))))
        for row in rows
    ]
