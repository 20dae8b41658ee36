"""What does every test get? A real PostgreSQL, reached as the plain application role, so that row-level security holds.

`django_db` rolls back. With `transaction=True` the test may commit, and the database is copied anew after it.
`database_urls` is what a process of its own needs in its environment to use the same database.
"""

import os
from collections.abc import Generator, Iterator
from typing import Any

import pytest
from django.db import connections
from django.test import TransactionTestCase

from homeward.foundation.lasting import building
from tests.plumbing import cluster, the_moment

# One journey goes first: its house comes up while the other process tests the packages. What serves houses of its own or walks
# through one comes late, the longest of it first. The many short tests of the pages end the run: a process is given files until
# more than two tests wait for it, and three journeys that wait for one process left the other idle for as long as they take.
FIRST = "tests/journeys/test_signing_in.py"
LAST = (
    "tests/load", "tests/journeys/test_every_page.py", "tests/faults", "tests/journeys/test_one_more_number.py",
    "tests/journeys/test_flow.py", "tests/journeys/test_assessment.py", "tests/journeys/test_virtual_ward.py",
    "tests/journeys/test_without_scripts.py", "tests/fhir_clients", "tests/house", "tests/journeys",
    "src/homeward/web",
)  # fmt: skip


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    def rank(item: pytest.Item) -> int:
        place = item.path.relative_to(config.rootpath).as_posix()
        if place == FIRST:
            return -1
        return next((number for number, folder in enumerate(LAST, start=1) if place.startswith(folder)), 0)

    items.sort(key=rank)
    for item in items:
        if why := the_moment.why_not(item.nodeid):
            item.add_marker(pytest.mark.skip(reason=why))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    with building(), the_moment.as_asked(tick=False):  # every test of the run is made here, and lasts as long as the process
        return (yield)


def pytest_configure(config: pytest.Config) -> None:
    in_controller = not hasattr(config, "workerinput")
    if in_controller and getattr(config.option, "numprocesses", None) and not config.option.collectonly:
        cluster.copy_at_hand()  # each worker has a server of its own, made from it: none waits for another's transactions


def pytest_unconfigure(config: pytest.Config) -> None:
    cluster.stop()


def _database() -> str:
    return f"homeward_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"


def _disconnect() -> None:
    for connection in connections.all(initialized_only=True):
        connection.close()
        close_pool = getattr(connection, "close_pool", None)
        if close_pool and connection.settings_dict["OPTIONS"].get("pool"):
            close_pool()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    with the_moment.as_asked(item.nodeid):
        return (yield)


@pytest.fixture(autouse=True)
def _at_this_moment() -> None:
    the_moment.begin()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> Iterator[None]:
    """Give this process a database of its own, and point Django at it."""
    cluster.start()
    cluster.clone(_database())
    for alias in ("default", "owner"):
        here = {"HOST": os.environ[cluster.SOCKET], "NAME": _database()}
        connections.databases[alias].update(here)
        connections[alias].settings_dict.update(here)
    yield
    with django_db_blocker.unblock():
        _disconnect()


@pytest.fixture(scope="session")
def database_urls(django_db_setup: None) -> dict[str, str]:
    """DATABASE_URL and HOMEWARD_OWNER_URL of this process's database."""
    return cluster.urls(_database())


def _copy_anew(self: TransactionTestCase) -> None:
    _disconnect()
    cluster.clone(_database())


TransactionTestCase._fixture_teardown = _copy_anew  # type: ignore[attr-defined]  # instead of emptying every table
