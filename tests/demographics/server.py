"""How is the register asked over HTTP? A server of our own on a free port, shut when the test is over."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from homeward.foundation.nhs_number import is_valid
from tests.demographics.register import Register, Wrong

CODES = "https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode"


def outcome(code: str, severity: str = "error") -> dict[str, Any]:
    """An OperationOutcome with the service's own code."""
    details = {"coding": [{"system": CODES, "code": code}]}
    return {"resourceType": "OperationOutcome", "issue": [{"severity": severity, "code": "value", "details": details}]}


def answer(register: Register, target: str) -> tuple[int, dict[str, Any]]:
    """Status and body for the path and query of a GET."""
    parts = urlsplit(target)
    path = parts.path.rstrip("/")
    if path == "/Patient":
        return _searched(register, parse_qsl(parts.query))
    number = unquote(path.removeprefix("/Patient/"))
    if not is_valid(number):
        return 400, outcome("INVALID_RESOURCE_ID")
    if number in register.invalidated:
        return 404, outcome("INVALIDATED_RESOURCE")
    patient = register.by_number(number)
    return (200, dict(patient)) if patient else (404, outcome("RESOURCE_NOT_FOUND"))


def _searched(register: Register, query: list[tuple[str, str]]) -> tuple[int, dict[str, Any]]:
    try:
        found = register.search(query)
    except Wrong as wrong:
        code = str(wrong)
        return (200, outcome(code, "information")) if code == "TOO_MANY_MATCHES" else (400, outcome(code))
    entries = [{"search": {"score": score}, "resource": patient} for score, patient in found]
    return 200, {"resourceType": "Bundle", "type": "searchset", "total": len(entries), "entry": entries}


@contextmanager
def served(register: Register) -> Iterator[str]:
    """The address of a service over this register, while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = answer(register, self.path)
            sent = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/fhir+json")
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        def log_message(self, format: str, *args: object) -> None:
            """A test run needs no log of requests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
