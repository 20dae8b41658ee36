"""Does the named person hear of an alert away from the screen, once a rung, without a word about the patient?"""

import pytest

from homeward.access.api import gate, system
from homeward.exchange.models import Outgoing
from homeward.exchange.queries.messages_of import messages_of
from homeward.monitoring.api import climb
from homeward.monitoring.tests.arranging import after, consultant, on_the_ward, seen, ward_nurse

pytestmark = pytest.mark.django_db


def test_each_rung_sends_one_message_to_each_named_person() -> None:
    bea, _ = ward_nurse(), consultant()
    stay = on_the_ward(by=bea)
    raised = seen(stay, at=after(0), by=bea, heart_rate=132.0, respiratory_rate=26.0, consciousness="C")
    seen(
        stay, at=after(1), by=bea, heart_rate=132.0, respiratory_rate=26.0, consciousness="C"
    )  # the same again is no news
    assert raised.alert_id is not None
    climb(alert_id=raised.alert_id, by=system("monitoring"), at=after(10))
    with gate.job("demo", by=system("demo"), at=after(11)):
        rows = list(Outgoing.objects.filter(kind="ward-alert").order_by("queued_at"))
    assert [row.recipient_name for row in rows] == ["Bea Mullen", "Dr Amara Nwosu"]
    assert all(row.channel == "email" and row.urgent and row.recipient.endswith("@example.org") for row in rows)
    assert rows[0].subject == "RED ALERT: Frailty virtual ward" and "/virtual-wards/?show=unread" in rows[0].words
    assert not any("Cole" in row.words + row.subject or "NEWS2" in row.words for row in rows)
    person_id = rows[0].person_id
    assert person_id is not None
    with gate.person(person_id, by=system("demo"), at=after(12)):
        theirs = messages_of(person_id, to_person_only=True)
        assert theirs and not any(
            "ALERT" in each.subject for each in theirs
        )  # written to colleagues, not to the person
        assert not any(each.readable for each in messages_of(person_id) if each.recipient_name == "Bea Mullen")
