"""Which Homeward do the journeys visit? One for the whole run, served as a deployer serves it, with synthetic people."""

import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.plumbing.fingerprint import REPOSITORY
from tests.plumbing.served import served

PEOPLE = "1500"
READY_WITHIN = 400.0
VISIT = "HOMEWARD_JOURNEYS_VISIT"  # "http://127.0.0.1:9900 /its/data/folder": one that is served already


@dataclass(frozen=True, kw_only=True)
class House:
    """A served Homeward: its address, its data folder, and a folder that all of this run's processes share."""

    url: str
    data: Path
    shared: Path

    def command(self, *words: str) -> str:
        """What a `homeward` command says, given on the same data."""
        environment = os.environ | {
            "HOMEWARD_DATA": str(self.data),
            "PYTHONPATH": str(REPOSITORY / "src"),
            "HOMEWARD_DEMO": "1",
        }
        for name in ("DATABASE_URL", "HOMEWARD_OWNER_URL", "DJANGO_SETTINGS_MODULE"):
            environment.pop(name, None)
        done = subprocess.run(
            [sys.executable, "-m", "homeward.cli", *words],
            env=environment,
            cwd=self.data,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"homeward {' '.join(words)}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def told(self, script: str) -> str:
        """What a script prints that is run beside the served processes, on the same data, through the same actions."""
        environment = os.environ | {
            "HOMEWARD_DATA": str(self.data), "PYTHONPATH": str(REPOSITORY / "src"), "HOMEWARD_DEMO": "1",
            "DJANGO_SETTINGS_MODULE": "homeward.config.settings",
        }  # fmt: skip
        for name in ("DATABASE_URL", "HOMEWARD_OWNER_URL"):
            environment.pop(name, None)
        whole = (
            "from homeward.cli._database import with_database\n"
            f"with with_database(words='a journey'):\n    exec({script!r})"
        )
        done = subprocess.run(
            [sys.executable, "-c", whole], env=environment, cwd=self.data, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """One process at a time."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _living(leases: Path) -> list[Path]:
    return [lease for lease in leases.iterdir() if Path(f"/proc/{lease.name}").exists() or not Path("/proc").exists()]


@contextmanager
def shared_house(folder: Path) -> Iterator[House]:
    """The run's one Homeward. Whichever test process comes first serves it, and stops it when the last has left."""
    leases = folder / "leases"
    leases.mkdir(parents=True, exist_ok=True)
    if os.environ.get(VISIT):
        url, _, data = os.environ[VISIT].partition(" ")
        yield House(url=url, data=Path(data), shared=folder)
        return
    folder.chmod(0o711)  # so that the database server's account may pass
    address, mine = folder / "address", leases / str(os.getpid())
    with locked(folder / "lock"):
        serving = None if address.exists() else served(
            folder / "data", extra={"HOMEWARD_DEMO": "1", "HOMEWARD_DEMO_PEOPLE": PEOPLE}
        )  # fmt: skip
        if serving:
            running = serving.__enter__()
            try:
                running.until("/readyz", seconds=READY_WITHIN)
            except BaseException:
                serving.__exit__(*sys.exc_info())
                raise
            address.write_text(running.url)
        mine.touch()
    try:
        yield House(url=address.read_text(), data=folder / "data", shared=folder)
    finally:
        mine.unlink()
        while serving:
            with locked(folder / "lock"):
                if not _living(leases):
                    address.unlink()
                    serving.__exit__(None, None, None)
                    serving = None
                    shutil.rmtree(folder, ignore_errors=True)
            time.sleep(0.2)
