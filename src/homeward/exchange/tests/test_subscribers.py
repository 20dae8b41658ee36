"""Are subscribers told of what they asked for and may know, once, without ever being made to knock at inner doors?"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.conf import LazySettings
from django.db import connection

from homeward.access.api import bearer, consent, gate, issue_token, relationships, system
from homeward.exchange.actions.deliver import deliver_due
from homeward.exchange.actions.subscribe import subscribe, switch_on, unsubscribe
from homeward.exchange.actions.tell_subscribers import changes, tell_subscribers
from homeward.exchange.channels import webhook
from homeward.exchange.channels.chosen import way_for
from homeward.exchange.channels.wire import send
from homeward.exchange.models import Outgoing, Subscription
from homeward.exchange.queries.subscriptions import subscription, subscriptions
from homeward.exchange.rules.addresses import fault_of, is_public
from homeward.exchange.rules.criteria import read_criteria
from homeward.exchange.tests.arranging import Told, outbox
from homeward.exchange.tests.fake_partner import Answer, FakePartner, fake_partner
from homeward.foundation import events
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, NotFound
from homeward.monitoring.api import strike
from homeward.monitoring.tests.arranging import on_the_ward, seen, ward_nurse
from homeward.plans.api import findings_on_forms, finish, save_progress, write_line
from homeward.plans.tests.arranging import FORM, WHOLE, nurse, therapist, visited
from homeward.plans.tests.test_visit_scores import SIGNS
from homeward.referrals.tests import arranging as hub
from homeward.referrals.tests.arranging import MORNING, after
from homeward.visits.api import record_contact
from homeward.visits.tests.test_contacts import accepted
from tests.plumbing.people_at_work import staff
from tests.plumbing.settling import let_settle

HOSPITAL = "uhb"
NOW = pytest.mark.django_db(transaction=True)  # what is read from the log must be settled, and so committed


@pytest.fixture
def hook(settings: LazySettings) -> Iterator[FakePartner]:
    settings.HOMEWARD_PRIVATE_HOOKS = True
    with fake_partner() as found:
        yield found


def client(organisation: str = HOSPITAL) -> Actor:
    from homeward.access.api import create_client

    made = create_client(
        name="Hospital record", organisation=organisation, scopes=["system/*.rs"], by=system("setup"), at=MORNING
    )
    token = issue_token(client_id=made.client_id, secret=made.client_secret, at=MORNING)
    return bearer(token.token, MORNING).actor


def known(person_id: UUID, by: Actor) -> None:
    with gate.job("outbox", by=system("outbox"), at=MORNING):
        relationships.grant(person_id, by.teams[0], kind="referral", source_id=person_id, at=MORNING)


def subscribed(hook: FakePartner, by: Actor, criteria: str = "ServiceRequest", **words: Any) -> Subscription:
    made = subscribe(criteria=criteria, endpoint=f"{hook.url}/hook", by=by, at=MORNING - timedelta(days=3650), **words)
    return Subscription.objects.get(id=made.id)


def run(at: Any = MORNING) -> None:
    let_settle()
    tell_subscribers(at=at)
    deliver_due(clock=lambda: at, way=lambda row: way_for(row) if row.channel == "webhook" else Told())


@NOW
def test_a_subscriber_hears_of_what_it_asked_for_and_may_know(hook: FakePartner) -> None:
    by, mine, other = client(), hub.person(), hub.person()
    known(mine, by)
    made = subscribed(hook, by, headers=["Authorization: Bearer secret-of-theirs"], payload="id")
    assert "secret-of-theirs" not in made.sealed_headers
    referral = hub.received(person_id=mine)
    hub.received(person_id=other)
    run()
    (asked,) = hook.asked
    assert asked.headers["authorization"] == "Bearer secret-of-theirs"
    assert asked.tree["entry"][0]["fullUrl"] == f"ServiceRequest/{referral.id}"
    assert str(mine) not in asked.body.decode()
    hub.triaged(referral, at=after(1))
    run(after(2))
    run(after(3))
    assert len(hook.asked) == 2
    assert len({each.headers["idempotency-key"] for each in hook.asked}) == 2


@NOW
def test_an_objection_is_kept_to_and_nothing_before_the_subscription_is_told(hook: FakePartner) -> None:
    by, person = client(), hub.person()
    known(person, by)
    hub.received(person_id=person)
    made = subscribe(criteria="ServiceRequest", endpoint=f"{hook.url}/hook", by=by, at=MORNING)
    consent.record(person_id=person, kind="objection", purpose=consent.care_purpose(), partner=consent.partners_of(HOSPITAL)[0],
                   words="Not them", said_by="herself", by=hub.coordinator(), at=MORNING)  # fmt: skip
    hub.received(person_id=person)
    run()
    assert not hook.asked
    assert made.status == "active"


@NOW
def test_criteria_narrow_and_the_whole_resource_is_read_as_it_is_sent(
    hook: FakePartner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "_reader", [lambda sub, kind, id: json.dumps({"resourceType": kind, "id": str(id)})])
    by, mine, other = client(), hub.person(), hub.person()
    known(mine, by)
    known(other, by)
    subscribed(hook, by, f"ServiceRequest?patient=Patient/{mine}&status=active", payload="full")
    referral = hub.received(person_id=mine)
    hub.received(person_id=other)
    run()
    (asked,) = hook.asked
    assert (asked.method, asked.path) == ("PUT", f"/hook/ServiceRequest/{referral.id}")
    assert asked.tree == {"resourceType": "ServiceRequest", "id": str(referral.id)}
    monkeypatch.setattr(webhook, "_reader", [lambda sub, kind, id: None])
    hub.triaged(referral, at=after(1))
    run(after(2))
    assert len(hook.asked) == 1


@NOW
def test_trouble_is_told_and_in_the_end_switches_it_off_until_somebody_switches_it_on(hook: FakePartner) -> None:
    by, person = client(), hub.person()
    known(person, by)
    made, at = subscribed(hook, by), MORNING
    hook.answers += [Answer(status=500, body=b"")] * 6
    hub.received(person_id=person)
    run()
    assert (the(made).status, the(made).error) == ("error", "It answered 500.")
    for _ in range(6):
        at += timedelta(hours=9)
        run(at)
    assert the(made).status == "off"
    keeper = staff(role="place-owner", organisation="bsol-icb", teams=("place-office",))
    switch_on(subscription_id=made.id, by=keeper, at=at)
    hub.received(person_id=person, at=at)
    run(at)
    assert the(made).status == "active"


@NOW
def test_only_its_own_system_sees_and_ends_it(hook: FakePartner) -> None:
    by = client()
    made, other = subscribed(hook, by), replace(by, organisation="client:other")
    assert [each.id for each in subscriptions(by=by)] == [made.id]
    assert subscription(made.id, by=other) is None
    with pytest.raises(NotFound):
        unsubscribe(subscription_id=made.id, by=other, at=MORNING)
    unsubscribe(subscription_id=made.id, by=by, at=MORNING)
    hub.received(person_id=hub.person())
    assert tell_subscribers(at=MORNING) == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"criteria": "Account"}, "criteria"),
        ({"criteria": "Observation?code=1"}, "criteria"),
        ({"criteria": "ServiceRequest?status=whenever"}, "criteria"),
        ({"criteria": "ServiceRequest?patient=Patient/x"}, "criteria"),
        ({"endpoint": "http://partner.example/hook"}, "channel.endpoint"),
        ({"endpoint": "https://10.0.0.7/hook"}, "channel.endpoint"),
        ({"endpoint": "https://[::1]/hook"}, "channel.endpoint"),
        ({"endpoint": "https://localhost/hook"}, "channel.endpoint"),
        ({"endpoint": "https://me:pass@partner.example/hook"}, "channel.endpoint"),
        ({"endpoint": "file:///etc/passwd"}, "channel.endpoint"),
        ({"payload": "full"}, "channel.payload"),
        ({"payload": "everything"}, "channel.payload"),
        ({"headers": ["Host: elsewhere"]}, "channel.header"),
        ({"headers": ["A: b\r\nHost: elsewhere"]}, "channel.header"),
        ({"ends_at": MORNING}, "end"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_with_its_element(
    words: dict[str, Any], field: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "_reader", [])  # nobody here writes whole resources
    given: dict[str, Any] = {"criteria": "ServiceRequest", "endpoint": "https://partner.example/hook"} | words
    with pytest.raises(Invalid) as refused:
        subscribe(**given, by=client(), at=MORNING)
    assert list(refused.value.errors) == [field]


@pytest.mark.hazard(
    "HZ-S73-24",
    hazard="A subscriber's endpoint leads our server to doors inside its own network.",
    control="Only public HTTPS addresses are called, looked at again when the name is resolved, and no redirect is followed.",
)
def test_a_name_that_leads_inside_is_not_called() -> None:
    assert fault_of("https://localhost.example/hook", private=False) == ""
    reply = send("POST", "https://localhost.localdomain/hook", private=False, seconds=1)
    assert reply.status == 0
    with fake_partner() as inner:
        turned = send("POST", inner.url.replace("127.0.0.1", "localhost"), private=False)
        assert turned.status == 0
        assert "not a public address" in turned.trouble
        assert not inner.asked
        inner.answers.append(Answer(status=302, headers={"Location": f"{inner.url}/secret"}))
        assert send("GET", inner.url).status == 302
        assert len(inner.asked) == 1


@pytest.mark.parametrize(
    ("address", "public"),
    [("8.8.8.8", True), ("10.1.2.3", False), ("169.254.169.254", False), ("127.0.0.1", False), ("0.0.0.0", False), ("100.64.0.1", False),
     ("::1", False), ("fe80::1%eth0", False), ("::ffff:10.0.0.1", False), ("2606:4700::1111", True), ("224.0.0.1", False)],
)  # fmt: skip
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_criteria_are_read() -> None:
    assert read_criteria("Patient").kind == "Patient"
    asked = read_criteria("Observation?subject=0190a7c8-0000-7000-8000-000000000001").asked
    assert asked == {"person": "0190a7c8-0000-7000-8000-000000000001"}


@pytest.mark.django_db
def test_the_outbox_shows_nothing_without_the_gate() -> None:
    person = hub.person(phone="07700 900123")
    hub.received(person_id=person)
    assert outbox(person, MORNING)
    with connection.cursor() as cursor:
        cursor.execute("select set_config('homeward.opening', '', true)")
    assert not Outgoing.objects.exists()


def the(made: Subscription) -> Subscription:
    return Subscription.objects.get(id=made.id)


@NOW
def test_what_we_hold_ourselves_is_told_when_it_is_whole_and_a_draft_is_not() -> None:
    person = visited()
    for words in ("Ring us first.", "Then ring the daughter."):
        write_line(person_id=person, heading="contingency", words=words, by=nurse(), at=after(200))
    kept = save_progress(person_id=person, code=FORM, seen=0, answers=WHOLE, by=therapist(), at=after(320))
    finish(response_id=kept.response_id, by=therapist(), at=after(330))
    let_settle()
    told: dict[str, list[UUID]] = {}
    with gate.job("outbox", by=system("outbox"), at=after(400)):
        for event in events.after(events.Watermark(xid=0, position=0), limit=500):
            for change in changes(event, {"CarePlan", "QuestionnaireResponse"}):
                if change.person_id == person:
                    told.setdefault(change.kind, []).append(change.id)
    assert len(told["CarePlan"]) == 2 and len(set(told["CarePlan"])) == 1
    at_the_visit, alone = told["QuestionnaireResponse"]
    assert alone == kept.response_id != at_the_visit


@NOW
def test_what_is_measured_here_is_told_once_and_again_when_it_is_struck() -> None:
    taken = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=20)
    stay = on_the_ward(at=taken - timedelta(hours=1))
    kept = seen(stay, at=taken, temperature=None, key="once")
    seen(stay, at=taken, temperature=None, key="once")
    strike(set_id=kept.set_id, why="Another person's", by=ward_nurse(), at=datetime.now(UTC))
    person, _, visit = accepted()
    record_contact(encounter_id=visit, contact_at=after(30), answers={"observations": SIGNS}, by=nurse(), at=after(40))
    let_settle()
    told: list[tuple[str, UUID]] = []
    with gate.job("outbox", by=system("outbox"), at=after(400)):
        for event in events.after(events.Watermark(xid=0, position=0), limit=500):
            told += [(event.kind, change.id) for change in changes(event, {"Observation"})]
        at_the_visit = {each.id for each in findings_on_forms(person)}
    by_kind = Counter(kind for kind, _ in told)
    assert by_kind == {"monitoring.observe": 6, "monitoring.strike": 6, "visit.record_contact": 8}
    assert {id for kind, id in told if kind == "monitoring.observe"} == {id for kind, id in told if kind == "monitoring.strike"}
    assert {id for kind, id in told if kind == "visit.record_contact"} == at_the_visit
