"""On what is it measured? A Homeward of its own: a new data folder, the real processes, gone when it ends."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from homeward.foundation.postgres.embedded import urls_of
from homeward.foundation.postgres.folders import folders

READY_WITHIN = 120.0
NOT_HANDED_ON = ("DATABASE_URL", "HOMEWARD_OWNER_URL", "HOMEWARD_EMBEDDED", "PYTHONDONTWRITEBYTECODE")


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A served Homeward: its ports, its process and its folder. `serving` started it; `environment` joins its database."""

    port: int
    process: subprocess.Popen[bytes]
    data: Path
    serving: dict[str, str]
    environment: dict[str, str]
    log: Path

    @property
    def live_port(self) -> int:
        return self.port + 1


@contextmanager
def stage(*, port: int, more: dict[str, str] | None = None, held: Path | None = None) -> Iterator[Stage]:
    """Serve a new, empty Homeward on 127.0.0.1 and that port; it is stopped and its folder removed at the end.

    With `held` it is served from that folder, made when it is not there, and the folder stays.
    """
    data = held.absolute() if held else _fresh()
    data.mkdir(parents=True, exist_ok=True)
    data.chmod(0o711)
    log = data / "served.log"
    serving = {
        **{name: value for name, value in os.environ.items() if name not in NOT_HANDED_ON},
        "HOMEWARD_DATA": str(data),
        "HOMEWARD_PORT": str(port),
        "HOMEWARD_LIVE_PORT": str(port + 1),
        "HOMEWARD_HOST": "127.0.0.1",
        "HOMEWARD_DEMO": "0",
        "HOMEWARD_LOG_LEVEL": "WARNING",
        **(more or {}),
    }
    with log.open("wb") as lines:
        process = subprocess.Popen(
            [sys.executable, "-m", "homeward.cli", "serve"],
            env=serving,
            stdout=lines,
            stderr=lines,
            stdin=subprocess.DEVNULL,
        )
    try:
        wait_until_ready(process, port, log)
        urls = urls_of(folders(data))
        joined = {"DATABASE_URL": urls.app, "HOMEWARD_OWNER_URL": urls.owner, "HOMEWARD_EMBEDDED": "1"}
        yield Stage(port=port, process=process, data=data, serving=serving, environment={**serving, **joined}, log=log)
    except Exception as error:
        error.add_note(f"What it logged last:\n{_complaints(log)}")
        raise
    finally:
        stop(process)
        for folder in () if held else {data, folders(data).store}:
            if "homeward" in str(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _complaints(log: Path) -> str:
    """The last errors it wrote down, before its folder goes."""
    lines = log.read_text(errors="replace").splitlines()
    return "\n".join([each for each in lines if '"ERROR"' in each][-3:] or lines[-3:])


def _fresh() -> Path:
    return Path(
        tempfile.mkdtemp(prefix=f"homeward-bench-{os.getpid()}-", dir="/tmp" if Path("/tmp").is_dir() else None)
    )


def wait_until_ready(process: subprocess.Popen[bytes], port: int, log: Path) -> float:
    """Seconds until the first page answers. RuntimeError with the last lines said when it never does."""
    started = time.monotonic()
    while time.monotonic() - started < READY_WITHIN and process.poll() is None:
        with suppress(urllib.error.URLError, OSError):
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as answer:
                if answer.status == 200:
                    return time.monotonic() - started
        time.sleep(0.1)
    raise RuntimeError(f"Homeward did not start on port {port}:\n{log.read_text(errors='replace')[-2000:]}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ask it to stop as a person would; killed when it does not."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(timeout=10)
