"""Is a demonstration that was stopped while its people were made begun again, and only then?"""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from homeward.config.supervision.people import UNFINISHED, begin_again_if_unfinished
from homeward.foundation.postgres import roles
from homeward.foundation.postgres.cluster import Cluster
from homeward.foundation.postgres.throwaway import discard, throwaway


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Cluster]:
    monkeypatch.setenv("HOMEWARD_DATA", str(tmp_path))
    made = throwaway()
    try:
        made.make()
        made.start()
        roles.prepare(superuser_url=made.url(), database_url=made.url(database=roles.DATABASE))
        with psycopg.connect(made.url(role=roles.OWNER, database=roles.DATABASE)) as owner:
            owner.execute("create table half_made (id int)")
        yield made
    finally:
        discard(made)


def _has_table(cluster: Cluster) -> bool:
    with psycopg.connect(cluster.url(database=roles.DATABASE)) as connection:
        row = connection.execute("select to_regclass('half_made') is not null").fetchone()
    return bool(row and row[0])


def test_what_was_finished_is_kept(cluster: Cluster) -> None:
    assert not begin_again_if_unfinished(cluster)
    assert _has_table(cluster)


def test_what_was_not_finished_is_begun_again_once(cluster: Cluster, tmp_path: Path) -> None:
    (tmp_path / UNFINISHED).touch()
    assert begin_again_if_unfinished(cluster)
    assert not _has_table(cluster)
    assert not begin_again_if_unfinished(cluster)
