"""How does a command get its database and Django ready?"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import django

from homeward.foundation.lasting import building
from homeward.foundation.postgres.embedded import borrowed


@contextmanager
def database_in_environment(*, words: str) -> Iterator[bool]:
    """DATABASE_URL and HOMEWARD_OWNER_URL are set inside; yields whether the database is the embedded one."""
    if os.environ.get("DATABASE_URL"):
        yield os.environ.get("HOMEWARD_EMBEDDED") == "1"  # `homeward serve` says so to the commands it runs
        return
    with borrowed(words=words) as urls:
        os.environ["HOMEWARD_EMBEDDED"] = "1"
        os.environ["DATABASE_URL"] = urls.app
        os.environ["HOMEWARD_OWNER_URL"] = urls.owner
        try:
            yield True
        finally:
            for name in ("DATABASE_URL", "HOMEWARD_OWNER_URL", "HOMEWARD_EMBEDDED"):
                os.environ.pop(name, None)


@contextmanager
def with_database(*, words: str) -> Iterator[None]:
    """Django is set up and the database brought up to date inside."""
    from homeward.config.fingerprint import is_current, remember
    from homeward.config.upgrade import upgrade

    with database_in_environment(words=words) as embedded:
        with building():
            if is_current():
                django.setup()
            else:
                upgrade(embedded=embedded, words=False)
                remember()
        try:
            yield
        finally:
            _disconnect()


def _disconnect() -> None:
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
        close_pool = getattr(connection, "close_pool", None)
        if close_pool and connection.settings_dict["OPTIONS"].get("pool"):
            close_pool()
