"""How does a partner behave that never gives up? It sends each message again, unchanged, until it is acknowledged."""

import http.client
import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID, uuid5

from homeward.fhir.api import ReferralToSend, referral_message
from homeward.foundation.nhs_number import check_digit

SPACE = UUID("6f0a4b7e-0f5a-4d57-8a5e-2f1b2a6a9c11")
THREADS = 6
FAMILIES = ("Brook", "Stone", "Hill", "Wood", "Marsh", "Field", "Ford", "Lake", "Heath", "Dale")


def numbers() -> Iterator[str]:
    """NHS numbers of the made-up range."""
    for each in range(999_200_000, 999_999_999):
        digit = check_digit(str(each))
        if digit is not None:
            yield f"{each}{digit}"


def messages(count: int) -> list[bytes]:
    """Referrals for `count` different people."""
    made = []
    for index, number in zip(range(count), numbers(), strict=False):
        said = ReferralToSend(
            message_id=uuid5(SPACE, f"message {index}"),
            request_id=uuid5(SPACE, f"request {index}"),
            sent_at=datetime(2026, 3, 4, 10, 0, tzinfo=UTC) + timedelta(seconds=index),
            sender_code="RYA",
            sender_name="Ambulance control",
            family=FAMILIES[index % len(FAMILIES)],
            given=f"Ada {index}",
            birth_date=date(1940, 1, 1) + timedelta(days=index),
            nhs_number=number,
            need_words=f"Fell at home, number {index}",
            priority="stat",
            requester_name=("Sam", "Okoro"),
            requester_phone="0121 496 0001",
        )
        made.append(json.dumps(referral_message(said)).encode())
    return made


@dataclass
class Sender:
    """Sends to one port. `acknowledged` maps each message's number to the referral it was told of."""

    port: int
    client: dict[str, str]
    acknowledged: dict[int, str] = field(default_factory=dict)
    repeated: int = 0
    refused: list[str] = field(default_factory=list)
    until: float = 0.0
    _token: str = ""
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _connections: threading.local = field(default_factory=threading.local)
    _opened: list[http.client.HTTPConnection] = field(default_factory=list)

    def send_all(self, bodies: list[bytes], *, seconds: float) -> None:
        """Send every message until acknowledged, for at most so many seconds."""
        self.until = time.monotonic() + seconds
        with ThreadPoolExecutor(THREADS) as pool:
            for index, body in enumerate(bodies):
                pool.submit(self._persist, index, body)
        for connection in self._opened:
            connection.close()

    def _persist(self, index: int, body: bytes) -> None:
        first = True
        while time.monotonic() < self.until:
            if not first:
                with self._lock:
                    self.repeated += 1
                time.sleep(0.2)
            first = False
            try:
                status, answer = self._post("/fhir/R4/$process-message", body, f"Bearer {self._bearer()}", "application/fhir+json")
            except (OSError, http.client.HTTPException):
                continue
            if status == 200:
                focus = json.loads(answer)["entry"][1]["resource"]["id"]
                with self._lock:
                    self.acknowledged[index] = focus
                return
            if 400 <= status < 500 and status != 401:
                with self._lock:
                    self.refused.append(f"{status} {answer[:300]!r}")
                return

    def _bearer(self) -> str:
        with self._lock:
            if not self._token:
                form = urlencode({"grant_type": "client_credentials", **self.client}).encode()
                status, answer = self._post("/oauth/token", form, "", "application/x-www-form-urlencoded")
                if status == 200:
                    self._token = json.loads(answer)["access_token"]
            return self._token

    def _post(self, path: str, body: bytes, authorization: str, kind: str) -> tuple[int, bytes]:
        connection: http.client.HTTPConnection | None = getattr(self._connections, "held", None)
        if connection is None:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
            self._connections.held = connection
            self._opened.append(connection)
        headers = {"Content-Type": kind} | ({"Authorization": authorization} if authorization else {})
        try:
            connection.request("POST", path, body=body, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        except BaseException:
            connection.close()
            self._connections.held = None
            raise
