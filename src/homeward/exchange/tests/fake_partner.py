"""A partner's system that answers as it is told: over real HTTP, so that what we send is what a partner would get."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Answer:
    """One answer: status, body, headers; `after` seconds of silence first; `hang_up` without any."""

    status: int = 200
    body: Any = field(default_factory=lambda: {"resourceType": "Bundle", "id": "theirs", "type": "message"})
    headers: dict[str, str] = field(default_factory=dict)
    after: float = 0.0
    hang_up: bool = False


@dataclass
class Asked:
    """One request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def tree(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found


@dataclass
class FakePartner:
    """What it was asked, and what it will answer: `answers` in order, then that all is well."""

    url: str
    asked: list[Asked] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)


@contextmanager
def fake_partner() -> Iterator[FakePartner]:
    """At work until the block ends."""
    partner = FakePartner(url="")

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            partner.asked.append(
                Asked(self.command, self.path, {name.lower(): value for name, value in self.headers.items()}, body)
            )
            answer = partner.answers.pop(0) if partner.answers else Answer()
            time.sleep(answer.after)
            if answer.hang_up:
                self.close_connection = True
                return
            data = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
            self.send_response(answer.status)
            for name, value in {"Content-Type": "application/fhir+json", **answer.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PUT = _answer

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    partner.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield partner
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def outcome(code: str, words: str, *, element: str = "", severity: str = "error") -> dict[str, Any]:
    """An OperationOutcome."""
    issue: dict[str, Any] = {"severity": severity, "code": code, "diagnostics": words}
    return {"resourceType": "OperationOutcome", "issue": [issue | ({"expression": [element]} if element else {})]}
