"""Does a board pack come to an end when the worker that makes it is killed, as nothing else could?"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.measures.api import Pack, ask_pack, pack_called, refresh_lake
from tests.plumbing.fingerprint import REPOSITORY
from tests.plumbing.people_at_work import staff

SECONDS = 120.0
BOARDS = 8


@contextmanager
def working(urls: dict[str, str], data: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A worker as `homeward serve` runs one."""
    environment = os.environ | urls | {"HOMEWARD_DATA": str(data), "PYTHONPATH": f"{REPOSITORY / 'src'}:{REPOSITORY}"}
    environment |= {"DJANGO_SETTINGS_MODULE": "tests.plumbing.settings"}
    process = subprocess.Popen([sys.executable, "-m", "homeward.cli", "worker"], env=environment)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until(seen: Callable[[], bool], worker: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + SECONDS
    while not seen():
        assert worker.poll() is None and time.monotonic() < end
        time.sleep(0.01)


def silent_for_long() -> None:
    """As if the time had gone by after which a killed worker is missed."""
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_workers set last_heartbeat = now() - interval '1 minute'")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.hazard(
    "HZ-S72-33",
    hazard="A machine fails while a board pack is made; it says for ever that it is being made, and the board meets without.",
    control="What a killed worker held is given to another, three tries in all; then it says that it failed, and can be made again.",
)
def test_a_pack_whose_worker_is_killed_is_made_by_the_next(
    database_urls: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    at = datetime.now(UTC)
    refresh_lake(at=at, everything=True)
    chair = staff(role="locality-chair", organisation="bsol-icb", name="Joan Perks")
    waits = ask_pack(boards=list(directory.place().dashboards)[:BOARDS], asked={}, small=True, by=chair, at=at)
    with working(database_urls, tmp_path) as first:
        until(lambda: is_in(waits, "making", by=chair), first)
        first.send_signal(signal.SIGKILL)
        first.wait()
    assert is_in(waits, "making", by=chair), "it was killed while it made the pack"
    silent_for_long()
    with working(database_urls, tmp_path) as second:
        until(lambda: is_in(waits, "ready", by=chair), second)
    kept = Pack.objects.get(id=waits)
    assert bytes(kept.content or b"").startswith(b"%PDF-") and kept.done == kept.total


def is_in(pack_id: UUID, state: str, *, by: Actor) -> bool:
    return pack_called(pack_id, by=by).state == state
