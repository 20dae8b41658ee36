"""Can a server that is not ours be used: prepared by its keeper with two plain roles, of the oldest version at hand?"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from homeward.foundation.postgres.binaries import candidates, find
from homeward.foundation.postgres.cluster import Cluster
from homeward.foundation.postgres.throwaway import discard, throwaway

SOURCE = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    """As a keeper would prepare it: a database that the owner owns, and a role that may connect."""
    oldest = min((find(folder) for folder in candidates()), key=lambda found: found.version)
    made = throwaway(bin_folder=oldest.folder)
    try:
        made.make()
        made.start()
        with psycopg.connect(made.url(), autocommit=True) as keeper:
            keeper.execute("create role care_owner login")
            keeper.execute("create role care_pages login")
            keeper.execute("create database care owner care_owner template template0")
        yield made
    finally:
        discard(made)


def _upgrade(cluster: Cluster, *, app: str, owner: str | None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "DATABASE_URL": cluster.url(role=app, database="care")}
    environment |= {"DJANGO_SETTINGS_MODULE": "homeward.config.settings", "HOMEWARD_OWNER_URL": ""}
    if owner:
        environment["HOMEWARD_OWNER_URL"] = cluster.url(role=owner, database="care")
    return subprocess.run(
        [sys.executable, "-m", "homeward.cli", "upgrade", "--quiet"], env=environment, capture_output=True, text=True
    )


def test_without_the_owner_it_says_what_is_missing(server: Cluster) -> None:
    done = _upgrade(server, app="care_pages", owner=None)
    assert done.returncode == 1
    assert done.stderr.startswith("homeward: HOMEWARD_OWNER_URL is not set") and "Traceback" not in done.stderr


def test_a_superuser_may_not_serve_pages(server: Cluster) -> None:
    done = _upgrade(server, app="postgres", owner="care_owner")
    assert done.returncode == 1
    assert "superuser, which sees every row" in done.stderr


def test_an_owner_may_not_serve_pages_once_it_owns_tables(server: Cluster) -> None:
    first = _upgrade(server, app="care_pages", owner="care_owner")
    assert first.returncode == 0, first.stderr
    with psycopg.connect(server.url(role="care_pages", database="care")) as pages:
        assert pages.execute("select count(*) from procrastinate_jobs").fetchone() == (0,)
    done = _upgrade(server, app="care_owner", owner="care_owner")
    assert done.returncode == 1 and "owns tables" in done.stderr
