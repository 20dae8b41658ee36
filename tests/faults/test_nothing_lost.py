"""Is every acknowledged referral still there, once, with one owner, when web, jobs and database were killed meanwhile?"""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest

from homeward.foundation.postgres.folders import folders
from tests.faults.sender import Sender, messages
from tests.plumbing.served import NOT_HANDED_ON, Served, reachable_folder, served

COUNT = 1000
SECONDS = 240.0
KILLED = {
    100: ("web", r"config\.wsgi"), 300: ("jobs", r"homeward\.cli worker"), 500: ("database", r"postgres -D"),
    650: ("live", r"live\.asgi"), 800: ("web again", r"config\.wsgi"), 900: ("database again", r"postgres -D"),
}  # fmt: skip


def command(data: Path, *words: str) -> Any:
    """A `homeward` command beside the served one; its answer to --json."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_HANDED_ON}
    for wait in (2, 4, 0):  # the database may be coming back
        done = subprocess.run(
            [sys.executable, "-m", "homeward.cli", *words, "--json"],
            env=kept | {"HOMEWARD_DATA": str(data), "HOMEWARD_DEMO": "0"},
            capture_output=True,
            text=True,
            timeout=60,
        )
        if done.returncode == 0:
            break
        time.sleep(wait)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def kill(homeward: Served, pattern: str) -> None:
    """Kill the process as nothing else could: -9."""
    for number, said in homeward.processes().items():
        if re.search(pattern, said):
            os.kill(number, signal.SIGKILL)
            return
    raise AssertionError(f"no process like {pattern} to kill")


def killing(homeward: Served, sender: Sender, killed: list[str]) -> None:
    """Kill each process once so many referrals were acknowledged, until all were."""
    for after, (name, pattern) in KILLED.items():
        while len(sender.acknowledged) < after:
            if time.monotonic() > sender.until:
                return
            time.sleep(0.02)
        kill(homeward, pattern)
        killed.append(name)


def counted(data: Path) -> dict[str, Any]:
    """What the database holds, asked past row-level security."""
    questions = {
        "referrals": "select count(*) from referrals_servicerequest",
        "requests": "select count(distinct request_id) from fhir_receipt",
        "receipts": "select count(*) from fhir_receipt",
        "kept": "select count(*) from fhir_keptmessage k join referrals_servicerequest r on r.id = k.referral_id",
        "people": "select count(distinct person_id) from referrals_servicerequest",
        "everybody": "select count(*) from people_person",
        "received": "select count(*) from foundation_event where kind = 'referral.receive'",
        "moves": "select count(*) from referrals_move",
        "unowned": "select count(*) from referrals_servicerequest r where 1 <> (select count(*) from"
        " referrals_ownerperiod o where o.referral_id = r.id and upper_inf(o.during) and o.team = r.owner_team)",
        "clockless": "select count(*) from referrals_servicerequest r where not exists"
        " (select from episodes_clock c where c.subject_id = r.id)",
    }
    with psycopg.connect(f"postgresql://postgres@/homeward?host={folders(data).socket}") as connection:
        found: dict[str, Any] = {name: connection.execute(sql).fetchone()[0] for name, sql in questions.items()}  # type: ignore[index]  # a count has a row
        found["ids"] = {str(row[0]) for row in connection.execute("select id from referrals_servicerequest")}
    return found


@pytest.mark.slow
@pytest.mark.hazard(
    "HZ-S12-30",
    hazard="A referral that its sender was told is in our hands is lost when a machine or process fails.",
    control="It is acknowledged only after it is durable with its one owner; sent again after a failure it is still one.",
)
def test_nothing_acknowledged_is_lost() -> None:
    with reachable_folder() as folder, served(folder / "data") as homeward:
        data = folder / "data"
        homeward.until("/readyz", seconds=120)
        client = command(data, "client", "create", "Ambulance control", "--scope", "system/$process-message")
        sender = Sender(port=urlsplit(homeward.url).port or 0, client=client)
        killed: list[str] = []
        sender.until = time.monotonic() + SECONDS
        killer = threading.Thread(target=killing, args=(homeward, sender, killed))
        killer.start()
        sender.send_all(messages(COUNT), seconds=SECONDS)
        killer.join(timeout=10)
        assert sender.refused == []
        assert len(sender.acknowledged) == COUNT, homeward.log.read_text()[-3000:]
        assert killed == [name for name, _ in KILLED.values()]
        homeward.until("/readyz", seconds=30)
        found = counted(data)
        assert set(sender.acknowledged.values()) == found.pop("ids")
        assert found == {
            **dict.fromkeys(("referrals", "requests", "receipts", "kept", "people", "everybody", "received", "moves"), COUNT),
            "unowned": 0,
            "clockless": 0,
        }
        sealed = command(data, "audit", "verify")
        assert not sealed.get("breaks"), sealed
    assert sender.repeated > 0  # the failures were felt, and sending again was what mended them
