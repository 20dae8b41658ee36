"""How is one process of Homeward started, watched, started again and stopped?

Each child leads a process group, so that whatever it started dies with it, and asks the kernel to be stopped when
its parent dies. One that ends is started again at once; one that keeps ending waits longer each time.
"""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field

from homeward.foundation.postgres.cluster import follow_parent

SHORT_LIFE = 5.0
LONGEST_WAIT = 5.0


@dataclass(kw_only=True)
class Child:
    """One process by name and command; `patience` is how long it may take to stop."""

    name: str
    command: list[str]
    environment: dict[str, str]
    patience: float = 10.0
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    not_before: float = 0.0
    wait: float = field(default=0.0)

    def start(self) -> None:
        """Start it. Only the main thread may: the kernel's promise is bound to the thread that asks."""
        self.process = subprocess.Popen(
            self.command,
            env={**os.environ, **self.environment},
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=follow_parent(os.getpid(), signal.SIGTERM),
        )
        self.started_at = time.monotonic()

    def look_after(self) -> bool:
        """Start it again if it ended; says whether it had."""
        if self.process is None:
            if time.monotonic() >= self.not_before:
                self.start()
            return False
        if self.process.poll() is None:
            return False
        self._clear_away()
        lived = time.monotonic() - self.started_at
        self.wait = 0.0 if lived > SHORT_LIFE else min(max(self.wait * 2, 0.2), LONGEST_WAIT)
        self.not_before = time.monotonic() + self.wait
        return True

    def _clear_away(self) -> None:
        """Kill what the ended process left behind in its group, which may hold its port."""
        if self.process is None:
            return
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass
        self.process = None

    def ask_to_stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def stopped(self, *, until: float) -> None:
        """Wait for it to stop; past its time it is killed with all it started."""
        if self.process is None:
            return
        try:
            self.process.wait(timeout=max(until - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            pass
        self._clear_away()


def to_the_end(*arguments: str) -> int:
    """Run one command of Homeward's to its end and return its exit code; it ends with us if we are killed."""
    command = [sys.executable, "-m", "homeward.cli", *arguments]
    return subprocess.run(command, preexec_fn=follow_parent(os.getpid(), signal.SIGTERM)).returncode
