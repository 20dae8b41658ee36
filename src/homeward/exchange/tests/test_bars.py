"""Does a referral reach a partner's system, is it taken back when it must be, and does every failure end rightly?"""

import base64
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import LazySettings

from homeward.access.api import consent
from homeward.exchange.actions.deliver import deliver_due
from homeward.exchange.actions.retry import retry
from homeward.exchange.channels import bars as bars_channel
from homeward.exchange.channels.chosen import way_for
from homeward.exchange.models import Outgoing
from homeward.exchange.tests.arranging import Told, outbox
from homeward.exchange.tests.fake_partner import Answer, FakePartner, fake_partner, outcome
from homeward.people.api import Correction, correct, die
from homeward.referrals.api import ServiceRequest, note, notices, place, revoke
from homeward.referrals.tests import arranging as hub
from homeward.referrals.tests.arranging import MORNING, after

pytestmark = pytest.mark.django_db
PARTNER_TEAM, PARTNER_SERVICE = "spur", "specialist-palliative-urgent-response"


@pytest.fixture
def partner(settings: LazySettings, tmp_path: Path) -> Iterator[FakePartner]:
    """The hospice's system, at an address that only the deployer's file names."""
    bars_channel._tokens.clear()
    with fake_partner() as found:
        settings.HOMEWARD_PARTNERS = str(tmp_path / "partners.json")
        Path(settings.HOMEWARD_PARTNERS).write_text(
            json.dumps({"hospice-system": {"address": found.url, "service_id": "2000011147"}})
        )
        yield found


def placed_there(**person: Any) -> ServiceRequest:
    given = {
        "phone": "07700 900123",
        "nhs_number": "9990000018",
        "address_lines": ("4 Mill Lane",),
        "postcode": "B1 1AA",
    } | person
    referral = hub.received(
        person_id=hub.person(**given),
        need_words="Pain worse since noon",
        requester=hub.Requester(name="Dr Imran Shah", phone="0121 496 0000"),
    )
    return hub.placed(hub.triaged(referral), service=PARTNER_SERVICE, team=PARTNER_TEAM)


def sent(at: Any = MORNING) -> int:
    """Deliver by the real way, and whatever else is due to nowhere."""
    return deliver_due(clock=lambda: at, way=lambda row: way_for(row) if row.channel == "bars" else Told())


def bars(person_id: UUID) -> list[Outgoing]:
    return [each for each in outbox(person_id, MORNING) if each.channel == "bars"]


def test_a_referral_placed_with_a_partner_goes_as_a_message(partner: FakePartner) -> None:
    referral = placed_there()
    sent()
    (asked,) = partner.asked
    assert asked.path == "/$process-message"
    said = {each["resource"]["resourceType"]: each["resource"] for each in asked.tree["entry"]}
    assert said["MessageHeader"]["eventCoding"]["code"] == "servicerequest-request"
    assert said["MessageHeader"]["reason"]["coding"][0]["code"] == "new"
    assert said["ServiceRequest"]["priority"] in ("stat", "asap", "urgent")
    assert said["Patient"]["identifier"][0]["value"] == "9990000018"
    assert "Pain worse since noon" in said["Condition"]["code"]["text"]
    assert said["Practitioner"]["name"][0]["family"] == "Shah"
    target = json.loads(base64.b64decode(asked.headers["nhsd-target-identifier"]))
    assert target == {"system": "https://fhir.nhs.uk/Id/dos-service-id", "value": "2000011147"}
    assert asked.headers["x-request-id"] == asked.tree["id"]
    (row,) = bars(referral.person_id)
    assert (row.state, row.provider_id, row.owner_team) == ("sent", "theirs", hub.HUB)


