"""Does a served Homeward come back when any of its processes is killed, and leave nothing behind when it goes?"""

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.plumbing.served import Served, reachable_folder, served

SECONDS = 15.0
KINDS = {"database": r"postgres -D", "web": r"config\.wsgi", "jobs": r"homeward\.cli worker", "live": r"live\.asgi"}


@pytest.fixture(scope="module")
def homeward() -> Iterator[Served]:
    with reachable_folder() as folder, served(folder / "data") as running:
        running.until("/readyz", seconds=120)
        yield running


def _find(homeward: Served, kind: str) -> int:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        for number, command in homeward.processes().items():
            if re.search(KINDS[kind], command):
                return number
        time.sleep(0.05)
    raise AssertionError(f"No {kind} process.\n{homeward.log.read_text()[-3000:]}")


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_killed_process_is_back_in_seconds(homeward: Served, kind: str) -> None:
    killed = _find(homeward, kind)
    os.kill(killed, signal.SIGKILL)
    end = time.monotonic() + SECONDS
    while _find(homeward, kind) == killed and time.monotonic() < end:
        time.sleep(0.05)
    assert _find(homeward, kind) != killed
    homeward.until("/readyz", seconds=SECONDS)


@pytest.mark.slow
def test_killed_web_workers_are_back_in_seconds(homeward: Served) -> None:
    found = subprocess.run(["pgrep", "-P", str(_find(homeward, "web"))], capture_output=True, text=True).stdout.split()
    workers = [number for number in found if "wsgi" in Path(f"/proc/{number}/cmdline").read_text()]
    assert len(workers) == 2
    for number in workers:
        os.kill(int(number), signal.SIGKILL)
    homeward.until("/healthz", seconds=SECONDS)


@pytest.mark.slow
def test_the_second_to_start_is_told_about_the_first(homeward: Served) -> None:
    with served(
        homeward.log.parent / "again", extra={"HOMEWARD_DATA": str(homeward.log.parent)}, from_nothing=True
    ) as second:
        assert second.parent.wait(timeout=30) == 1
    assert "Another Homeward is using this data folder: serving" in second.log.read_text()


def _of_data_folder(data: Path) -> list[str]:
    asked = subprocess.run(["pgrep", "-f", str(data)], capture_output=True, text=True)
    return asked.stdout.split()


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL], ids=["asked", "ctrl-c", "killed"])
def test_nothing_is_left_running(how: signal.Signals) -> None:
    first_start = how == signal.SIGTERM
    with reachable_folder() as folder, served(folder / "data", from_nothing=first_start) as running:
        running.until("/readyz", seconds=120)
        children = list(running.processes())
        running.parent.send_signal(how)
        code = running.parent.wait(timeout=20)
    assert code == (0 if how != signal.SIGKILL else -9)
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and any(Path(f"/proc/{number}/exe").exists() for number in children):
        time.sleep(0.1)
    assert [number for number in children if Path(f"/proc/{number}/exe").exists()] == []
    assert _of_data_folder(running.log.parent) == []
