"""How long does a second start take, from the command to the first page?"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from homeward.bench.stage import stage, stop, wait_until_ready

STARTS = 3
TARGET = 5.0


def second_start(*, port: int, tell: Callable[[str], None]) -> dict[str, Any]:
    """Start a new Homeward once, then stop and start it again; seconds until the first page, each time."""
    tell("Starting for the first time …")
    seconds = []
    with stage(port=port) as on:
        stop(on.process)
        for number in range(STARTS):
            tell(f"Starting again ({number + 1} of {STARTS}) …")
            begun = time.monotonic()
            with on.log.open("ab") as lines:
                again = subprocess.Popen(
                    [sys.executable, "-m", "homeward.cli", "serve"],
                    env={**os.environ, **on.serving},
                    stdout=lines,
                    stderr=lines,
                    stdin=subprocess.DEVNULL,
                )
            try:
                wait_until_ready(again, port, on.log)
                seconds.append(round(time.monotonic() - begun, 2))
            finally:
                stop(again)
    met = "met" if max(seconds) <= TARGET else "NOT MET"
    words = f"Second start to first page: {', '.join(f'{each:g} s' for each in seconds)} (≤ {TARGET:g} s: {met})"
    return {"second_start_seconds": seconds, "target_seconds": TARGET, "met": max(seconds) <= TARGET, "words": words}
