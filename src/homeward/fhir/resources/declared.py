"""How are the place's own resources read and searched?"""

from collections.abc import Callable, Iterable

from homeward.fhir.door.route import Answer, Call, Handler
from homeward.fhir.reading.issues import Faulty, Issue
from homeward.fhir.resources.from_place import healthcare_services, locations, organizations
from homeward.fhir.resources.searching import (
    MOST,
    USUAL,
    Parameter,
    Tree,
    asked,
    fitting,
    identified,
    refers,
    same,
    searchset,
    starts,
    whole_number,
)

_ID = Parameter("token", "the id", same("id"))
_NAME = Parameter("string", "the start of the name", starts("name"))
_NUMBER = Parameter("token", "an identifier, such as an ODS code", identified)

SEARCHES: dict[str, dict[str, Parameter]] = {
    "Organization": {"_id": _ID, "name": _NAME, "identifier": _NUMBER, "partof": Parameter("reference", "what it is part of", refers("partOf"))},
    "Location": {"_id": _ID, "name": _NAME, "identifier": _NUMBER},
    "HealthcareService": {"_id": _ID, "name": _NAME, "organization": Parameter("reference", "who provides it", refers("providedBy"))},
}  # fmt: skip
SOURCES: dict[str, Callable[[], Iterable[Tree]]] = {
    "Organization": organizations,
    "Location": locations,
    "HealthcareService": healthcare_services,
}


def reader(kind: str) -> Handler:
    """The handler that reads one resource of this type by its id."""

    def read(call: Call, id: str) -> Answer:
        for tree in SOURCES[kind]():
            if tree["id"] == id:
                return Answer(resource=tree)
        raise Faulty(Issue(code="not-found", diagnostics=f"There is no {kind} with this id."), status=404)

    return read


def searcher(kind: str) -> Handler:
    """The handler that searches this type."""

    def search(call: Call) -> Answer:
        pairs = asked(call, SEARCHES[kind])
        count = whole_number(call, "_count", USUAL, MOST)
        offset = whole_number(call, "_offset", 0, 10**9)
        found = fitting(SOURCES[kind](), pairs, SEARCHES[kind])
        return searchset(call, kind, found[offset : offset + count], total=len(found), offset=offset, count=count)

    return search
