"""How is a transaction done? People first, then referrals, then the rest person by person; references made to hold; all or nothing."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction as database

from homeward.access.api import gate
from homeward.fhir.door.route import Call
from homeward.fhir.door.written import written
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.rules.requests import is_referral
from homeward.fhir.search.elements import Tree, references
from homeward.fhir.writing.about_whom import Subjects, nobody_known, person_of_tree
from homeward.fhir.writing.asking import asked_in, check_scope
from homeward.fhir.writing.by_app import check_by_app
from homeward.fhir.writing.create import those_that_fit
from homeward.fhir.writing.entries import Entry, named
from homeward.fhir.writing.keeping import id_of, keep_changed, keep_items, keep_new, kind_of
from homeward.fhir.writing.kept import Kept, entry_response
from homeward.fhir.writing.update import changed_where
from homeward.foundation.actions import all_or_nothing
from homeward.foundation.ids import new_id
from homeward.foundation.r4.issues import Faulty, Issue
from homeward.records.api import named_here

Places = dict[str, str]  # what an entry is called inside the Bundle → where it is here


def transaction(call: Call, entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """The response of each entry, in the order in which they came."""
    for entry in entries:
        with named(entry):
            check_scope(call, entry)
    with database.atomic():
        return _done(call, entries)


def _done(call: Call, entries: Sequence[Entry]) -> list[dict[str, Any]]:
    kept: dict[int, Kept] = {}
    places: Places = {}
    waiting = [(index, entry) for index, entry in enumerate(entries) if entry.method != "GET"]
    people = [pair for pair in waiting if pair[1].kind == "Patient"]
    for index, entry in people:
        with named(entry):
            kept[index] = _one(call, entry, places)
            _place(places, entry, kept[index])
    rest = [pair for pair in waiting if pair[1].kind != "Patient"]
    found = _there_already(call, rest, kept, places)
    fresh = [pair for pair in rest if pair[0] not in found and _is_item(pair[1])]
    names = _name(call, fresh, places)
    for index, entry in rest:
        if index not in kept and index not in names:
            with named(entry):
                kept[index] = _one(call, entry, places)
                _place(places, entry, kept[index])
    _keep_fresh(call, fresh, names, places, kept)
    reads = {index: asked_in(call, entry) for index, entry in enumerate(entries) if entry.method == "GET"}
    return [
        reads[index] if index in reads else {"response": entry_response(call, kept[index])}
        for index in range(len(entries))
    ]


def _is_item(entry: Entry) -> bool:
    """Is it created as a partner's record, whose id is known before it is kept?"""
    return entry.method == "POST" and not (entry.kind == "ServiceRequest" and is_referral(entry.resource))


def _there_already(
    call: Call, rest: Sequence[tuple[int, Entry]], kept: dict[int, Kept], places: Places
) -> dict[int, Kept]:
    found = {}
    for index, entry in rest:
        if entry.method == "POST" and entry.if_none_exist:
            with named(entry):
                there = those_that_fit(call, entry.kind, entry.if_none_exist)
            if there:
                found[index] = kept[index] = Kept(kind=entry.kind, id=there[0].id, created=False)
                _place(places, entry, kept[index])
    return found


def _name(call: Call, fresh: Sequence[tuple[int, Entry]], places: Places) -> dict[int, tuple[str, UUID]]:
    """Names at the source and ids here of what is to be created, so that references to it can be made to hold."""
    names = {}
    for index, entry in fresh:
        with named(entry):
            kind = kind_of(entry.kind)
            check_by_app(call, kind.name)
        source_id = named_here(new_id())
        names[index] = (source_id, id_of(call, kind.name, source_id))
        _place(places, entry, Kept(kind=kind.name, id=str(names[index][1]), created=True))
    return names


def _keep_fresh(
    call: Call,
    fresh: Sequence[tuple[int, Entry]],
    names: Mapping[int, tuple[str, UUID]],
    places: Places,
    kept: dict[int, Kept],
) -> None:
    """What is new, person by person, each with one event."""
    entries = dict(fresh)
    whose: dict[UUID | None, list[tuple[int, tuple[str, str, bytes]]]] = {}
    known: Subjects = {}
    for index, entry in fresh:
        with named(entry):
            tree = _pointed(call, entry.resource, places)
            person_id = person_of_tree(call, KINDS[entry.kind], tree, known=known, opened_next=True)
        whose.setdefault(person_id, []).append((index, (entry.kind, names[index][0], written(tree))))
    for person_id, items in whose.items():
        try:
            with all_or_nothing():
                done = keep_items(call, person_id, [item for _, item in items], new=True)
        except gate.RecordShut:
            first = entries[items[0][0]]
            with named(first):
                raise nobody_known(KINDS[first.kind], first.resource) from None
        kept.update(zip((index for index, _ in items), done, strict=True))


def _one(call: Call, entry: Entry, places: Places) -> Kept:
    kind = kind_of(entry.kind)
    text = written(_pointed(call, entry.resource, places))
    if entry.method == "PUT" and entry.id:
        return keep_changed(call, kind, entry.id, text, if_match=entry.if_match)
    if entry.method == "PUT":
        return changed_where(call, entry.kind, entry.query, text, entry.if_match)
    if entry.if_none_exist and (there := those_that_fit(call, entry.kind, entry.if_none_exist)):
        return Kept(kind=entry.kind, id=there[0].id, created=False)
    return keep_new(call, kind, text)


def _place(places: Places, entry: Entry, kept: Kept) -> None:
    """By which names the Bundle's references may mean this entry: its fullUrl, and Kind/id of a fullUrl or resource."""
    if entry.full_url:
        places[entry.full_url] = kept.address
        if not entry.full_url.startswith("urn:"):
            places["/".join(entry.full_url.rsplit("/", 2)[-2:])] = kept.address
    if entry.resource.get("id"):
        places.setdefault(f"{entry.kind}/{entry.resource['id']}", kept.address)


def _pointed(call: Call, tree: Tree, places: Places) -> Tree:
    """The resource with its references to other entries, and those that are searches, pointing to what is here."""
    for node in references(tree):
        said = node["reference"]
        if said in places:
            node["reference"] = places[said]
        elif "?" in said and not said.startswith(("http:", "https:", "urn:", "#")):
            node["reference"] = _by_search(call, said)
    return tree


def _by_search(call: Call, reference: str) -> str:
    kind, _, condition = reference.partition("?")
    there = those_that_fit(call, kind, condition) if kind in KINDS else []
    if not there:
        words = f"'{reference[:100]}' finds nothing here, so the reference would point nowhere."
        raise Faulty(Issue(code="not-found", diagnostics=words), status=412)
    return f"{kind}/{there[0].id}"
