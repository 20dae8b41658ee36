"""How does the bench talk to the served Homeward? Over plain HTTP, on connections that stay open, like any client."""

import http.client
import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

TIMEOUT = 20.0


@dataclass(frozen=True)
class Heard:
    """An answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Wire:
    """Connections to one port, one for each thread."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._of_thread = threading.local()

    def ask(self, method: str, path: str, *, body: bytes | None = None, headers: Mapping[str, str] | None = None) -> Heard:
        """One request. A connection that the server had closed meanwhile is opened once more."""
        for again in (True, False):
            connection = self._connection()
            try:
                connection.request(method, path, body=body, headers=dict(headers or {}))
                answer = connection.getresponse()
                return Heard(answer.status, dict(answer.getheaders()), answer.read())
            except (http.client.HTTPException, OSError):
                connection.close()
                self._of_thread.connection = None
                if not again:
                    raise
        raise AssertionError("unreachable")

    def _connection(self) -> http.client.HTTPConnection:
        held: http.client.HTTPConnection | None = getattr(self._of_thread, "connection", None)
        if held is None:
            held = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
            self._of_thread.connection = held
        return held


def token(wire: Wire, client: Mapping[str, str]) -> str:
    """A bearer token for a partner's client, got as a partner gets it."""
    form = urlencode({"grant_type": "client_credentials", **client}).encode()
    heard = wire.ask("POST", "/oauth/token", body=form, headers={"Content-Type": "application/x-www-form-urlencoded"})
    if heard.status != 200:
        raise RuntimeError(f"no token: {heard.status} {heard.body[:200]!r}")
    return str(json.loads(heard.body)["access_token"])
