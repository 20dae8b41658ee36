"""Which operating-system account runs the database server, and what can it reach?

PostgreSQL refuses to run as root. Started by root, Homeward uses the account `postgres` where it exists and
`nobody` otherwise; started by anyone else, it uses that person's own account. It never makes an account or
loosens the permissions of a folder.
"""

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Account:
    """An account by number; `switch` says that the server must be started under it rather than under ours."""

    uid: int
    gid: int
    name: str
    switch: bool


def server_account() -> Account:
    """The account that may run PostgreSQL here."""
    if os.geteuid() != 0:
        return Account(uid=os.geteuid(), gid=os.getegid(), name="", switch=False)
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(uid=entry.pw_uid, gid=entry.pw_gid, name=name, switch=True)
    raise RuntimeError(
        "Homeward was started by root, and PostgreSQL does not run as root. "
        "There is no account 'postgres' or 'nobody' on this machine: start Homeward as an ordinary user."
    )


def _may_enter(folder: Path, account: Account) -> bool:
    found = folder.stat()
    if found.st_uid == account.uid:
        return bool(found.st_mode & stat.S_IXUSR)
    if found.st_gid == account.gid:
        return bool(found.st_mode & stat.S_IXGRP)
    return bool(found.st_mode & stat.S_IXOTH)


def can_reach(path: Path, account: Account) -> bool:
    """May the account walk down to this path? Parents that do not exist yet are judged by the nearest that does."""
    if not account.switch:
        return True
    real = path.resolve()
    return all(_may_enter(folder, account) for folder in (real, *real.parents) if folder.is_dir())


def give(path: Path, account: Account) -> None:
    """Hand a folder and all it holds to the account that runs the server."""
    if not account.switch:
        return
    os.chown(path, account.uid, account.gid)
    for folder, folders, files in os.walk(path):
        for name in (*folders, *files):
            os.chown(os.path.join(folder, name), account.uid, account.gid, follow_symlinks=False)
