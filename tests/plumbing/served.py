"""How does a test get a whole Homeward, served as a deployer would serve it?"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from homeward.foundation.postgres.account import server_account
from homeward.foundation.postgres.folders import folders, make
from tests.plumbing import cluster
from tests.plumbing.fingerprint import REPOSITORY

NOT_HANDED_ON = ("DATABASE_URL", "HOMEWARD_OWNER_URL", "HOMEWARD_POOL", "DJANGO_SETTINGS_MODULE", "HOMEWARD_DEMO")


def free_ports() -> tuple[int, int]:
    """Two neighbouring ports that nobody uses just now."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = first.getsockname()[1]
            try:
                second.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port, port + 1


@contextmanager
def reachable_folder() -> Iterator[Path]:
    """A temporary folder that the database server's account can reach; pytest's own are closed to it again and again."""
    folder = Path(tempfile.mkdtemp(prefix="homeward-served-"))
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True)
class Served:
    """A served Homeward: where it answers, and the parent of its processes."""

    url: str
    parent: subprocess.Popen[bytes]
    log: Path

    def status(self, path: str) -> int:
        """The status that an address answers with; 0 when nobody answers."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=5) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            error.close()
            return error.code
        except OSError:
            return 0

    def body(self, path: str) -> str:
        """What an address says, whatever its status."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=5) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return error.read().decode()
        except OSError as error:
            return str(error)

    def until(self, path: str, status: int = 200, *, seconds: float = 30.0) -> float:
        """Wait until an address answers so; the seconds that it took."""
        began = time.monotonic()
        while self.status(path) != status:
            if self.parent.poll() is not None or time.monotonic() - began > seconds:
                raise AssertionError(
                    f"{path} did not answer {status}.\n{self.body(path)}\n{self.log.read_text()[-6000:]}"
                )
            time.sleep(0.05)
        return time.monotonic() - began

    def processes(self) -> dict[int, str]:
        """The processes that the parent started, by number, and their commands."""
        asked = subprocess.run(
            ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(self.parent.pid)], capture_output=True, text=True
        )
        rows = (line.strip().partition(" ") for line in asked.stdout.splitlines())
        return {int(number): command for number, _, command in rows}


def with_a_database(data: Path) -> None:
    """Give a data folder that has no database one that was brought up to date for the whole run."""
    places, account = folders(data), server_account()
    if places.cluster.exists() and any(places.cluster.iterdir()):
        return
    make(places, account)
    cluster.lay_down(places.cluster)


@contextmanager
def served(
    data: Path,
    *,
    command: tuple[str, ...] = (sys.executable, "-m", "homeward.cli"),
    extra: Mapping[str, str] | None = None,
    from_nothing: bool = False,
) -> Iterator[Served]:
    """Serve until the block ends, without synthetic people unless `extra` asks for them.

    A data folder without a database gets one that was brought up to date for the whole run, unless it is to begin `from_nothing`.
    """
    port, live = free_ports()
    kept = {name: value for name, value in os.environ.items() if name not in NOT_HANDED_ON}
    environment = kept | {
        "HOMEWARD_DATA": str(data),
        "HOMEWARD_PORT": str(port),
        "HOMEWARD_LIVE_PORT": str(live),
        "HOMEWARD_DEMO": "0",
        "PYTHONPATH": str(REPOSITORY / "src"),
        **(extra or {}),
    }
    data.mkdir(parents=True, exist_ok=True)
    if not from_nothing:
        with_a_database(data)
    log = data / "served.log"
    with log.open("wb") as out:
        parent = subprocess.Popen([*command, "serve"], env=environment, stdout=out, stderr=out, cwd=data)
    try:
        yield Served(url=f"http://127.0.0.1:{port}", parent=parent, log=log)
    finally:
        parent.send_signal(signal.SIGTERM)
        try:
            parent.wait(timeout=30)
        except subprocess.TimeoutExpired:
            parent.kill()
            parent.wait()
