"""About whom is a search? The people its conditions name, found before any record is opened."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from homeward.fhir.door.opening import opened
from homeward.fhir.door.route import Call
from homeward.fhir.models import Receipt
from homeward.fhir.queries.known_by import people_known_by
from homeward.fhir.resources import patient
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.resources.reading import as_uuid
from homeward.fhir.search.asking import Asked, Wanted, refused
from homeward.foundation.r4.issues import Faulty, Issue
from homeward.people import api as people
from homeward.referrals.api import person_of

_NAMED_BY = ("identifier", "_id")


def people_asked_about(call: Call, asked: Asked) -> list[UUID]:
    """The people, each once; none when nobody fits. Faulty when the search names nobody and is not allowed to."""
    if call.bound_to is not None:
        return [call.bound_to] if _means(call, asked, call.bound_to) else []
    if asked.kind == "Patient":
        return _patients(call, asked)
    found: list[UUID] | None = None
    for wanted in asked.wanted:
        if names_somebody(wanted):
            named = _named(call, wanted)
            found = named if found is None else [each for each in found if each in named]
    if found is not None:
        return found
    if asked.kind == "ServiceRequest":
        return _whom_they_referred(call)
    raise whose(asked.kind)


def names_somebody(wanted: Wanted) -> bool:
    """Does the condition say by itself whose record is meant? One that only describes them (patient.birthdate) does not."""
    return wanted.parameter.person and (not wanted.chain or wanted.chain in _NAMED_BY) and wanted.modifier != "missing"


def _means(call: Call, asked: Asked, person: UUID) -> bool:
    """May a search of a token that opens one person only be about that one? Naming somebody else finds nothing."""
    if asked.kind == "Patient":
        return True  # its conditions are judged on the Patient itself
    return all(_names(call, each, person) for each in asked.wanted if names_somebody(each))


def _names(call: Call, wanted: Wanted, person: UUID) -> bool:
    if wanted.chain != "identifier" and wanted.modifier != "identifier":
        ids = [as_uuid(value.partition("/_history/")[0].rpartition("/")[2]) for value in wanted.values]
        return person in [people.current_id(id) for id in ids if id]
    return is_known_as(call, person, wanted.values)


def is_known_as(call: Call, person: UUID, identifiers: Sequence[str]) -> bool:
    """Is one of these, 'system|value' or a value alone, an identifier of this person?"""
    with opened(call, person, why="finding a person by identifier over FHIR"):
        found = patient.get(person, call)
    held = found.tree.get("identifier", ()) if found else ()
    known = {f"{system}|{each['value']}" for each in held for system in (each.get("system", ""), "")}
    return any(value in known or f"|{value}" in known for value in identifiers)


def whose(kind: str) -> Faulty:
    """The refusal of a search that names nobody: records are opened one person at a time."""
    name = next(each for each in ("patient", "_id") if each in KINDS[kind].searches)
    words = (
        f"Say whose {kind} you are looking for: '{name}=Patient/…', '{name}.identifier=https://fhir.nhs.uk/Id/nhs-number|…'"
        " or '_id=…'. Records are opened one person at a time."
    )
    return Faulty(Issue(code="required", diagnostics=words, expression=name), status=400)


def _named(call: Call, wanted: Wanted) -> list[UUID]:
    found: dict[UUID, None] = {}
    for value in wanted.values:
        if wanted.chain == "identifier" or wanted.modifier == "identifier":
            found.update(dict.fromkeys(people_known_by(call, value)))
            continue
        id = as_uuid(value.partition("/_history/")[0].rpartition("/")[2])
        if id is not None and (wanted.modifier in ("", "Patient")):
            found[people.current_id(id)] = None
    return list(found)


def _patients(call: Call, asked: Asked) -> list[UUID]:
    """Patients by identifier or id, else by the parts that people are looked for by."""
    for name in _NAMED_BY:
        wanted = asked.one(name)
        if wanted is not None and not wanted.modifier:
            ids = [as_uuid(value) for value in wanted.values] if name == "_id" else []
            known = (
                [person for value in wanted.values for person in people_known_by(call, value)] if name != "_id" else []
            )
            return list(dict.fromkeys([*(id for id in ids if id), *known]))
    family, given, postcode = (_first(asked, name) for name in ("family", "given", "address-postalcode"))
    born, name = _day(asked), _first(asked, "name")
    if not any((family, given, postcode, born, name)):
        words = "Look for a Patient by identifier, _id, family, given, name, birthdate or address-postalcode."
        raise Faulty(Issue(code="required", diagnostics=words, expression="identifier"), status=400)
    text = "" if family or given else name
    found = people.search(
        by=call.partner, at=call.at, text=text, family=family, given=given, birth_date=born, postcode=postcode
    )
    return [row.person_id for row in found]


def _first(asked: Asked, name: str) -> str:
    wanted = asked.one(name)
    return wanted.values[0] if wanted and wanted.modifier in ("", "exact", "contains") else ""


def _day(asked: Asked) -> date | None:
    wanted = asked.one("birthdate")
    text = wanted.values[0].removeprefix("eq") if wanted and not wanted.modifier else ""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        raise refused("birthdate", "must be a day that the calendar has.") from None


def _whom_they_referred(call: Call) -> list[UUID]:
    """A partner may ask for what it sent itself without naming anybody."""
    mine = Receipt.objects.filter(partner=call.partner.organisation).order_by("-at", "-id")
    ids = list(dict.fromkeys(mine.values_list("referral_id", flat=True)[:1000]))
    return list(dict.fromkeys(person_of(each) for each in ids))
