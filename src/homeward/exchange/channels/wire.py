"""How is one HTTP request made to a partner? With a limit on time and size, no redirects, and only to where it may go."""

import http.client
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, urlsplit

from homeward.exchange.rules.addresses import is_public

SECONDS = 20.0
MOST_BYTES = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What came back; `status` 0 and `trouble` in words when nothing did."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    trouble: str = ""

    @property
    def wait_seconds(self) -> int:
        """The receiver's wish in Retry-After, bounded to a day."""
        asked = self.headers.get("retry-after", "")
        return min(int(asked), 86_400) if asked.isdigit() else 0


def send(
    method: str, url: str, *, body: bytes = b"", headers: Mapping[str, str] | None = None, seconds: float = SECONDS,
    private: bool = True,
) -> Reply:  # fmt: skip
    """One request. With `private` False only public addresses are connected to, whatever the name resolves to."""
    parts = urlsplit(url)
    connection: http.client.HTTPConnection | None = None
    try:
        connection = _connection(parts, seconds)
        if not private:
            connection.sock = _public_socket(parts, seconds)
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        connection.request(method, target, body=body or None, headers={"Connection": "close", **(headers or {})})
        answer = connection.getresponse()
        return Reply(
            status=answer.status, body=answer.read(MOST_BYTES),
            headers={name.lower(): value for name, value in answer.getheaders()},
        )  # fmt: skip
    except NotAllowed as refusal:
        return Reply(status=0, trouble=str(refusal))
    except (OSError, http.client.HTTPException, ValueError) as trouble:
        return Reply(status=0, trouble=_said(trouble))
    finally:
        if connection is not None:
            connection.close()


class NotAllowed(Exception):
    """The name leads to an address that may not be called."""


def _connection(parts: SplitResult, seconds: float) -> http.client.HTTPConnection:
    if not parts.hostname or parts.scheme not in ("http", "https"):
        raise ValueError("no address")
    if parts.scheme == "https":
        return http.client.HTTPSConnection(
            parts.hostname, parts.port, timeout=seconds, context=ssl.create_default_context()
        )
    return http.client.HTTPConnection(parts.hostname, parts.port, timeout=seconds)


def _public_socket(parts: SplitResult, seconds: float) -> Any:
    """A connection to an address that was itself looked at, so that a second answer of the name service changes nothing."""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    if not found or not all(is_public(str(each[4][0])) for each in found):
        raise NotAllowed(f"{parts.hostname} is not a public address, so it is not called.")
    plain = socket.create_connection((str(found[0][4][0]), port), timeout=seconds)
    return (
        ssl.create_default_context().wrap_socket(plain, server_hostname=parts.hostname)
        if parts.scheme == "https"
        else plain
    )


def _said(trouble: Exception) -> str:
    if isinstance(trouble, TimeoutError):
        return "There was no answer in time."
    if isinstance(trouble, ssl.SSLError):
        return "Its certificate could not be trusted."
    if isinstance(trouble, socket.gaierror):
        return "Its name is not known."
    return "It could not be reached."
