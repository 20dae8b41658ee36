"""Does what waits go out, back off when it cannot, and end before a human when it never will?"""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import LazySettings

from homeward.access.api import gate, relationships, system
from homeward.exchange.actions.claim import claim
from homeward.exchange.actions.contact_rules import forbid
from homeward.exchange.actions.deliver import deliver_history
from homeward.exchange.actions.record import record
from homeward.exchange.actions.retry import give_up, retry
from homeward.exchange.channels import chosen
from homeward.exchange.channels.folder import Folder
from homeward.exchange.models import Outgoing
from homeward.exchange.queries.state import outbox_state
from homeward.exchange.rules.trying import Outcome, after
from homeward.exchange.tests.arranging import Told, delivered, outbox
from homeward.exchange.vocabulary import JOB, LEASE, PATIENCE
from homeward.foundation.errors import Invalid, NotPermitted, Refused
from homeward.referrals.api import notices
from homeward.referrals.tests import arranging as hub
from homeward.referrals.tests.arranging import MORNING

pytestmark = pytest.mark.django_db
AGAIN = Outcome(result="again", words="There was no answer in time.")
REFUSED = Outcome(result="refused", words="The number is not a number.", element="phone_number")


def told_somebody() -> UUID:
    person = hub.person(phone="07700 900123")
    hub.received(person_id=person)
    return person


def the(person: UUID) -> Outgoing:
    return outbox(person, MORNING)[0]


def test_what_is_due_goes_once() -> None:
    person, way = told_somebody(), Told()
    assert delivered(MORNING, way) == 1
    row = the(person)
    assert (row.state, row.sent_at, row.provider_id) == ("sent", MORNING, "theirs-1")
    assert delivered(MORNING + timedelta(days=1), way) == 0


def test_it_backs_off_and_then_asks_a_human() -> None:
    person, way, at = told_somebody(), Told(*[AGAIN] * 9), MORNING
    for wait in PATIENCE["sms"]:
        assert delivered(at, way) == 1
        assert the(person).state == "failed"
        assert delivered(at + wait - timedelta(seconds=1), way) == 0
        at += wait
    assert delivered(at, way) == 1
    assert the(person).state == "dead"
    assert delivered(at + timedelta(days=9), way) == 0
    assert len(set(way.keys)) == 1
    assert outbox_state(at).dead == 1


def test_the_receivers_wish_to_wait_is_kept_to() -> None:
    patient = after(Outcome(result="again", wait_seconds=3600), channel="sms", tries=1, at=MORNING)
    assert patient.next_at == MORNING + timedelta(hours=1)


@pytest.mark.hazard(
    "HZ-S39-3",
    hazard="A message or referral that could not be sent is noticed by nobody.",
    control="It ends on a page of the team that stands behind it, which is told, and stays until somebody deals with it.",
)
def test_what_is_refused_lands_before_the_team_that_stands_behind_it() -> None:
    person, asha = told_somebody(), hub.coordinator()
    delivered(MORNING, Told(REFUSED))
    row = the(person)
    assert (row.state, row.element, row.owner_team) == ("dead", "phone_number", hub.HUB)
    assert [each.kind for each in notices(by=asha, at=MORNING)] == ["not_sent"]
    retry(message_id=row.id, by=asha, at=MORNING)
    assert delivered(MORNING, Told()) == 1
    assert the(person).state == "sent"
    assert the(person).key == row.key


def test_the_owner_may_open_it_even_when_all_else_has_ended_and_no_longer_once_it_is_dealt_with() -> None:
    person = told_somebody()
    with gate.job(JOB, by=system(JOB), at=MORNING):
        assert relationships.end(the(person).about_id or UUID(int=0), at=MORNING)
    assert not relationships.with_team(person, [hub.HUB])
    delivered(MORNING, Told(REFUSED))
    assert relationships.with_team(person, [hub.HUB])
    give_up(message_id=the(person).id, reason="Rang her", by=hub.coordinator(), at=MORNING)
    assert not relationships.with_team(person, [hub.HUB])
    assert "Rang her" in the(person).state_words


