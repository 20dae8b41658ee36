"""How are referrals sent in at a steady pace, and when was each sent?"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from homeward.bench.wire import Wire

ADDRESS = "/fhir/R4/$process-message"
SLOT_SECONDS = 2.0


@dataclass
class Sent:
    """What was sent: by referral id the moment it set out, the answers' times, and what was refused."""

    set_out: dict[str, float] = field(default_factory=dict)
    answered: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    slot: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


class Intake:
    """A partner's system that sends referrals. `write(number, slot)` makes the message of each."""

    def __init__(self, wire: Wire, *, bearer: str, write: Callable[[int, int], bytes]) -> None:
        self.wire = wire
        self.write = write
        self.headers = {"Authorization": f"Bearer {bearer}", "Content-Type": "application/fhir+json"}

    def all_at_once(self, count: int, *, first: int, threads: int = 4) -> tuple[Sent, float]:
        """Send `count` as fast as they are taken; what was sent, and how many a second."""
        sent, started = Sent(), time.perf_counter()
        with ThreadPoolExecutor(threads) as pool:
            for number in range(first, first + count):
                pool.submit(self._send, sent, number, 0)
        return sent, count / (time.perf_counter() - started)

    def steadily(self, sent: Sent, *, rate: float, seconds: float, first: int) -> None:
        """Send at `rate` a second for `seconds`, whether or not the answers keep up."""
        started = time.perf_counter()
        with ThreadPoolExecutor(16) as pool:
            for number in range(int(rate * seconds)):
                wait = started + number / rate - time.perf_counter()
                if wait > 0:
                    time.sleep(wait)
                sent.slot = 1 + int((time.perf_counter() - started) / SLOT_SECONDS)
                pool.submit(self._send, sent, first + number, sent.slot)

    def _send(self, sent: Sent, number: int, slot: int) -> None:
        body = self.write(number, slot)
        started = time.perf_counter()
        try:
            heard = self.wire.ask("POST", ADDRESS, body=body, headers=self.headers)
        except OSError as error:
            with sent.lock:
                sent.refused.append(type(error).__name__)
            return
        done = time.perf_counter()
        where = {name.lower(): value for name, value in heard.headers.items()}.get("content-location", "")
        with sent.lock:
            if heard.status == 200 and where:
                sent.set_out[where.rpartition("/")[2]] = started
                sent.answered.append((done - started) * 1000)
            else:
                sent.refused.append(f"{heard.status} {heard.body[:120]!r}")
