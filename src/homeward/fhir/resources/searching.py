"""How is a search answered: who is asked about, what fits, in which order, which page, what comes with it?"""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from itertools import chain
from typing import Any

import orjson

from homeward.access.api import in_words
from homeward.fhir.door.opening import opened
from homeward.fhir.door.route import Answer, Call
from homeward.fhir.door.written import written
from homeward.fhir.models import Receipt
from homeward.fhir.resources.coming_along import along_with
from homeward.fhir.resources.kinds import KINDS, Kind
from homeward.fhir.resources.pointed_at import fits_through
from homeward.fhir.resources.reading import as_uuid, find
from homeward.fhir.resources.shown import Shown
from homeward.fhir.resources.whom import names_somebody, people_asked_about
from homeward.fhir.search.asking import Asked, read_query
from homeward.fhir.search.cursor import next_mark, read_mark
from homeward.fhir.search.fits import fits
from homeward.fhir.search.glancing import glances, may_fit
from homeward.fhir.search.ordering import after, ordered
from homeward.fhir.search.shaping import shaped
from homeward.fhir.search.table import PARAMETERS
from homeward.foundation.errors import NotFound, NotPermitted


def search(call: Call, kind: str) -> Answer:
    """GET Kind?… as a searchset."""
    asked = asked_of(call, kind)
    with ExitStack() as until_answered:
        found = gather(call, asked, until_answered)
        return Answer(resource=_bundle(call, asked, found))


def asked_of(call: Call, kind: str) -> Asked:
    """What the call's query asks."""
    return read_query(kind, call.pairs, PARAMETERS, lenient=call.lenient)


def gather(call: Call, asked: Asked, until_answered: ExitStack) -> list[Shown]:
    """Everything that fits, in no order. One person's record stays open until the answer is made."""
    kind = KINDS[asked.kind]
    found: Iterable[Shown]
    by_id = asked.one("_id")
    if by_id is not None and not by_id.modifier and kind.name != "Patient":
        found = [each for id in dict.fromkeys(by_id.values) if (each := find(call, kind, id))]
    elif kind.personal:
        found = _of_people(call, asked, kind, until_answered)
    else:
        of_place = kind.place.by_id(call).values() if kind.place else ()
        found = chain(of_place, kind.received.each_of(None, call) if kind.received else ())
    return fitting(call, asked, found)


def _of_people(call: Call, asked: Asked, kind: Kind, until_answered: ExitStack) -> list[Shown]:
    people = people_asked_about(call, asked)
    found: list[Shown] = []
    for person_id in people:
        holding = until_answered if len(people) == 1 else ExitStack()
        try:
            holding.enter_context(opened(call, person_id, why=f"searching {in_words(kind.name)} over FHIR"))
            found += [each for source in kind.sources for each in source.of_person(person_id, call)]
        except (NotPermitted, NotFound):
            continue
        finally:
            if holding is not until_answered:
                holding.close()
    return _own_only(call, asked, found)


def _own_only(call: Call, asked: Asked, found: list[Shown]) -> list[Shown]:
    """A search that names nobody shows what the partner sent itself."""
    if asked.kind != "ServiceRequest" or any(names_somebody(each) for each in asked.wanted) or call.bound_to:
        return found
    ids = [id for each in found if (id := as_uuid(each.id))]
    mine = set(
        Receipt.objects.filter(partner=call.partner.organisation, referral_id__in=ids).values_list(
            "referral_id", flat=True
        )
    )
    return [each for each in found if as_uuid(each.id) in mine]


def fitting(call: Call, asked: Asked, found: Iterable[Shown]) -> list[Shown]:
    """Those that fit every condition."""
    conditions = [each for each in asked.wanted if not (names_somebody(each) and _answered_before(call, asked))]
    codes = glances(conditions)
    kept = [
        each
        for each in found
        if may_fit(each.received, codes if each.received else ())
        and all(
            fits(wanted.parameter, wanted.modifier, wanted.values, each.tree, now=call.at)
            for wanted in conditions
            if not wanted.chain
        )
    ]
    chains = [each for each in conditions if each.chain]
    return [each for each in kept if all(fits_through(call, wanted, each) for wanted in chains)] if chains else kept


def _answered_before(call: Call, asked: Asked) -> bool:
    """Were the conditions about the person answered by opening that person alone? Not when things were found by id."""
    return asked.kind != "Patient" and asked.one("_id") is None


def _bundle(call: Call, asked: Asked, found: Sequence[Shown]) -> bytes:
    by = call.partner.organisation
    keyed = ordered(found, asked.sort, KINDS[asked.kind].searches)
    mark = read_mark(asked.cursor, query=asked.query, by=by) if asked.cursor else ()
    rest = after(keyed, mark)
    page = [] if asked.summary == "count" else rest[: asked.count]
    links = [{"relation": "self", "url": call.address(f"{asked.kind}{call.spelt(call.pairs)}")}]
    if page and len(rest) > len(page):
        cursor = next_mark(page[-1][0], query=asked.query, by=by)
        links.append(
            {"relation": "next", "url": call.address(f"{asked.kind}{call.spelt([*asked.query, ('_cursor', cursor)])}")}
        )
    bundle: dict[str, Any] = {"resourceType": "Bundle", "type": "searchset", "total": len(keyed), "link": links}
    if not asked.tells_total(len(keyed)):
        del bundle["total"]
    matches = [each for _, each in page]
    entries = [_entry(call, asked, each, "match") for each in matches]
    if asked.includes or asked.revincludes:
        entries += [_entry(call, asked, each, "include") for each in along_with(call, asked, matches)]
    if entries:
        bundle["entry"] = entries
    return written(bundle)


def _entry(call: Call, asked: Asked, shown: Shown, mode: str) -> dict[str, Any]:
    plain = asked.summary == "false" and not asked.elements
    resource = (
        orjson.Fragment(shown.json) if plain else shaped(shown.tree, summary=asked.summary, elements=asked.elements)
    )
    return {"fullUrl": call.address(f"{shown.kind}/{shown.id}"), "resource": resource, "search": {"mode": mode}}