def test_only_its_team_deals_with_it_and_says_why() -> None:
    person = told_somebody()
    delivered(MORNING, Told(REFUSED))
    with pytest.raises(NotPermitted):
        retry(message_id=the(person).id, by=hub.coordinator(team="hub-west"), at=MORNING)
    with pytest.raises(Invalid):
        give_up(message_id=the(person).id, reason=" ", by=hub.coordinator(), at=MORNING)
    retry(message_id=the(person).id, by=hub.coordinator(), at=MORNING)
    with pytest.raises(Refused, match="Waiting to go"):
        retry(message_id=the(person).id, by=hub.coordinator(), at=MORNING)


def test_trying_again_goes_where_the_person_is_safely_reached_today() -> None:
    person, asha = told_somebody(), hub.coordinator()
    delivered(MORNING, Told(REFUSED))
    forbid(person_id=person, value="07700900123", reason="Shared", by=asha, at=MORNING)
    with pytest.raises(Refused, match="dangerous"):
        retry(message_id=the(person).id, by=asha, at=MORNING)


@pytest.mark.hazard(
    "HZ-S39-4",
    hazard="A worker dies while it sends, and what it held is lost or is taken for something new when it comes again.",
    control="The lease runs out and another worker sends it under the same key.",
)
def test_a_worker_killed_half_way_loses_nothing() -> None:
    person, way = told_somebody(), Told()
    taken = claim(at=MORNING, limit=5)
    way.deliver(taken[0])  # it went out, and the worker died before it could say so
    assert delivered(MORNING + LEASE - timedelta(seconds=1), way) == 0
    assert delivered(MORNING + LEASE, way) == 1
    assert the(person).state == "sent"
    assert len(way.keys) == 2
    assert len(set(way.keys)) == 1


def test_what_was_stopped_on_its_way_and_arrived_is_put_down_as_sent() -> None:
    person, asha = told_somebody(), hub.coordinator()
    taken = claim(at=MORNING, limit=5)[0]
    forbid(person_id=person, way="sms", reason="Shared", by=asha, at=MORNING)
    assert the(person).state == "stopped"
    record(message_id=taken.id, outcome=Outcome(result="again"), by=system(JOB), at=MORNING)
    assert the(person).state == "stopped"
    record(message_id=taken.id, outcome=Outcome(result="arrived"), by=system(JOB), at=MORNING)
    assert the(person).state == "sent"
    assert "before it could be stopped" in the(person).state_words


def test_a_fault_of_ours_stops_no_other() -> None:
    class Broken:
        def deliver(self, row: Outgoing) -> Outcome:
            raise RuntimeError("no")

    first, second = told_somebody(), told_somebody()
    assert delivered(MORNING, Broken()) == 2
    assert {the(first).state, the(second).state} == {"failed"}
    assert "RuntimeError" in the(first).state_words


def test_the_folder_keeps_one_file_for_a_key(tmp_path: Path) -> None:
    person = told_somebody()
    row, way = the(person), Folder(tmp_path)
    assert way.deliver(row) == way.deliver(row)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 1
    assert row.words in files[0].read_text()
    blocked = Folder(files[0] / "no")
    assert blocked.deliver(row).result == "again"


def test_in_a_demonstration_history_goes_out_at_its_own_time(settings: LazySettings, tmp_path: Path) -> None:
    settings.HOMEWARD_MESSAGES_FOLDER = str(tmp_path)
    chosen._people.cache_clear()
    person = told_somebody()
    assert deliver_history(until=MORNING + timedelta(days=200)) == 1
    assert (the(person).state, the(person).sent_at) == ("sent", MORNING)
    assert [each.name for each in tmp_path.iterdir()] == ["2026-03"]
    chosen._people.cache_clear()
