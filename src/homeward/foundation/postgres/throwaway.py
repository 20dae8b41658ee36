"""How do tests get a PostgreSQL of their own that starts in a moment and leaves nothing behind?"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from homeward.foundation.postgres import roles
from homeward.foundation.postgres.account import can_reach, give, server_account
from homeward.foundation.postgres.binaries import find, within_reach
from homeward.foundation.postgres.cluster import Cluster
from homeward.foundation.postgres.folders import SYSTEM_FOLDER

PREFIX = "homeward-test-"


def _base() -> Path:
    for folder in (tempfile.gettempdir(), "/tmp", "/var/tmp"):
        path = Path(folder)
        if len(folder) < 60 and can_reach(path, server_account()) and os.access(path, os.W_OK):
            return path
    raise RuntimeError("No temporary folder that the database server can reach. Set TMPDIR to one.")


def clear_left_behind() -> None:
    """Remove the folders of test runs that were killed."""
    for folder in _base().glob(f"{PREFIX}*"):
        owner = folder.name.removeprefix(PREFIX).partition("-")[0]
        if owner.isdigit() and not Path(f"/proc/{owner}").exists():
            shutil.rmtree(folder, ignore_errors=True)


def throwaway(*, bin_folder: Path | None = None, durable: bool = False) -> Cluster:
    """A new cluster in a temporary folder, its files not yet made; fast and forgetful unless `durable`."""
    clear_left_behind()
    account = server_account()
    home = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=_base()))
    for name in ("postgres", "socket"):
        (home / name).mkdir(mode=0o700)
    home.chmod(0o711)
    for name in ("postgres", "socket"):
        give(home / name, account)
    binaries = within_reach(find(bin_folder), account=account, store=SYSTEM_FOLDER)
    return Cluster(
        folder=home / "postgres", socket=home / "socket", binaries=binaries, account=account, durable=durable
    )


def discard(cluster: Cluster) -> None:
    """Stop the cluster at once and remove its folder."""
    cluster.stop(immediately=True)
    shutil.rmtree(cluster.folder.parent, ignore_errors=True)


def from_copy(copy: Path, *, fill: Callable[[Cluster], None]) -> Cluster:
    """A running cluster whose files are a copy of `copy`; made, filled by `fill` and kept there when missing."""
    cluster = throwaway()
    try:
        if not copy.exists():
            _build(cluster, copy, fill)
        else:
            _duplicate(copy, cluster.folder)
        cluster.start()
    except BaseException:
        discard(cluster)
        raise
    return cluster


def _build(cluster: Cluster, copy: Path, fill: Callable[[Cluster], None]) -> None:
    cluster.make()
    cluster.start()
    roles.prepare(superuser_url=cluster.url(), database_url=cluster.url(database=roles.DATABASE))
    fill(cluster)
    cluster.stop()
    copy.parent.mkdir(parents=True, exist_ok=True)
    half_done = copy.with_name(f"{copy.name}.{os.getpid()}")
    _duplicate(cluster.folder, half_done)
    try:
        half_done.rename(copy)
    except OSError:
        shutil.rmtree(half_done, ignore_errors=True)  # another run kept the same copy first


def _duplicate(origin: Path, target: Path) -> None:
    subprocess.run(["cp", "-a", f"{origin}/.", str(target)] if target.exists() else ["cp", "-a", origin, target], check=True)
