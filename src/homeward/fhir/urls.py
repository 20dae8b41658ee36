"""Which addresses does the FHIR door answer? Drawn from the registry; anything else under the base is told so in FHIR."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, include, path, re_path

from homeward.fhir.door.route import Answer, Call, route
from homeward.fhir.oauth.smart_configuration import key_set, openid_configuration, smart_configuration
from homeward.fhir.oauth.token import revoke, token
from homeward.fhir.operations.launch import follow
from homeward.fhir.resources.metadata import metadata
from homeward.fhir.resources.openapi import openapi
from homeward.fhir.resources.registry import routes
from homeward.foundation.r4.issues import Faulty, Issue

BASE = "fhir/R4"


def _nothing_here(call: Call, **parts: Any) -> Answer:
    words = "There is nothing at this address. See /fhir/R4/metadata for what there is."
    raise Faulty(Issue(code="not-found", diagnostics=words), status=404)


_EVERY = dict.fromkeys(("GET", "POST", "PUT", "PATCH", "DELETE"), (None, _nothing_here))


def _pattern(written: str) -> str:
    """'Patient/{id}' as Django writes it."""
    return re.sub(r"{(\w+)}", r"<str:\1>", written)


def _by_kind() -> Iterator[URLPattern | URLResolver]:
    """The addresses below a kind stand together, so that the hundreds below others are not tried one by one."""
    below: dict[str, list[URLPattern]] = {}
    for written, methods in routes():
        kind, _, rest = written.partition("/")
        if rest:
            below.setdefault(kind, []).append(path(_pattern(rest), route(**methods)))
        else:
            yield path(f"{BASE}/{_pattern(kind)}", route(**methods))
    yield from (path(f"{BASE}/{kind}/", include(listed)) for kind, listed in below.items())


urlpatterns: list[URLPattern | URLResolver] = [
    *(path(BASE, route(**methods)) for written, methods in routes() if not written),  # where bundles come: tried first
    path("oauth/token", token, name="oauth-token"),
    path("oauth/revoke", revoke, name="oauth-revoke"),
    path(".well-known/openid-configuration", openid_configuration),
    path(".well-known/jwks.json", key_set),
    path("launch/<str:token>", follow, name="fhir-launch"),
    path(".well-known/smart-configuration", smart_configuration),
    path(f"{BASE}/.well-known/smart-configuration", smart_configuration),
    path(f"{BASE}/metadata", route(GET=(None, metadata)), name="fhir-metadata"),
    path(f"{BASE}/openapi.json", route(GET=(None, openapi)), name="fhir-openapi"),
    *_by_kind(),
    re_path(rf"^{BASE}(?:/.*)?$", route(**_EVERY)),
]
