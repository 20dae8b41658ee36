"""Is everything sent, and every repeat known by its key, when workers are killed while they send?"""

import time
from collections import Counter
from datetime import timedelta

import pytest

from homeward.exchange.actions.claim import claim
from homeward.exchange.models import Outgoing
from homeward.exchange.tests.arranging import outbox
from homeward.exchange.tests.fake_partner import Answer, fake_partner
from homeward.exchange.tests.send_process import send_due
from homeward.referrals.tests import arranging as hub
from homeward.referrals.tests.arranging import MORNING
from tests.plumbing.prepared import begun


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_workers_killed_while_they_send_lose_nothing(database_urls: dict[str, str]) -> None:
    people = [hub.person(phone="07700 900123") for _ in range(24)]
    for person in people:
        hub.received(person_id=person)
    with fake_partner() as partner:
        partner.answers += [Answer(after=0.05)] * 400
        for round in range(4):
            workers = [begun(send_due, partner.url, round * 200.0, urls=database_urls) for _ in range(2)]
            seen, until = len(partner.asked), time.monotonic() + 30
            while len(partner.asked) < seen + 4 and time.monotonic() < until:
                time.sleep(0.01)
            for worker in workers:
                worker.kill()
                worker.join()
        last = begun(send_due, partner.url, 3600.0, urls=database_urls)
        last.join(timeout=120)
        assert last.exitcode == 0
        keys = Counter(each.headers["idempotency-key"] for each in partner.asked)
    rows = [outbox(person, MORNING)[0] for person in people]
    assert {row.state for row in rows} == {"sent"}
    assert set(keys) == {row.key for row in rows}
    assert sum(keys.values()) <= len(people) + 4 * 2  # each kill repeats at most what was on its way
    assert not claim(at=MORNING + timedelta(days=2), limit=5)
    assert Outgoing.objects.count() == 0  # without the gate nothing is seen
