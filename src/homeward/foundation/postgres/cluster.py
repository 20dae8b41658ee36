"""How is a PostgreSQL cluster made, started, watched and stopped?

The server is a direct child of the process that starts it: that process reaps it (a dead server that nobody
reaps blocks its own restart), and if that process dies, even by kill -9, the kernel asks the server to stop.
That promise is bound to the thread that starts it, so call `start` from the main thread.
"""

import ctypes
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psycopg

from homeward.foundation.postgres import memory
from homeward.foundation.postgres.account import Account
from homeward.foundation.postgres.binaries import Binaries

SUPERUSER = "postgres"
PR_SET_PDEATHSIG = 1
DURABLE = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "autovacuum_naptime": "15s",
}
THROWAWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "min_wal_size": "4MB",
    "max_wal_senders": "0",
    "wal_level": "minimal",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
}
COMMON = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "random_page_cost": "1.1",
    "max_wal_size": "2GB",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "postgres %m [%p] ",
    "log_min_error_statement": "panic",  # a failing statement may hold a person's details
    "log_error_verbosity": "terse",
}


class NotReady(RuntimeError):
    """The server did not come up in time; the message says why, as far as its own log tells."""


def follow_parent(parent: int, sign: int) -> Callable[[], None]:
    """What a child does before it becomes the server: ask the kernel for a signal when its parent dies."""
    library = ctypes.CDLL(None, use_errno=True)

    def ask() -> None:
        library.prctl(PR_SET_PDEATHSIG, sign)
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)

    return ask


class Cluster:
    """One cluster in one folder, reached through one socket folder."""

    def __init__(self, *, folder: Path, socket: Path, binaries: Binaries, account: Account, durable: bool) -> None:
        self.folder = folder
        self.socket = socket
        self.binaries = binaries
        self.account = account
        self.durable = durable
        self.process: subprocess.Popen[bytes] | None = None
        self._uid = account.uid if account.switch else None
        self._gid = account.gid if account.switch else None
        self._groups: list[str | int] | None = [] if account.switch else None

    @property
    def exists(self) -> bool:
        """Were its files made, to the end?"""
        return (self.folder / "PG_VERSION").exists() and not self._unfinished.exists()

    @property
    def _unfinished(self) -> Path:
        return self.folder.with_name(f"{self.folder.name}.being-made")

    def url(self, *, role: str = SUPERUSER, database: str = "postgres") -> str:
        return f"postgresql://{role}@/{database}?host={self.socket}"

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        return {**kept, "LC_ALL": "C", "TZ": "UTC"}

    def make(self) -> None:
        """Make the cluster's files; a cluster half made by a run that was killed is thrown away first."""
        if self.exists:
            self._refuse_other_version()
            return
        self._unfinished.touch()
        for item in self.folder.iterdir():
            shutil.rmtree(item) if item.is_dir() else item.unlink()
        locale = ["--locale=C.UTF-8"]
        if self.binaries.version >= 17:
            locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        command = [
            self.binaries.program("initdb"), "--pgdata", str(self.folder), "--username", SUPERUSER,
            "--encoding", "UTF8", "--auth-local", "trust", "--auth-host", "reject", *locale,
        ]  # fmt: skip
        if not self.durable:
            command += ["--no-sync", "--wal-segsize", "1"]
        done = subprocess.run(
            command, capture_output=True, text=True, cwd="/", env=self._environment(),
            user=self._uid, group=self._gid, extra_groups=self._groups,
        )  # fmt: skip
        if done.returncode:
            raise NotReady(f"PostgreSQL could not make its files in {self.folder}.\n{done.stderr.strip()}")
        self._unfinished.unlink()

    def _refuse_other_version(self) -> None:
        made_by = (self.folder / "PG_VERSION").read_text().strip()
        if made_by != str(self.binaries.version):
            raise NotReady(
                f"The data in {self.folder} was made by PostgreSQL {made_by}, and the programs here are version "
                f"{self.binaries.version}. Set HOMEWARD_PG_BIN to programs of version {made_by}, or dump the data "
                "with those and load it into a new folder (HOMEWARD_DATA)."
            )

    def start(self, *, patience: float = 30.0) -> None:
        """Start the server and wait until it answers, trying again while remains of a killed one clear away."""
        end = time.monotonic() + patience
        while True:
            if self.process is not None:
                self.process.wait(timeout=patience)  # a dead server that nobody reaped keeps its lock file valid
            self._spawn()
            if self._answers(until=end):
                return
            if time.monotonic() >= end:
                self.stop(immediately=True)
                raise NotReady(f"PostgreSQL did not start.\n{self.log_tail()}")
            time.sleep(0.1)

    def _spawn(self) -> None:
        kept = {**DURABLE, **memory.settings(memory.total())} if self.durable else THROWAWAY
        settings = {**COMMON, **kept, "unix_socket_directories": str(self.socket)}
        command = [self.binaries.program("postgres"), "-D", str(self.folder)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        log = self.socket / "postgres.log"
        _shorten(log)
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd="/", env=self._environment(),
                start_new_session=True, preexec_fn=follow_parent(os.getpid(), signal.SIGINT),
                user=self._uid, group=self._gid, extra_groups=self._groups,
            )  # fmt: skip

    def _answers(self, *, until: float) -> bool:
        while self.alive and time.monotonic() < until:
            if self.answers():
                return True
            time.sleep(0.02)
        return False

    def answers(self) -> bool:
        """Does the server take connections?"""
        if not (self.socket / ".s.PGSQL.5432").exists():
            return False
        try:
            with psycopg.connect(self.url(), connect_timeout=5) as connection:
                connection.execute("select 1")
        except psycopg.OperationalError:
            return False
        return True

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self, *, immediately: bool = False) -> None:
        """Stop the server: cleanly, or at once when its files are to be thrown away."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT if immediately else signal.SIGINT)
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def log_tail(self, lines: int = 12) -> str:
        log = self.socket / "postgres.log"
        if not log.exists():
            return ""
        return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])


def _shorten(log: Path, keep: int = 1_000_000) -> None:
    if log.exists() and log.stat().st_size > keep:
        log.write_bytes(log.read_bytes()[-keep // 2 :])
