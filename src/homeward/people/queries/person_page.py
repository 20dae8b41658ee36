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
from homeward.people.models import Address, Contact, Identifier, Person, PracticeRegistration
from homeward.people.queries.banner import Banner, banner
from homeward.people.queries.opened_for import opened_for
from homeward.people.vocabulary import CONTACT_KINDS, NHS_NUMBER


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
    address_lines: tuple[str, ...]
    postcode: str


def person_page(person_id: UUID, by: Actor, at: datetime) -> PersonPage:
    """One opening of the gate for the whole page. Raises NotPermitted and NotFound."""
    with opened_for(person_id, by=by, at=at, why="person page"):
        top = banner(person_id, by, at)
        person = Person.objects.get(id=person_id)
        known = area_map()
        names = known.names
        areas = known.areas_of(ward=person.ward_code or None, practice=person.practice_code or None, on=london_day(at))
        kinds = {
            "Ward": areas.ward, "Neighbourhood": areas.neighbourhood, "Primary care network": areas.pcn,
            "Locality": areas.locality, "Council": areas.council, "Constituency": areas.constituency,
        }  # fmt: skip
        return PersonPage(
            banner=top,
            homes=_homes(person),
            practices=() if person.restricted else _practices(person, names),
            numbers=_numbers(person),
            contacts=() if person.restricted else _contacts(person),
            areas=[(kind, names.get(code, code)) for kind, code in kinds.items() if code and not person.restricted],
            promised=() if person.restricted else named_contacts(areas.pcn, areas.neighbourhood, areas.locality),
            ward_code="" if person.restricted else person.ward_code,
            practice_code="" if person.restricted else person.practice_code,
            **_home_now(person),
        )


def _home_now(person: Person) -> dict[str, Any]:
    """Address and postcode as they are, for a form to start from; empty for a restricted person."""
    row = None if person.restricted else Address.objects.filter(person=person, valid_to__isnull=True).first()
    return {"address_lines": tuple(row.lines) if row else (), "postcode": row.postcode if row else ""}


def _homes(person: Person) -> list[Dated]:
    if person.restricted:
        return []
    rows = Address.objects.filter(person=person).order_by("-valid_from", "-id")
    return [
        Dated(words=", ".join([*row.lines, row.postcode]).strip(", "), since=row.valid_from, until=row.valid_to)
        for row in rows
    ]


def _practices(person: Person, names: Mapping[str, str]) -> list[Dated]:
    rows = PracticeRegistration.objects.filter(person=person).order_by("-valid_from", "-id")
    return [
        Dated(words=names.get(row.practice_code, row.practice_code), since=row.valid_from, until=row.valid_to)
        for row in rows
    ]


def _numbers(person: Person) -> list[tuple[str, str]]:
    rows = Identifier.objects.filter(person=person).exclude(system=NHS_NUMBER, valid_to__isnull=True)
    return [
        (
            "Former NHS number"
            if row.system == NHS_NUMBER
            else " ".join(filter(None, (row.system, row.organisation_code))),
            row.value,
        )
        for row in rows.order_by("system", "value")
    ]


def _contacts(person: Person) -> list[tuple[str, str]]:
    rows = Contact.objects.filter(person=person, valid_to__isnull=True).order_by("kind", "id")
    return [(CONTACT_KINDS[row.kind], ", ".join(filter(None, (row.name, row.relationship, row.value)))) for row in rows]
