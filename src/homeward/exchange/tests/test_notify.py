"""Does GOV.UK Notify get what its API asks for, once? Against a fake that checks each request as the service does."""

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest

from homeward.exchange.channels.notify import BadKey, Notify
from homeward.exchange.models import Outgoing

SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"homeward-{SERVICE}-{SECRET}"
TEMPLATES = {"sms": "t-sms", "email": "t-email", "letter": "t-letter"}


@dataclass
class FakeNotify:
    """Accepts what the service would accept. `fails`: statuses to answer first; `forgets`: accepts, then hangs up."""

    url: str = ""
    accepted: list[dict[str, Any]] = field(default_factory=list)
    fails: list[int] = field(default_factory=list)
    forgets: int = 0

    def faults(self, kind: str, body: dict[str, Any]) -> list[str]:
        """What the service finds wrong, in its words."""
        said = body.get("personalisation", {})
        if body.get("template_id") != TEMPLATES[kind]:
            return ["template_id is not a valid UUID"]
        if kind == "sms" and not re.fullmatch(r"(\+44|0)7\d{9}", re.sub(r"\s", "", body.get("phone_number", ""))):
            return ["phone_number Not enough digits"]
        if kind == "email" and "@" not in body.get("email_address", ""):
            return ["email_address Not a valid email address"]
        lines = [name for name in said if name.startswith("address_line_")]
        if kind == "letter" and not 3 <= len(lines) <= 7:
            return ["Address must be at least 3 lines"]
        missing = [
            name for name in ("words", "subject") if name not in said and not (kind == "sms" and name == "subject")
        ]
        return [f"Missing personalisation: {', '.join(missing)}"] if missing else []


def token_holds(header: str) -> bool:
    head, said, signed = header.removeprefix("Bearer ").split(".")
    told = json.loads(base64.urlsafe_b64decode(said + "=="))
    right = hmac.new(SECRET.encode(), f"{head}.{said}".encode(), hashlib.sha256).digest()
    fresh = abs(datetime.now(UTC).timestamp() - told["iat"]) < 30
    return fresh and told["iss"] == SERVICE and base64.urlsafe_b64encode(right).rstrip(b"=").decode() == signed


def handler_of(fake: FakeNotify) -> type[BaseHTTPRequestHandler]:
    """How the service answers."""

    class Handler(BaseHTTPRequestHandler):
        def _say(self, status: int, body: Any) -> None:
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def do_GET(self) -> None:
            wanted = parse_qs(urlsplit(self.path).query)["reference"][0]
            self._say(200, {"notifications": [each for each in fake.accepted if each["reference"] == wanted]})

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            kind = self.path.rpartition("/")[2]
            if not token_holds(self.headers["Authorization"]):
                return self._say(
                    403, {"errors": [{"error": "AuthError", "message": "Invalid token: API key not found"}]}
                )
            if fake.fails:
                return self._say(fake.fails.pop(0), {"errors": [{"message": "Try later"}]})
            if faults := fake.faults(kind, body):
                return self._say(400, {"errors": [{"error": "BadRequestError", "message": each} for each in faults]})
            fake.accepted.append({"id": str(uuid4()), **body})
            if fake.forgets:
                fake.forgets -= 1
                self.close_connection = True
                return None
            return self._say(201, {"id": fake.accepted[-1]["id"]})

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return Handler


@pytest.fixture
def service() -> Iterator[FakeNotify]:
    fake = FakeNotify()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(fake))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    fake.url = f"http://127.0.0.1:{server.server_port}"
    yield fake
    server.shutdown()
    server.server_close()
    thread.join()


def row(channel: str = "sms", recipient: str = "07700 900123", tries: int = 1) -> Outgoing:
    return Outgoing(
        key="visit-planned:1", channel=channel, kind="visit-planned", recipient=recipient, recipient_name="Ivy Cole", subject="A visit",
        words="We come at 2pm.", tries=tries, by_name="Chloe", why="visit.plan", queued_at=datetime(2026, 3, 3, tzinfo=UTC),
    )  # fmt: skip


def client(service: FakeNotify, key: str = KEY) -> Notify:
    return Notify(address=service.url, key=key, templates=TEMPLATES)


@pytest.mark.parametrize(
    ("channel", "recipient"), [("sms", "07700 900123"), ("email", "ivy@example.org"), ("letter", "4 Mill Lane\nB1 1AA")]
)
def test_each_way_is_accepted(service: FakeNotify, channel: str, recipient: str) -> None:
    found = client(service).deliver(row(channel, recipient))
    assert (found.result, found.provider_id) == ("arrived", service.accepted[0]["id"])
    assert service.accepted[0]["reference"] == "visit-planned:1"
    assert service.accepted[0]["personalisation"]["words"] == "We come at 2pm."


def test_a_long_address_fits_its_seven_lines(service: FakeNotify) -> None:
    long = "\n".join(
        ["Flat 1", "The Mill", "Mill Lane", "Bournville", "Stirchley", "Birmingham", "West Midlands", "B1 1AA"]
    )
    assert client(service).deliver(row("letter", long)).result == "arrived"
    assert service.accepted[0]["personalisation"]["address_line_7"] == "B1 1AA"


def test_what_was_accepted_before_the_line_broke_is_not_sent_again(service: FakeNotify) -> None:
    service.forgets = 1
    first = client(service).deliver(row())
    assert first.result == "again"
    second = client(service).deliver(row(tries=2))
    assert (second.result, len(service.accepted)) == ("arrived", 1)
    assert second.provider_id == service.accepted[0]["id"]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_trouble_of_theirs_is_tried_again(service: FakeNotify, status: int) -> None:
    service.fails = [status]
    assert client(service).deliver(row()).result == "again"


def test_what_is_wrong_is_refused_with_the_field(service: FakeNotify) -> None:
    found = client(service).deliver(row(recipient="07700"))
    assert (found.result, found.element) == ("refused", "phone_number")
    assert "Not enough digits" in found.words
    other = client(service, key=KEY.replace(SECRET, "11111111-8d35-48ac-975b-e847b4f122b0")).deliver(row())
    assert (other.result, other.words) == ("refused", "Invalid token: API key not found")


def test_a_service_out_of_reach_is_tried_again_and_a_key_that_is_none_is_said_so(service: FakeNotify) -> None:
    nowhere = Notify(address="http://127.0.0.1:9", key=KEY, templates=TEMPLATES).deliver(row())
    assert (nowhere.result, nowhere.words) == ("again", "It could not be reached.")
    assert Notify(address=service.url, key=KEY, templates={}).deliver(row()).result == "refused"
    with pytest.raises(BadKey):
        Notify(address=service.url, key="secret", templates=TEMPLATES)