@pytest.mark.parametrize(
    ("answer", "state", "words"),
    [
        (Answer(status=422, body=outcome("value", "The need is not known here.", element="ServiceRequest.code")), "dead", "not known"),
        (Answer(status=400, body=b"no"), "dead", "answered 400"),
        (Answer(status=403, body=outcome("forbidden", "Not you.")), "dead", "Not you."),
        (Answer(status=200, body=outcome("invalid", "Half of it was wrong.")), "dead", "Half"),
        (Answer(status=501, body=outcome("not-supported", "Never.")), "dead", "Never."),
        (Answer(status=500, body=outcome("exception", "We fell over.")), "failed", "fell over"),
        (Answer(status=503, body=b"<html>"), "failed", "answered 503"),
        (Answer(status=429, headers={"Retry-After": "900"}), "failed", "answered 429"),
        (Answer(status=200, body=b"<html>Welcome to the guest network</html>"), "failed", "not in FHIR"),
        (Answer(hang_up=True), "failed", "could not be reached"),
        (Answer(status=409, body=outcome("duplicate", "Again?")), "sent", "already"),
        (Answer(status=200, body=outcome("informational", "Kept.", severity="information")), "sent", "has it"),
        (Answer(status=201), "sent", "has it"),
    ],
    ids=lambda value: str(getattr(value, "status", value)),
)  # fmt: skip
def test_every_answer_ends_as_it_should(partner: FakePartner, answer: Answer, state: str, words: str) -> None:
    referral = placed_there()
    partner.answers.append(answer)
    sent()
    (row,) = bars(referral.person_id)
    assert (row.state, words in row.state_words) == (state, True), row.state_words
    if state == "dead":
        assert any("could not be sent" in each.words for each in notices(by=hub.coordinator(), at=MORNING))


def test_the_element_they_name_is_kept(partner: FakePartner) -> None:
    partner.answers.append(
        Answer(status=422, body=outcome("value", "No.", element="Bundle.entry[1].resource.priority"))
    )
    referral = placed_there()
    sent()
    assert bars(referral.person_id)[0].element == "Bundle.entry[1].resource.priority"


def test_a_partner_that_never_answers_in_time_is_tried_again_with_the_same_message(
    partner: FakePartner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "homeward.exchange.channels.wire.send.__kwdefaults__",
        {**(bars_channel.send.__kwdefaults__ or {}), "seconds": 0.2},
    )
    partner.answers.append(Answer(after=0.6))
    referral = placed_there()
    sent()
    assert bars(referral.person_id)[0].state == "failed"
    sent(after(5))
    first, second = partner.asked
    assert first.body == second.body
    assert first.headers["x-request-id"] == second.headers["x-request-id"]
    assert bars(referral.person_id)[0].state == "sent"


@pytest.mark.hazard(
    "HZ-S10-16",
    hazard="A referral that a partner's system never took is thought to be in their hands.",
    control="It is taken for sent only on an answer in FHIR; otherwise the hub is told within half an hour of the first try.",
)
def test_the_hub_hears_well_within_the_shortest_wait(partner: FakePartner) -> None:
    partner.answers += [Answer(status=500, body=b"")] * 9
    referral, at = placed_there(), MORNING
    for _ in range(120):
        sent(at)
        if bars(referral.person_id)[0].state == "dead":
            break
        at += timedelta(seconds=30)
    assert at - MORNING < timedelta(minutes=30)
    assert [each.kind for each in notices(by=hub.coordinator(), at=at)] == ["not_sent"]


def test_a_withdrawal_follows_what_arrived_and_nothing_follows_what_did_not(partner: FakePartner) -> None:
    arrived, waiting = placed_there(), placed_there(nhs_number="9990000026")
    revoke(referral_id=waiting.id, reason_code="person-asked", by=hub.coordinator(), at=after(1))
    assert [(each.kind, each.state) for each in bars(waiting.person_id)] == [("bars:new", "stopped")]
    sent(after(2))
    revoke(referral_id=arrived.id, reason_code="person-asked", by=hub.coordinator(), at=after(3))
    sent(after(4))
    first, cancel = partner.asked
    request = next(
        each["resource"] for each in cancel.tree["entry"] if each["resource"]["resourceType"] == "ServiceRequest"
    )
    assert request["status"] == "revoked"
    assert first.tree["entry"][1]["fullUrl"] == cancel.tree["entry"][1]["fullUrl"]
    assert first.headers["x-correlation-id"] == cancel.headers["x-correlation-id"]


def test_a_withdrawal_waits_for_what_it_withdraws(partner: FakePartner) -> None:
    partner.answers.append(Answer(status=500, body=b""))
    referral = placed_there()
    sent()
    revoke(referral_id=referral.id, reason_code="person-asked", by=hub.coordinator(), at=after(0.1))
    sent(after(0.2))
    assert len(partner.asked) == 1  # the first is not due yet, and the second may not overtake it
    sent(after(1))
    sent(after(1))
    assert [each.state for each in bars(referral.person_id)] == ["sent", "sent"]


