"""Does a cluster start, survive the death of its server, and die with its parent, whoever built the programs?"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from homeward.foundation.postgres import roles
from homeward.foundation.postgres.binaries import candidates
from homeward.foundation.postgres.cluster import Cluster, NotReady
from homeward.foundation.postgres.throwaway import discard, throwaway


@pytest.fixture(params=candidates(), ids=lambda folder: folder.parts[-3])
def cluster(request: pytest.FixtureRequest) -> Iterator[Cluster]:
    made = throwaway(bin_folder=request.param, durable=True)
    try:
        made.make()
        made.start()
        roles.prepare(superuser_url=made.url(), database_url=made.url(database=roles.DATABASE))
        yield made
    finally:
        discard(made)


def _app(cluster: Cluster) -> psycopg.Connection:
    return psycopg.connect(cluster.url(role=roles.APP, database=roles.DATABASE), autocommit=True)


def _owner(cluster: Cluster) -> psycopg.Connection:
    return psycopg.connect(cluster.url(role=roles.OWNER, database=roles.DATABASE), autocommit=True)


def test_the_application_may_use_rows_but_owns_nothing(cluster: Cluster) -> None:
    with _owner(cluster) as owner:
        owner.execute("create table note (id bigserial primary key, words text)")
    with _app(cluster) as app:
        app.execute("insert into note (words) values ('Ÿes')")
        assert app.execute("select lower(words) from note").fetchone() == ("ÿes",)
        assert roles.faults_of_app_role(app) == []
        for sin in ("drop table note", "alter table note disable row level security", "create table mine (id int)"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute(sin)


def test_row_level_security_binds_the_application_and_the_owner(cluster: Cluster) -> None:
    with _owner(cluster) as owner:
        owner.execute("create table secret (id int)")
        owner.execute("insert into secret values (1)")
        owner.execute("alter table secret enable row level security")
        owner.execute("alter table secret force row level security")
        assert owner.execute("select * from secret").fetchall() == []
    with _app(cluster) as app:
        assert app.execute("select * from secret").fetchall() == []


def test_a_mighty_role_is_told_apart(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url(database=roles.DATABASE)) as superuser:
        said = roles.faults_of_app_role(superuser)
    assert any("superuser" in fault for fault in said) and any("bypass" in fault for fault in said)


def test_what_the_house_needs_is_there(cluster: Cluster) -> None:
    with _app(cluster) as app:
        app.execute("select 'a'::text % 'b', unaccent('é'), levenshtein('a', 'b')")
        app.execute("create temporary table bed (id int, span tstzrange, exclude using gist (id with =, span with &&))")
        assert app.execute("select now() at time zone 'Europe/London'").fetchone()


def test_what_was_committed_survives_a_killed_server(cluster: Cluster) -> None:
    with _owner(cluster) as owner:
        owner.execute("create table kept (id int)")
        owner.execute("insert into kept values (7)")
    assert cluster.process is not None
    os.kill(cluster.process.pid, signal.SIGKILL)
    began = time.monotonic()
    cluster.start()
    assert time.monotonic() - began < 10
    with _app(cluster) as app:
        assert app.execute("select id from kept").fetchall() == [(7,)]


def test_files_half_made_by_a_killed_start_are_made_again() -> None:
    cluster = throwaway()
    try:
        (cluster.folder / "PG_VERSION").write_text("18")
        (cluster.folder / "base").mkdir()
        cluster.folder.with_name("postgres.being-made").touch()
        cluster.make()
        cluster.start()
        assert cluster.answers()
    finally:
        discard(cluster)


def test_files_of_another_version_are_refused_in_a_sentence() -> None:
    cluster = throwaway()
    try:
        (cluster.folder / "PG_VERSION").write_text("9")
        with pytest.raises(NotReady, match="was made by PostgreSQL 9"):
            cluster.make()
    finally:
        discard(cluster)


PARENT = """
import sys, time
from homeward.foundation.postgres.throwaway import throwaway
cluster = throwaway()
cluster.make()
cluster.start()
print(cluster.process.pid, cluster.folder.parent, flush=True)
time.sleep(60)
"""


def test_the_server_dies_with_its_parent() -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    pid, folder = parent.stdout.readline().split()
    parent.kill()
    parent.wait()
    parent.stdout.close()
    end = time.monotonic() + 10
    while time.monotonic() < end and (Path("/proc") / pid / "exe").exists():
        time.sleep(0.05)
    assert not (Path("/proc") / pid / "exe").exists()
    assert Path(folder).exists()
    discard(throwaway())  # the next run clears away what the killed one left
    assert not Path(folder).exists()
