"""What does one entry of a transaction or batch ask for?"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote

from homeward.fhir.search.elements import Tree
from homeward.foundation.errors import Refused
from homeward.foundation.r4.issues import Faulty, Issue

_ADDRESS = re.compile(r"(?P<kind>[A-Z][A-Za-z]+)(?:/(?P<id>[A-Za-z0-9\-.]{1,64}))?(?:\?(?P<query>.*))?")


@dataclass(kw_only=True)
class Entry:
    """One entry: GET, POST or PUT of a kind, with an id or a condition. `path` names it in what is said about it."""

    path: str
    method: str
    kind: str
    id: str
    query: str
    full_url: str
    resource: Tree
    if_none_exist: str
    if_match: str

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The query as pairs."""
        return parse_qsl(self.query, keep_blank_values=True)


def entry_of(index: int, raw: Any) -> Entry:
    """The entry, read. Faulty 422, naming the element, for what cannot be done."""
    path = f"Bundle.entry[{index}]"
    request = raw.get("request") or {}
    method, url = str(request.get("method", "")), str(request.get("url", "")).lstrip("/")
    if not request:
        raise _fault(
            "required", f"{path}.request", "Say what is to be done with it: 'request' with a method and a url."
        )
    if method not in ("GET", "POST", "PUT"):
        raise _fault("not-supported", f"{path}.request.method", f"'{method}' is not done here. GET, POST and PUT are.")
    found = _ADDRESS.fullmatch(url)
    if found is None:
        raise _fault("value", f"{path}.request.url", f"'{url[:80]}' is not an address such as Patient or Patient/123.")
    resource = raw.get("resource") or {}
    if method != "GET" and resource.get("resourceType") != found["kind"]:
        raise _fault("invalid", f"{path}.resource", f"A {found['kind']} is wanted here, as the url says.")
    return Entry(
        path=path,
        method=method,
        kind=found["kind"],
        id=found["id"] or "",
        query=unquote(found["query"] or "") if method != "GET" else found["query"] or "",
        full_url=str(raw.get("fullUrl", "")),
        resource=resource,
        if_none_exist=str(request.get("ifNoneExist", "")),
        if_match=str(request.get("ifMatch", "")),
    )


@contextmanager
def named(entry: Entry) -> Iterator[None]:
    """What goes wrong inside is said of this entry."""
    try:
        yield
    except Faulty as fault:
        raise Faulty(*(_within(entry, each) for each in fault.issues), status=fault.status) from fault
    except Refused as refusal:
        if not refusal.field:
            refusal.field = f"{entry.path}.resource"
        raise


def _within(entry: Entry, issue: Issue) -> Issue:
    """'Observation.subject' of an entry's resource is 'Bundle.entry[3].resource.subject' of the whole."""
    if issue.expression.startswith("Bundle."):
        return issue
    _, _, element = issue.expression.partition(".")
    expression = f"{entry.path}.resource.{element}" if element else f"{entry.path}.resource"
    return Issue(code=issue.code, diagnostics=issue.diagnostics, expression=expression, severity=issue.severity)


def _fault(code: Any, element: str, words: str) -> Faulty:
    return Faulty(Issue(code=code, expression=element, diagnostics=words), status=422)
