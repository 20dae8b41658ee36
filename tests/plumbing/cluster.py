"""Where do tests get their PostgreSQL, already migrated and with the place loaded?"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import psycopg
from psycopg import sql

from homeward.foundation.postgres import roles
from homeward.foundation.postgres.account import can_reach, server_account
from homeward.foundation.postgres.cluster import Cluster
from homeward.foundation.postgres.throwaway import discard, from_copy
from tests.plumbing.fingerprint import REPOSITORY, fingerprint

SOCKET = "HOMEWARD_TEST_SOCKET"  # handed to the processes that a test starts
COPY = "HOMEWARD_TEST_COPY"  # the name of the run's copy, handed on too: every module is read to reckon it
KEPT = 6
_started: list[Cluster] = []


def copies() -> Path:
    """The folder of kept copies: in the checkout, or elsewhere when the server's account cannot reach that."""
    here = REPOSITORY / ".cache" / "postgres"
    return here if can_reach(here, server_account()) else Path("/var/tmp/homeward-test-copies")


def _copy() -> Path:
    """Where the run's copy is kept. Its name is reckoned once a run, whatever is edited meanwhile."""
    if COPY not in os.environ:
        os.environ[COPY] = fingerprint()
    return copies() / os.environ[COPY]


def address(role: str, database: str) -> str:
    return f"postgresql://{role}@/{database}?host={os.environ[SOCKET]}"


def urls(database: str) -> dict[str, str]:
    """What a process of its own needs in its environment to use this database."""
    return {"DATABASE_URL": address(roles.APP, database), "HOMEWARD_OWNER_URL": address(roles.OWNER, database)}


def _fill(cluster: Cluster) -> None:
    environment = os.environ | {
        "DATABASE_URL": cluster.url(role=roles.APP, database=roles.DATABASE),
        "HOMEWARD_OWNER_URL": cluster.url(role=roles.OWNER, database=roles.DATABASE),
        "DJANGO_SETTINGS_MODULE": "tests.plumbing.settings",
        "PYTHONPATH": str(REPOSITORY / "src"),  # this checkout's code, whichever one is installed
    }
    code = (
        "from homeward.config.upgrade import upgrade; upgrade(embedded=True, words=False);"
        "from homeward.config.fingerprint import remember; remember()"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment, cwd=REPOSITORY, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"The tests' database could not be migrated.\n{done.stdout}\n{done.stderr}")


def _forget_old_copies(folder: Path) -> None:
    kept = sorted((path for path in folder.iterdir() if path.is_dir()), key=lambda path: path.stat().st_mtime)
    for path in kept[:-KEPT]:
        if time.time() - path.stat().st_mtime > 600:
            shutil.rmtree(path, ignore_errors=True)


def start() -> None:
    """Start this process's own cluster, once."""
    if SOCKET in os.environ:
        return
    copy = _copy()
    cluster = from_copy(copy, fill=_fill)
    os.utime(copy)
    _forget_old_copies(copies())
    _started.append(cluster)
    os.environ[SOCKET] = str(cluster.socket)


def copy_at_hand() -> Path:
    """The kept copy, made now unless it is there: `./check` has it made while types are checked."""
    copy = _copy()
    if not copy.exists():
        discard(from_copy(copy, fill=_fill))
    return copy


def lay_down(target: Path) -> None:
    """Fill an empty folder with the files of a migrated cluster with the place loaded, as a Homeward that was stopped leaves them."""
    copy = copy_at_hand()
    subprocess.run(["cp", "-a", f"{copy}/.", str(target)], check=True)
    (target / "prepared").touch()


def stop() -> None:
    """Throw this process's cluster away, if it started one."""
    while _started:
        discard(_started.pop())
        os.environ.pop(SOCKET, None)


def clone(database: str) -> None:
    """Make `database` anew, a copy of the migrated one."""
    with psycopg.connect(address("postgres", "postgres"), autocommit=True) as connection:
        name = sql.Identifier(database)
        connection.execute(sql.SQL("drop database if exists {} with (force)").format(name))
        connection.execute(
            sql.SQL("create database {} owner {} template {} strategy file_copy").format(
                name, sql.Identifier(roles.OWNER), sql.Identifier(roles.DATABASE)
            )
        )
