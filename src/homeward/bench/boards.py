"""How long does a board of numbers take to open: the first after a count, for one reader, for a hundred at once?

The real web processes serve the very lake and database that the other figures are of. Every reader has an account of their own and asks
for the next board as soon as the last one is there whole: nobody pauses to read, which is harder than life.
"""

import os
import socket
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import perf_counter

from django.urls import reverse

from homeward.bench.coordinator import colleagues
from homeward.bench.figures import Figure
from homeward.bench.pelting import answered, request
from homeward.bench.stage import stop, wait_until_ready
from homeward.foundation.actions import Actor
from homeward.measures.api import boards

ONE, MANY = 120.0, 1000.0
AT_ONCE = 100
FIRST = 4  # connections of their own that open each board once, so that every web process has


@dataclass(frozen=True, kw_only=True)
class Web:
    """The web processes as Homeward starts them: their command, what their environment has more, how many, and their port."""

    command: Sequence[str]
    environment: Mapping[str, str]
    processes: int
    port: int


def board_figures(web: Web, *, by: Actor, at: datetime, population: int, seconds: float = 10.0) -> list[Figure]:
    """The three figures, of every declared board that has numbers and is meant for the actor's role."""
    pages = [reverse("board", args=[each.code]) for each in boards(by=by) if each.numbers]
    cookies, port = colleagues(by, AT_ONCE, at), web.port
    with served(web):
        first = [_timed(port, pages, cookies[at]) for at in range(FIRST * web.processes)]
        one = _crowd(port, pages, cookies[:1], seconds)
        many = _crowd(port, pages, cookies, seconds)
    name = f"a board opened, {len(pages)} boards in turn"
    return [
        Figure(name=f"{name}: first after a count", population=population, samples=tuple(sum(first, []))),
        Figure(name=f"{name}: one reader", population=population, samples=one, target_p95=ONE),
        Figure(name=f"{name}: {AT_ONCE} readers at once", population=population, samples=many, target_p95=MANY),
    ]


@contextmanager
def served(web: Web) -> Iterator[None]:
    """The web processes, over this process's own database and data folder."""
    log = Path(os.environ["HOMEWARD_DATA"]) / "boards.log"
    with log.open("wb") as lines:
        process = subprocess.Popen(
            web.command, env={**os.environ, **web.environment}, stdout=lines, stderr=lines, stdin=subprocess.DEVNULL
        )
    try:
        wait_until_ready(process, web.port, log)
        yield
    finally:
        stop(process)


def _crowd(port: int, pages: Sequence[str], cookies: Sequence[str], seconds: float) -> tuple[float, ...]:
    """Milliseconds of every page that so many readers opened within the time."""
    end, held, faults = perf_counter() + seconds, list[float](), list[BaseException]()

    def read(seat: int) -> None:
        try:
            while perf_counter() < end:
                held.extend(
                    _timed(port, [*pages[seat % len(pages) :], *pages[: seat % len(pages)]], cookies[seat], end)
                )
        except (OSError, RuntimeError) as error:
            faults.append(error)

    readers = [threading.Thread(target=read, args=(seat,)) for seat in range(len(cookies))]
    for each in readers:
        each.start()
    for each in readers:
        each.join()
    if faults:
        raise RuntimeError(f"{len(faults)} of {len(cookies)} readers were not answered: {faults[0]}")
    return tuple(held)


def _timed(port: int, pages: Sequence[str], cookie: str, end: float | None = None) -> list[float]:
    """Open these pages one after another on one connection; milliseconds of each. RuntimeError when one does not open."""
    took = []
    with socket.create_connection(("127.0.0.1", port), timeout=60) as line:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for page in pages:
            if end is not None and perf_counter() > end:
                break
            began = perf_counter()
            line.sendall(request(page, headers=f"Cookie: {cookie}\r\nAccept-Encoding: gzip\r\n"))
            if not answered(line):
                raise RuntimeError(f"{page} did not open")
            took.append((perf_counter() - began) * 1000)
    return took
