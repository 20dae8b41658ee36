"""Which addresses does the FHIR door answer? Drawn from the registry; anything else under the base is told so in FHIR."""

from typing import Any

from django.urls import path, re_path

from homeward.fhir.door.route import Answer, Call, route
from homeward.fhir.oauth.smart_configuration import smart_configuration
from homeward.fhir.oauth.token import token
from homeward.fhir.resources.metadata import metadata
from homeward.fhir.resources.registry import OPERATIONS, RESOURCES, Served
from homeward.foundation.r4.issues import Faulty, Issue

BASE = "fhir/R4"


def _nothing_here(call: Call, **parts: Any) -> Answer:
    words = "There is nothing at this address. See /fhir/R4/metadata for what there is."
    raise Faulty(Issue(code="not-found", diagnostics=words), status=404)


_EVERY = dict.fromkeys(("GET", "POST", "PUT", "PATCH", "DELETE"), (None, _nothing_here))

urlpatterns = [
    path("oauth/token", token, name="oauth-token"),
    path(".well-known/smart-configuration", smart_configuration),
    path(f"{BASE}/.well-known/smart-configuration", smart_configuration),
    path(f"{BASE}/metadata", route(GET=(None, metadata)), name="fhir-metadata"),
    *(path(f"{BASE}/${each.name}", route(POST=(each.scope, each.handler))) for each in OPERATIONS),
    *(path(f"{BASE}/{kind}", route(GET=(Served.scope(kind), served.search))) for kind, served in RESOURCES.items()),
    *(path(f"{BASE}/{kind}/<str:id>", route(GET=(Served.scope(kind), served.read))) for kind, served in RESOURCES.items()),
    re_path(rf"^{BASE}(?:/.*)?$", route(**_EVERY)),
]
