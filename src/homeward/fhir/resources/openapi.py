"""What would a tool that reads OpenAPI make of these addresses? Drawn from the same table as the routes."""

import re
from typing import Any

from homeward.fhir.door.route import Answer, Call
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.resources.registry import routes

_OF_THE_ANSWER = ("_count", "_sort", "_include", "_revinclude", "_summary", "_elements", "_total", "_cursor")


def openapi(call: Call) -> Answer:
    """The OpenAPI 3.0 description; open to all."""
    return Answer(resource=described(call.address("").rstrip("/")), headers={"Cache-Control": "max-age=300"})


def described(base: str) -> dict[str, Any]:
    """The description of the server at `base`."""
    paths = {f"/{path}" if path else "/": _path(path, methods) for path, methods in routes()}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Homeward FHIR R4", "version": "4.0.1"},
        "servers": [{"url": base}],
        "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
        "security": [{"token": []}],
        "paths": {"/metadata": {"get": {"responses": _RESPONSES, "security": []}}, **paths},
    }


_CONTENT = {"application/fhir+json": {"schema": {"type": "object", "required": ["resourceType"]}}}
_RESPONSES = {
    "200": {"description": "What was asked for", "content": _CONTENT},
    "201": {"description": "What is new", "content": _CONTENT},
    "304": {"description": "Nothing changed since"},
    "default": {"description": "An OperationOutcome that says why not", "content": _CONTENT},
}


def _path(path: str, methods: Any) -> dict[str, Any]:
    said: dict[str, Any] = {method.lower(): _operation(path, method) for method in methods}
    named = re.findall(r"{(\w+)}", path)
    if named:
        said["parameters"] = [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1, "pattern": r"^[A-Za-z0-9\-.]{1,64}$"}}
            for name in named
        ]  # fmt: skip
    return said


def _operation(path: str, method: str) -> dict[str, Any]:
    kind = KINDS.get(path)
    operation: dict[str, Any] = {"responses": _RESPONSES}
    if method == "GET" and kind is not None:
        names = [*kind.searches, *_OF_THE_ANSWER]
        operation["parameters"] = [
            {"name": name, "in": "query", "required": False, "schema": {"type": "string"}} for name in names
        ]
    if method in ("POST", "PUT") and not path.endswith("_search"):
        example = (
            {"resourceType": path.partition("/")[0]} if path.partition("/")[0] in KINDS else {"resourceType": "Bundle"}
        )
        schema = {"type": "object", "required": ["resourceType"], "properties": {"resourceType": {"type": "string"}}}
        operation["requestBody"] = {
            "required": True,
            "content": {"application/fhir+json": {"schema": schema, "example": example}},
        }
    if path.endswith("_search"):
        schema = {"type": "object", "additionalProperties": {"type": "string"}}
        operation["requestBody"] = {"content": {"application/x-www-form-urlencoded": {"schema": schema}}}
    return operation
