"""Is the database up to date with this code and this place, so that starting need not look further?

A digest of every migration, of all that loads the place, and of the place itself is kept in the database, in a
table of the owner's, so it travels with a dump and belongs to no one machine.
"""

import hashlib
import os
from importlib.util import find_spec
from pathlib import Path

import psycopg

from homeward.config import environment
from homeward.config.installed import HOMEWARD

TABLE = "create table if not exists homeward_upgrade (fingerprint text not null)"


def _files() -> list[Path]:
    place = find_spec(environment.value("HOMEWARD_PLACE"))
    declared = [Path(folder) for folder in (place.submodule_search_locations or [])] if place else []
    return sorted(
        [
            *HOMEWARD.glob("*/migrations/*.py"),
            *HOMEWARD.glob("grammar/**/*.py"),
            *HOMEWARD.glob("directory/**/*.py"),
            *HOMEWARD.glob("*/models/*.py"),
            *HOMEWARD.glob("**/*.sql"),
            HOMEWARD / "config" / "upgrade.py",
            *(path for folder in declared for path in folder.rglob("*") if path.suffix != ".pyc" and path.is_file()),
        ]
    )


def fingerprint() -> str:
    """What the database would be brought up to now."""
    digest = hashlib.sha256(environment.value("HOMEWARD_PLACE").encode())
    for path in _files():
        digest.update(str(path.name).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_current() -> bool:
    """Was the database last brought up to this very code and place?"""
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        known = connection.execute("select to_regclass('homeward_upgrade')").fetchone()
        if known is None or known[0] is None:
            return False
        row = connection.execute("select fingerprint from homeward_upgrade").fetchone()
    return row is not None and row[0] == fingerprint()


def remember() -> None:
    """Note that the database is up to date."""
    with psycopg.connect(os.environ["HOMEWARD_OWNER_URL"]) as connection:
        connection.execute(TABLE)
        connection.execute("delete from homeward_upgrade")
        connection.execute("insert into homeward_upgrade values (%s)", [fingerprint()])
