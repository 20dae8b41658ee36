"""How are the place's own resources (services, organisations, areas, plans, forms, measures) read and searched?"""

from functools import lru_cache

from homeward.directory.api import place
from homeward.fhir.door.route import Answer, Call, Handler
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
from homeward.foundation.r4.issues import Faulty, Issue
from homeward.grammar.as_fhir.bundle import to_fhir
from homeward.grammar.place import Place

_ID = Parameter("token", "the id", same("id"))
_NAME = Parameter("string", "the start of the name", starts("name"))
_TITLE = Parameter("string", "the start of the title", starts("title"))
_NUMBER = Parameter("token", "an identifier, such as an ODS code", identified)
_PART_OF = Parameter("reference", "what it is part of", refers("partOf"))
_DEFINED = {"_id": _ID, "title": _TITLE, "url": Parameter("uri", "the canonical address", same("url"))}

SEARCHES: dict[str, dict[str, Parameter]] = {
    "Organization": {"_id": _ID, "name": _NAME, "identifier": _NUMBER, "partof": _PART_OF},
    "Location": {"_id": _ID, "name": _NAME, "identifier": _NUMBER, "partof": _PART_OF},
    "HealthcareService": {
        "_id": _ID,
        "name": _NAME,
        "identifier": _NUMBER,
        "organization": Parameter("reference", "who provides it", refers("providedBy")),
    },
    "PlanDefinition": _DEFINED,
    "ActivityDefinition": _DEFINED,
    "Questionnaire": _DEFINED,
    "Measure": _DEFINED,
}


class _Written:
    """A place written as FHIR once, by type."""

    def __init__(self, here: Place, base: str) -> None:
        self.of = here
        self.by_type: dict[str, dict[str, Tree]] = {kind: {} for kind in SEARCHES}
        for entry in to_fhir(here, base=base)["entry"]:
            tree = entry["resource"]
            self.by_type[tree["resourceType"]][tree["id"]] = tree


@lru_cache(maxsize=8)
def _kept(base: str, version: int) -> _Written:
    return _Written(place(), base)


def _declared(kind: str, call: Call) -> dict[str, Tree]:
    """All resources of one type, by id. Written anew when another place is loaded."""
    here = place()
    base = call.address("").rstrip("/")
    written = _kept(base, id(here))
    return (written if written.of is here else _Written(here, base)).by_type[kind]


def reader(kind: str) -> Handler:
    """The handler that reads one resource of this type by its id."""

    def read(call: Call, id: str) -> Answer:
        found = _declared(kind, call).get(id)
        if found is None:
            raise Faulty(Issue(code="not-found", diagnostics=f"There is no {kind} with this id."), status=404)
        return Answer(resource=found)

    return read


def searcher(kind: str) -> Handler:
    """The handler that searches this type."""

    def search(call: Call) -> Answer:
        pairs = asked(call, SEARCHES[kind])
        count = whole_number(call, "_count", USUAL, MOST)
        offset = whole_number(call, "_offset", 0, 10**9)
        found = fitting(_declared(kind, call).values(), pairs, SEARCHES[kind])
        return searchset(call, kind, found[offset : offset + count], total=len(found), offset=offset, count=count)

    return search