def test_placed_elsewhere_it_is_taken_back_and_a_death_is_told(partner: FakePartner) -> None:
    moved, dead = placed_there(), placed_there(nhs_number="9990000026")
    sent()
    place(
        referral_id=moved.id,
        service_code=hub.SERVICE,
        team_code=hub.TEAM,
        why="Sooner",
        by=hub.coordinator(),
        at=after(2),
        expected_version=moved.version,
    )
    die(person_id=dead.person_id, source="family", died_on=MORNING.date(), by=hub.coordinator(), at=after(3))
    assert [each.kind for each in bars(moved.person_id)] == ["bars:new", "bars:cancel"]
    assert [each.kind for each in bars(dead.person_id)] == ["bars:new", "bars:cancel"]


def test_an_objection_made_before_it_went_is_kept_to_and_the_hub_hears(partner: FakePartner) -> None:
    referral = placed_there()
    consent.record(
        person_id=referral.person_id, kind="objection", purpose=consent.care_purpose(),
        partner=consent.partners_of("birmingham-hospice")[0], words="Not the hospice", said_by="herself",
        by=hub.coordinator(), at=MORNING,
    )  # fmt: skip
    sent(after(1))
    (row,) = bars(referral.person_id)
    assert row.state == "dead"
    assert "It was not sent" in row.state_words
    assert not partner.asked
    assert [each.kind for each in notices(by=hub.coordinator(), at=after(2))] == ["not_sent"]


def test_a_refused_referral_says_what_is_known_when_it_is_sent_again(partner: FakePartner) -> None:
    partner.answers.append(Answer(status=422, body=outcome("value", "No such person.", element="Patient.name")))
    referral = placed_there()
    sent()
    asha = hub.coordinator()
    correct(
        person_id=referral.person_id, correction=Correction(family="Coleman"), reason="Misheard", by=asha, at=after(1)
    )
    retry(message_id=bars(referral.person_id)[0].id, by=asha, at=after(2))
    sent(after(3))
    first, second = partner.asked
    assert first.tree["id"] == second.tree["id"]
    assert "Coleman" in second.body.decode()
    assert "Coleman" not in first.body.decode()


def test_a_token_is_got_and_got_anew_when_it_is_no_longer_good(partner: FakePartner, settings: LazySettings) -> None:
    token = {"access_token": "one", "expires_in": 900}
    known = {
        "address": partner.url,
        "token_address": f"{partner.url}/token",
        "client_id": "us",
        "client_secret": "secret",
    }
    Path(settings.HOMEWARD_PARTNERS).write_text(json.dumps({"hospice-system": known}))
    partner.answers += [
        Answer(body=token),
        Answer(status=401, body=outcome("login", "Expired")),
        Answer(body=token | {"access_token": "two"}),
    ]
    referral = placed_there()
    sent()
    assert [each.path for each in partner.asked] == ["/token", "/$process-message", "/token", "/$process-message"]
    assert partner.asked[-1].headers["authorization"] == "Bearer two"
    assert bars(referral.person_id)[0].state == "sent"


def test_without_an_address_it_waits_for_one_outside_a_demonstration(settings: LazySettings, tmp_path: Path) -> None:
    settings.HOMEWARD_PARTNERS, settings.HOMEWARD_DEMO = str(tmp_path / "none.json"), False
    referral = placed_there()
    sent()
    assert "Nobody has set the address" in bars(referral.person_id)[0].state_words
    Path(settings.HOMEWARD_PARTNERS).write_text("{")
    sent(after(1))
    assert "cannot be read" in bars(referral.person_id)[0].state_words


def test_who_holds_it_hears_of_a_note_but_not_twice_of_the_same(partner: FakePartner) -> None:
    referral = placed_there()
    note(referral_id=referral.id, words="She would like a visit in the afternoon.", by=hub.coordinator(), at=after(30))
    sent(after(40))
    new, news = (json.loads(each.body) for each in partner.asked)
    header = news["entry"][0]["resource"]
    assert header["reason"]["coding"][0]["code"] == "update" and header["focus"] == new["entry"][0]["resource"]["focus"]
    said = [each["text"] for each in news["entry"][1]["resource"]["note"]]
    assert "It stands at: Waiting for the team to accept" in said
    assert any("She would like a visit in the afternoon." in each for each in said)
    assert [each.subject.split(" of ")[0] for each in bars(referral.person_id)] == ["Referral", "News"]
