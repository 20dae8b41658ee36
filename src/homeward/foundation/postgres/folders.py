"""Where do the data folder, the cluster and its socket lie?

The data folder is `HOMEWARD_DATA`; without it, `data/` beside a checkout, else the account's own place for
data. A root-started server runs under a lesser account, so a cluster that this account could not reach goes to
/var/lib/homeward instead, named after the data folder.
"""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from homeward.foundation.postgres.account import Account, can_reach, give, server_account

SYSTEM_FOLDER = Path("/var/lib/homeward")
LONGEST_SOCKET_FOLDER = 80  # a socket's whole path may have 107 bytes


@dataclass(frozen=True, kw_only=True)
class Folders:
    """The folders of one Homeward on this machine."""

    data: Path
    cluster: Path
    socket: Path
    store: Path


def data_folder() -> Path:
    """The folder that holds everything Homeward keeps on this machine."""
    named = os.environ.get("HOMEWARD_DATA")
    if named:
        return _from_the_root(named) if named.startswith("/") else Path(named).expanduser().absolute()
    checkout = Path(__file__).resolve().parents[4]
    if (checkout / "pyproject.toml").exists() and (checkout / "src" / "homeward").exists():
        return checkout / "data"
    if os.geteuid() == 0:
        return SYSTEM_FOLDER / "data"
    home = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(home).expanduser().absolute() / "homeward"


@cache
def _from_the_root(named: str) -> Path:
    """The same folder wherever the process stands; asked some twenty times for each page of numbers."""
    return Path(named)


def _mark(path: Path) -> str:
    return hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:10]


def folders(data: Path | None = None) -> Folders:
    """The folders that belong to a data folder; nothing is made by asking."""
    data = data or data_folder()
    account = server_account()
    base = data if can_reach(data, account) else SYSTEM_FOLDER / _mark(data)
    socket = base / "socket"
    if len(os.fsencode(socket)) > LONGEST_SOCKET_FOLDER:
        socket = Path(tempfile.gettempdir()) / f"homeward-{account.uid}-{_mark(data)}"
    return Folders(data=data, cluster=base / "postgres", socket=socket, store=base)


def make(places: Folders, account: Account) -> None:
    """Make the folders, closed to everyone but the account that runs the server."""
    places.data.mkdir(parents=True, exist_ok=True)
    places.store.mkdir(parents=True, exist_ok=True)
    for folder in (places.cluster, places.socket):
        closed_folder(folder, account)


def closed_folder(folder: Path, account: Account) -> None:
    """Make one folder for the account alone; refuse one that another account made before us."""
    if not folder.exists():
        folder.mkdir(mode=0o700)
        give(folder, account)
    found = folder.stat(follow_symlinks=False)
    if found.st_uid != account.uid:
        raise PermissionError(
            f"{folder} belongs to another account. Start Homeward as the account that made it, "
            "or set HOMEWARD_DATA to another folder."
        )
    folder.chmod(0o700)
