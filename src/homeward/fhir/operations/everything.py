"""What is all that is held about one person? (FHIR R4 Patient/$everything)"""

from typing import Any

import orjson

from homeward.fhir.door.opening import opened
from homeward.fhir.door.route import Answer, Call
from homeward.fhir.door.written import written
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.resources.reading import as_uuid, not_there
from homeward.fhir.resources.shown import Shown
from homeward.fhir.search.asking import MOST, refused
from homeward.fhir.search.cursor import next_mark, read_mark
from homeward.fhir.search.moments import Stretch, stretch
from homeward.fhir.search.ordering import after, ordered
from homeward.foundation.errors import NotFound, NotPermitted

USUAL = 100
_KNOWN = ("_type", "_since", "_count", "_cursor", "_format", "_pretty", "start", "end")


def everything(call: Call, id: str) -> Answer:
    """GET Patient/id/$everything: the Patient first, then the rest, the latest first."""
    person_id = as_uuid(id)
    asked = dict(call.pairs)
    for name in asked:
        if name not in _KNOWN:
            raise refused(name, f"is not known here. Known are: {', '.join(_KNOWN)}.", code="not-supported")
    wanted = _kinds(call, asked.get("_type", ""))
    if person_id is None:
        raise not_there("Patient")
    try:
        with opened(call, person_id, why="reading everything over FHIR"):
            first = [each for source in KINDS["Patient"].sources for each in source.of_person(person_id, call)]
            if not first:
                raise not_there("Patient")
            found = [
                each for name in wanted for source in KINDS[name].sources for each in source.of_person(person_id, call)
            ]
    except (NotPermitted, NotFound):
        raise not_there("Patient") from None
    return _page(call, asked, first if "Patient" in _named(asked.get("_type", "Patient")) else [], found, id)


def _named(listed: str) -> list[str]:
    return [each.strip() for each in listed.split(",") if each.strip()]


def _kinds(call: Call, listed: str) -> list[str]:
    named = _named(listed)
    for each in named:
        if each not in KINDS:
            raise refused("_type", f"names '{each[:64]}', which is not served here.")
    return [
        name for name, kind in KINDS.items()
        if kind.personal and name != "Patient" and call.may(name) and (not named or name in named)
    ]  # fmt: skip


def _page(call: Call, asked: dict[str, str], first: list[Shown], found: list[Shown], id: str) -> Answer:
    count = min(int(asked["_count"]), MOST) if asked.get("_count", "").isdigit() and len(asked["_count"]) < 9 else USUAL
    since = _stretch("_since", asked)
    start, end = _stretch("start", asked), _stretch("end", asked)
    kept = [
        each for each in found
        if (since is None or each.updated >= since.start)
        and (start is None or each.moment >= start.start)
        and (end is None or each.moment < end.end)
    ]  # fmt: skip
    keyed = ordered(kept, (), {})
    query = [(name, value) for name, value in call.pairs if name != "_cursor"]
    bound = [*query, ("$everything", id)]
    by = call.partner.organisation
    rest = after(keyed, read_mark(asked["_cursor"], query=bound, by=by)) if asked.get("_cursor") else keyed
    page = rest[: max(count, 1)]
    links = [{"relation": "self", "url": call.request.build_absolute_uri()}]
    if len(rest) > len(page):
        mark = next_mark(page[-1][0], query=bound, by=by)
        links.append(
            {
                "relation": "next",
                "url": call.address(f"Patient/{id}/$everything{call.spelt([*query, ('_cursor', mark)])}"),
            }
        )
    shown = [*([] if asked.get("_cursor") else first), *(each for _, each in page)]
    bundle: dict[str, Any] = {
        "resourceType": "Bundle",
        "type": "searchset",
        "total": len(keyed) + len(first),
        "link": links,
    }
    if shown:
        bundle["entry"] = [_entry(call, each) for each in shown]
    return Answer(resource=written(bundle))


def _stretch(name: str, asked: dict[str, str]) -> Stretch | None:
    if not asked.get(name):
        return None
    found = stretch(asked[name])
    if found is None:
        raise refused(name, "must be a date such as 2026-03-04.")
    return found


def _entry(call: Call, each: Shown) -> dict[str, Any]:
    address = call.address(f"{each.kind}/{each.id}")
    return {"fullUrl": address, "resource": orjson.Fragment(each.json), "search": {"mode": "match"}}
