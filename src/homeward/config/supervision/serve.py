"""How does `homeward serve` bring everything up, keep it up and take it down again?

One parent, single-threaded, holds the data folder's lock, is PostgreSQL's own parent where the server is ours,
and starts again whatever dies.
"""

import os
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from types import FrameType

from homeward.config import environment
from homeward.config.fingerprint import is_current
from homeward.config.supervision.child import Child, to_the_end
from homeward.config.supervision.people import begin_again_if_unfinished, is_due, make_demonstration, who_may_sign_in
from homeward.config.supervision.preflight import CannotServe, refuse_full_disk, refuse_taken_ports
from homeward.config.supervision.processes import children
from homeward.config.supervision.styles import built_meanwhile
from homeward.foundation.postgres.cluster import Cluster
from homeward.foundation.postgres.embedded import bring_up, cluster_of, urls_of
from homeward.foundation.postgres.folders import data_folder, folders
from homeward.foundation.postgres.lock import only_one

LOOK_EVERY = 0.1
READY_WITHIN = 60.0


class Stopped(Exception):
    """Somebody asked Homeward to stop."""


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped


def _tell(words: str) -> None:
    print(words, flush=True)


@contextmanager
def _own_database() -> Iterator[Cluster]:
    places = folders()
    cluster = cluster_of(places)
    try:
        bring_up(cluster)
        urls = urls_of(places)
        os.environ |= {"DATABASE_URL": urls.app, "HOMEWARD_OWNER_URL": urls.owner, "HOMEWARD_EMBEDDED": "1"}
        yield cluster
    finally:
        cluster.stop()


def _bring_up_to_date() -> None:
    if is_current():
        return
    _tell("Bringing the database up to date …")
    if to_the_end("upgrade", "--quiet"):
        raise CannotServe("The database could not be brought up to date; the lines above say why.")


def _answers() -> bool:
    address = f"http://{environment.value('HOMEWARD_HOST')}:{environment.number('HOMEWARD_PORT')}/healthz"
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _look_after(cluster: Cluster | None, running: list[Child]) -> None:
    if cluster is not None and not cluster.alive:
        _tell("The database server ended; starting it again.")
        cluster.start()
    for child in running:
        if child.look_after():
            _tell(f"The {child.name} process ended; starting it again.")


def _wait_until_ready(cluster: Cluster | None, running: list[Child]) -> None:
    end = time.monotonic() + READY_WITHIN
    while not _answers():
        _look_after(cluster, running)
        if time.monotonic() > end:
            raise CannotServe("The web server did not answer within a minute; the lines above say why.")
        time.sleep(LOOK_EVERY)


def _keep_up(cluster: Cluster | None) -> None:
    running = children()
    try:
        _wait_until_ready(cluster, running[:1])  # the pages first: the others would take the cores from them
        _tell(f"\nHomeward is at {environment.public_url()}/\n{who_may_sign_in()}\nPress Ctrl+C to stop.")
        while True:
            _look_after(cluster, running)
            time.sleep(LOOK_EVERY)
    finally:
        _take_down(running)


def _take_down(running: list[Child]) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    for child in running:
        child.ask_to_stop()
    now = time.monotonic()
    for child in running:
        child.stopped(until=now + child.patience)


def serve() -> int:
    """Serve until asked to stop; returns the exit code."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _stop)
    data = data_folder()
    refuse_full_disk(data)
    data.mkdir(parents=True, exist_ok=True)
    with only_one(data, words=f"serving {environment.public_url()}/"):
        refuse_taken_ports()
        environment.secret_key()
        try:
            with (
                built_meanwhile() as styles_are_built,
                nullcontext() if environment.value("DATABASE_URL") else _own_database() as cluster,
            ):
                if cluster is not None and begin_again_if_unfinished(cluster):
                    _tell("The last start was stopped while it made synthetic people; beginning again.")
                if cluster is not None and is_due(cluster):
                    _tell("Bringing the database up to date, then making synthetic people …")
                    make_demonstration(cluster)
                _bring_up_to_date()
                styles_are_built()
                _keep_up(cluster)
        except Stopped:
            _tell("Homeward has stopped.")
    return 0
