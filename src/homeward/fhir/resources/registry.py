"""Which resources and operations are served, to which scope, by which handler?"""

from collections.abc import Mapping
from dataclasses import dataclass

from homeward.fhir.door.route import Handler
from homeward.fhir.operations.process_message import process_message
from homeward.fhir.resources import service_request
from homeward.fhir.resources.declared import SEARCHES, reader, searcher
from homeward.fhir.resources.searching import Parameter
from homeward.fhir.rules.scopes import PROCESS_MESSAGE


@dataclass(frozen=True, kw_only=True)
class Served:
    """A resource type that can be read and searched."""

    read: Handler
    search: Handler
    searches: Mapping[str, Parameter]
    versioned: bool = False

    @staticmethod
    def scope(kind: str) -> str:
        """The scope that reading and searching this type needs."""
        return f"system/{kind}.rs"


@dataclass(frozen=True, kw_only=True)
class Operation:
    """An operation on the whole server."""

    name: str
    definition: str
    words: str
    scope: str
    handler: Handler


RESOURCES: dict[str, Served] = {
    service_request.KIND: Served(
        read=service_request.read, search=service_request.search, searches=service_request.SEARCH, versioned=True
    ),
    **{kind: Served(read=reader(kind), search=searcher(kind), searches=SEARCHES[kind]) for kind in SEARCHES},
}
OPERATIONS = (
    Operation(
        name="process-message",
        definition="http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message",
        words="Takes a BaRS servicerequest-request: a new referral, a change to one, or its withdrawal.",
        scope=PROCESS_MESSAGE,
        handler=process_message,
    ),
)
