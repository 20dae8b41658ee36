"""How long does a board pack take: asked for on its page, counted and set by the worker, there to open as a PDF?

The real web processes and the real worker do it, over the very lake and database that the other figures are of. What the worker does by
the clock comes round meanwhile, as in life. A first pack of one board shows that the worker is up; those after it are measured.
"""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import perf_counter, sleep
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import get_random_string

from homeward.bench.boards import Web, served
from homeward.bench.coordinator import colleagues
from homeward.bench.memory import peaks
from homeward.bench.stage import stop
from homeward.bench.wire import Heard, Wire
from homeward.foundation.actions import Actor
from homeward.measures.api import PACK_MOST, boards

TIMES = 3
LOOK_EVERY, NO_LONGER = 0.1, 600.0
MIB_OF_A_GIB = 1024
_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count\s+(\d+)")


@dataclass(frozen=True, kw_only=True)
class Worker:
    """The background work as Homeward starts it: its command, and what its environment has more."""

    command: Sequence[str]
    environment: Mapping[str, str]


def pack_figures(web: Web, worker: Worker, *, by: Actor, at: datetime) -> dict[str, Any]:
    """The pages of the largest pack there may be, the seconds of each time it was made, and the most memory of the worker in GiB."""
    most = sorted((each for each in boards(by=by) if each.numbers), key=lambda each: -len(each.numbers))[:PACK_MOST]
    asker, seconds, paper = _Asker(web.port, colleagues(by, 1, at, login="pack")[0]), list[float](), b""
    with served(web), _working(worker) as process:
        asker.made([most[-1].code])
        for _ in range(TIMES):
            began = perf_counter()
            paper = asker.made([each.code for each in most])
            seconds.append(round(perf_counter() - began, 2))
        peak = sum(peaks(process.pid).values()) / MIB_OF_A_GIB
    return {
        "boards": len(most), "pages": pages_of(paper), "seconds": seconds, "bytes": len(paper), "peak_gib": round(peak, 2),
    }  # fmt: skip


def pages_of(paper: bytes) -> int:
    """How many pages a PDF of ours has. ValueError when it does not say."""
    found = _COUNT.search(paper)
    if not paper.startswith(b"%PDF-") or found is None:
        raise ValueError("this is no paper of ours")
    return int(found[1])


@dataclass(frozen=True)
class _Asker:
    """Somebody who asks for packs on the pages, with the Cookie header of their session."""

    port: int
    cookie: str

    def made(self, codes: Sequence[str]) -> bytes:
        """Ask for one, look again until it is ready, and open it. RuntimeError when it fails or never comes."""
        wire, form, token = Wire(self.port), reverse("packs"), get_random_string(32)
        headers = {
            "Cookie": f"{self.cookie}; {settings.CSRF_COOKIE_NAME}={token}", "X-CSRFToken": token,
            "Content-Type": "application/x-www-form-urlencoded",
        }  # fmt: skip
        form_of = urlencode([("period", "24m"), *(("board", each) for each in codes)]).encode()
        asked = wire.ask("POST", form, body=form_of, headers=headers)
        if asked.status != 302:
            raise RuntimeError(f"{form} answered {asked.status}")
        return self._fetched(wire, asked.headers["location"])

    def _fetched(self, wire: Wire, address: str) -> bytes:
        end, file = perf_counter() + NO_LONGER, f"{address}pack.pdf"
        while perf_counter() < end:
            page = _text(wire.ask("GET", address, headers={"Cookie": self.cookie}), address)
            if file in page:
                heard = wire.ask("GET", file, headers={"Cookie": self.cookie})
                _text(heard, file)
                return heard.body
            if "Failed" in page:
                raise RuntimeError(f"{address} says that the pack failed")
            sleep(LOOK_EVERY)
        raise RuntimeError(f"no pack within {NO_LONGER:.0f} s")


def _text(heard: Heard, address: str) -> str:
    if heard.status != 200:
        raise RuntimeError(f"{address} answered {heard.status}")
    return heard.body.decode(errors="replace")


@contextmanager
def _working(worker: Worker) -> Iterator["subprocess.Popen[bytes]"]:
    """The worker, over this process's own database and data folder."""
    with (Path(os.environ["HOMEWARD_DATA"]) / "worker.log").open("wb") as lines:
        process = subprocess.Popen(
            worker.command, env={**os.environ, **worker.environment}, stdout=lines, stderr=lines, stdin=subprocess.DEVNULL
        )
    try:
        yield process
    finally:
        stop(process)
