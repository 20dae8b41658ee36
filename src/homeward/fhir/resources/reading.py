"""How is one resource found by its id, now or in a former version?"""

from collections.abc import Sequence
from uuid import UUID

from homeward.access.api import in_words
from homeward.fhir.door.opening import opened
from homeward.fhir.door.route import Answer, Call
from homeward.fhir.resources.kinds import KINDS, Kind
from homeward.fhir.resources.shown import Shown, http_date
from homeward.fhir.search.asking import read_query
from homeward.fhir.search.shaping import shaped
from homeward.foundation.errors import NotFound, NotPermitted
from homeward.foundation.r4.issues import Faulty, Issue


def find(call: Call, kind: Kind, id: str, *, why: str = "") -> Shown | None:
    """The resource with this id, if the caller may have it. To everybody else it is not there."""
    if kind.place is not None and (found := kind.place.by_id(call).get(id)):
        return found
    wanted = as_uuid(id)
    if wanted is None:
        return None
    if not kind.personal:
        return kind.received.get(wanted, call) if kind.received else None
    for source in kind.sources:
        person_id = source.whose(wanted)
        if person_id is None:
            continue
        try:
            with opened(call, person_id, why=why or f"reading {in_words(kind.name)} over FHIR"):
                found = source.get(wanted, call)
        except (NotPermitted, NotFound):
            return None
        if found is not None:
            return found
    return None


def read(call: Call, kind: str, id: str) -> Answer:
    """GET Kind/id."""
    found = find(call, KINDS[kind], id)
    if found is None:
        raise not_there(kind)
    return answer(call, found)


def vread(call: Call, kind: str, id: str, version: str) -> Answer:
    """GET Kind/id/_history/version."""
    found = next((each for each in versions(call, KINDS[kind], id) if each.version == version), None)
    if found is None:
        raise not_there(f"{kind} in version '{version[:20]}'")
    return answer(call, found)


def versions(call: Call, kind: Kind, id: str) -> Sequence[Shown]:
    """Every version that is kept, the latest first."""
    wanted = as_uuid(id)
    for source in (kind.own, kind.received):
        history = getattr(source, "history", None)
        if history is None or wanted is None:
            continue
        person_id = source.whose(wanted) if source is not None else None
        if person_id is None:
            found = history(wanted, call) if not kind.personal else ()
        else:
            try:
                with opened(call, person_id, why=f"reading the history of {in_words(kind.name)} over FHIR"):
                    found = history(wanted, call)
            except (NotPermitted, NotFound):
                return ()
        if found:
            return list(found)
    current = find(call, kind, id)
    return [current] if current else []


def answer(call: Call, found: Shown) -> Answer:
    """One resource as an answer, or 304 when the caller has it already."""
    headers = {"ETag": found.etag, "Last-Modified": http_date(found.updated)}
    known = call.request.headers.get("If-None-Match", "")
    if known and found.etag in (each.strip() for each in known.split(",")):
        return Answer(resource=None, status=304, headers=headers)
    shape = [(name, value) for name, value in call.pairs if name in ("_summary", "_elements")]
    if not shape:
        return Answer(resource=found.json, headers=headers)
    asked = read_query(found.kind, shape, {found.kind: KINDS[found.kind].searches})
    return Answer(resource=shaped(found.tree, summary=asked.summary, elements=asked.elements), headers=headers)


def as_uuid(id: str) -> UUID | None:
    """The id as one of ours, or None."""
    try:
        found = UUID(id)
    except ValueError:
        return None
    return found if str(found) == id.lower() else None


def not_there(what: str) -> Faulty:
    """What is not here, or not for this asker."""
    return Faulty(Issue(code="not-found", diagnostics=f"There is no {what} with this id for you."), status=404)
