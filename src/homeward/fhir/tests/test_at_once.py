"""Is the same message, sent many times at once, one referral with one answer?"""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client

from homeward.access.api import gate
from homeward.fhir.models import Receipt
from homeward.fhir.tests.messages import encoded, fall
from homeward.fhir.tests.partner import NOON, Partner, partner
from homeward.people.api import Person
from homeward.referrals.api import ServiceRequest


@pytest.mark.django_db(transaction=True)
@pytest.mark.hazard(
    "HZ-S12-31",
    hazard="An impatient system sends the same message again before the first is answered, and two teams set out.",
    control="The message is held while it is acted on; whoever comes second gets the first one's answer.",
)
def test_the_same_message_many_times_at_once_is_one_referral() -> None:
    sender, body, together = partner(), encoded(fall()), threading.Barrier(6)

    def send(_: int) -> tuple[int, bytes]:
        try:
            mine = Partner(client=Client(), token=sender.token)
            together.wait(20)
            response = mine.send(body)
            return response.status_code, response.content
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        answers = set(pool.map(send, range(6)))
    assert len(answers) == 1
    assert next(iter(answers))[0] == 200
    with gate.job("bench", at=NOON):
        assert (ServiceRequest.objects.count(), Person.objects.count(), Receipt.objects.count()) == (1, 1, 1)
