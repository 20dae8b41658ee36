"""How many requests a second does a server answer? Few threads on raw sockets, so that the asker costs little beside it."""

import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

THREADS = 32


@dataclass
class Told:
    """What was answered within the time."""

    answered: int = 0
    wrong: int = 0
    seconds: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def a_second(self) -> float:
        return self.answered / self.seconds if self.seconds else 0.0


def pelt(port: int, ask: Callable[[int], bytes], *, seconds: float, threads: int = THREADS) -> Told:
    """Ask as fast as answers come. `ask(number)` is a whole HTTP/1.1 request. Only answers with 200 and 201 count."""
    told, end = Told(), time.perf_counter() + seconds
    started = time.perf_counter()
    workers = [threading.Thread(target=_one, args=(port, ask, end, told, each, threads)) for each in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    told.seconds = time.perf_counter() - started
    return told


def request(path: str, *, headers: str = "", method: str = "GET", body: bytes = b"") -> bytes:
    """The bytes of one request on a connection that stays open. `headers` are whole lines with their ends."""
    size = f"Content-Length: {len(body)}\r\n" if body else ""
    return f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{size}{headers}\r\n".encode() + body


def _one(port: int, ask: Callable[[int], bytes], end: float, told: Told, first: int, step: int) -> None:
    number, right, wrong = first, 0, 0
    line = socket.create_connection(("127.0.0.1", port), timeout=20)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        while time.perf_counter() < end:
            line.sendall(ask(number))
            number += step
            if answered(line):
                right += 1
            else:
                wrong += 1
    finally:
        line.close()
        with told.lock:
            told.answered += right
            told.wrong += wrong


def answered(line: socket.socket) -> bool:
    """Read one answer to its end. RuntimeError when it does not say how long it is."""
    seen = b""
    while b"\r\n\r\n" not in seen:
        more = line.recv(65536)
        if not more:
            raise RuntimeError("the server hung up")
        seen += more
    head, _, body = seen.partition(b"\r\n\r\n")
    lower = head.lower()
    at = lower.find(b"content-length:")
    if at < 0:
        raise RuntimeError(f"an answer without a length: {head[:200]!r}")
    left = int(lower[at + 15 :].partition(b"\r\n")[0]) - len(body)
    while left > 0:
        left -= len(line.recv(min(left, 65536)))
    return head[9:12] in (b"200", b"201")
