"""Which addresses are answered, by which handler, within which scope? Routes, metadata and the OpenAPI are drawn from here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from homeward.fhir.bulk.vocabulary import FILES
from homeward.fhir.door.route import Handler
from homeward.fhir.operations.everything import everything
from homeward.fhir.operations.export import end, export_all, export_people, file, how_far
from homeward.fhir.operations.launch import launch
from homeward.fhir.operations.match import match
from homeward.fhir.operations.process_message import process_message
from homeward.fhir.resources import subscription
from homeward.fhir.resources.history import history_of_kind, history_of_one
from homeward.fhir.resources.kinds import KINDS, Kind
from homeward.fhir.resources.reading import read, vread
from homeward.fhir.resources.searching import search
from homeward.fhir.resources.searching_by_form import search_by_form
from homeward.fhir.rules.scopes import PROCESS_MESSAGE
from homeward.fhir.writing.bundles import bundle
from homeward.fhir.writing.create import create
from homeward.fhir.writing.update import update, update_where

Methods = Mapping[str, tuple[str | None, Handler]]


@dataclass(frozen=True, kw_only=True)
class Operation:
    """An operation: on the whole server, on a kind or on one resource (`path` says where, `{id}` for one)."""

    name: str
    path: str
    kind: str = ""
    definition: str
    words: str
    methods: Methods


OPERATIONS = (
    Operation(
        name="process-message",
        path="$process-message",
        definition="http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message",
        words="Takes a BaRS servicerequest-request: a new referral, a change to one, or its withdrawal.",
        methods={"POST": (PROCESS_MESSAGE, process_message)},
    ),
    Operation(
        name="everything",
        path="Patient/{id}/$everything",
        kind="Patient",
        definition="http://hl7.org/fhir/OperationDefinition/Patient-everything",
        words="All that is held about a person, page by page; _type, _since and _count narrow it.",
        methods={"GET": ("system/Patient.rs", everything)},
    ),
    Operation(
        name="export",
        path="$export",
        definition="http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export",
        words="Many records at once, and what is about nobody, as NDJSON files: asked for with Prefer: respond-async, gathered meanwhile.",
        methods={"GET": ("system/Patient.rs", export_all), "POST": ("system/Patient.rs", export_all)},
    ),
    Operation(
        name="export",
        path="Patient/$export",
        kind="Patient",
        definition="http://hl7.org/fhir/uv/bulkdata/OperationDefinition/patient-export",
        words="The records of everybody whom the system may open, as NDJSON files; _type, _since and (by POST) patient narrow it.",
        methods={"GET": ("system/Patient.rs", export_people), "POST": ("system/Patient.rs", export_people)},
    ),
    Operation(
        name="match",
        path="Patient/$match",
        kind="Patient",
        definition="http://hl7.org/fhir/OperationDefinition/Patient-match",
        words="Who might this be? People who fit a Patient, the likeliest first, each with its score.",
        methods={"POST": ("system/Patient.rs", match)},
    ),
    Operation(
        name="launch",
        path="Patient/{id}/$launch",
        kind="Patient",
        definition="https://homeward.example/OperationDefinition/launch",
        words="An address for the user's browser: the person's page here, once and within a minute, after sign-in.",
        methods={"POST": ("system/Patient.rs", launch)},
    ),
)


# Kinds that are no part of anybody's record.
APART: Mapping[str, tuple[tuple[str, Methods], ...]] = {
    subscription.KIND: (
        (
            subscription.KIND,
            {
                "GET": ("system/Subscription.rs", subscription.search),
                "POST": ("system/Subscription.c", subscription.create),
            },
        ),
        (
            f"{subscription.KIND}/{{id}}",
            {
                "GET": ("system/Subscription.rs", subscription.read),
                "DELETE": ("system/Subscription.d", subscription.delete),
            },
        ),
    )
}


# How far a bulk export is, and its files: addresses that $export answers with.
BULK: tuple[tuple[str, Methods], ...] = (
    (f"{FILES}{{id}}", {"GET": ("system/Patient.rs", how_far), "DELETE": ("system/Patient.rs", end)}),
    (f"{FILES}{{id}}/{{name}}", {"GET": ("", file)}),
)


def routes() -> list[tuple[str, Methods]]:
    """(path under the base with {id} and {version}, methods) of every address, the more particular first."""
    found: list[tuple[str, Methods]] = [("", {"POST": ("", bundle)})]
    found += [(each.path, each.methods) for each in OPERATIONS]
    found += [pair for listed in APART.values() for pair in listed]
    found += BULK
    for name, kind in KINDS.items():
        found += list(_of_kind(name, kind))
    return found


def _of_kind(name: str, kind: Kind) -> list[tuple[str, Methods]]:
    reads = f"system/{name}.rs"
    whole: dict[str, tuple[str | None, Handler]] = {"GET": (reads, _about(search, name))}
    one: dict[str, tuple[str | None, Handler]] = {"GET": (reads, _about(read, name))}
    if kind.taken:
        whole["POST"] = (f"system/{name}.c", _about(create, name))
        whole["PUT"] = (f"system/{name}.u", _about(update_where, name))
        one["PUT"] = (f"system/{name}.u", _about(update, name))
    return [
        (f"{name}/_search", {"POST": (reads, _about(search_by_form, name))}),
        (f"{name}/_history", {"GET": (reads, _about(history_of_kind, name))}),
        (name, whole),
        (f"{name}/{{id}}/_history/{{version}}", {"GET": (reads, _about(vread, name))}),
        (f"{name}/{{id}}/_history", {"GET": (reads, _about(history_of_one, name))}),
        (f"{name}/{{id}}", one),
    ]


def _about(handler: Callable[..., object], kind: str) -> Handler:
    return partial(handler, kind=kind)  # type: ignore[return-value]  # the handler of every kind, told which
