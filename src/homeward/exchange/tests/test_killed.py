"""Is everything sent, and every repeat known by its key, when workers are killed while they send?"""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta

import pytest

from homeward.exchange.actions.claim import claim
from homeward.exchange.models import Outgoing
from homeward.exchange.tests.arranging import outbox
from homeward.exchange.tests.fake_partner import Answer, fake_partner
from homeward.referrals.tests import arranging as hub
from homeward.referrals.tests.arranging import MORNING
from tests.plumbing.fingerprint import REPOSITORY

WORKER = """
import os, sys
from datetime import UTC, datetime, timedelta
import django
django.setup()
from homeward.exchange.actions.deliver import deliver_due
from homeward.exchange.channels.wire import send
from homeward.exchange.rules.trying import Outcome

class Slow:
    def deliver(self, row):
        reply = send("POST", os.environ["PARTNER"], body=b"{}", headers={"Idempotency-Key": row.key})
        return Outcome(result="arrived" if reply.status == 200 else "again")

at = datetime(2026, 3, 3, 10, tzinfo=UTC) + timedelta(seconds=float(sys.argv[1]))
deliver_due(clock=lambda: at, way=lambda row: Slow())
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_workers_killed_while_they_send_lose_nothing(database_urls: dict[str, str]) -> None:
    people = [hub.person(phone="07700 900123") for _ in range(24)]
    for person in people:
        hub.received(person_id=person)
    with fake_partner() as partner:
        partner.answers += [Answer(after=0.05)] * 400
        environment = os.environ | database_urls | {
            "PARTNER": partner.url, "DJANGO_SETTINGS_MODULE": "tests.plumbing.settings", "PYTHONPATH": f"{REPOSITORY / 'src'}:{REPOSITORY}",
        }  # fmt: skip
        for round in range(4):
            workers = [
                subprocess.Popen([sys.executable, "-c", WORKER, str(round * 200)], env=environment) for _ in range(2)
            ]
            seen, until = len(partner.asked), time.monotonic() + 30
            while len(partner.asked) < seen + 4 and time.monotonic() < until:
                time.sleep(0.01)
            for worker in workers:
                worker.send_signal(signal.SIGKILL)
                worker.wait()
        subprocess.run([sys.executable, "-c", WORKER, "3600"], env=environment, check=True, timeout=120)
        keys = Counter(each.headers["idempotency-key"] for each in partner.asked)
    rows = [outbox(person, MORNING)[0] for person in people]
    assert {row.state for row in rows} == {"sent"}
    assert set(keys) == {row.key for row in rows}
    assert sum(keys.values()) <= len(people) + 4 * 2  # each kill repeats at most what was on its way
    assert not claim(at=MORNING + timedelta(days=2), limit=5)
    assert Outgoing.objects.count() == 0  # without the gate nothing is seen
