"""Are people told what happens to them, by a safe way, at a decent hour, once, and not after their death?"""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from homeward.directory.api import place
from homeward.exchange.actions.contact_rules import allow, forbid, prefer
from homeward.exchange.actions.send import send
from homeward.exchange.tests.arranging import delivered, outbox
from homeward.foundation.errors import Invalid, Refused
from homeward.people.api import die
from homeward.referrals.api import ask, close, revoke
from homeward.referrals.tests import arranging as hub
from homeward.referrals.tests.arranging import MORNING, NIGHT, after
from homeward.visits.api import plan

pytestmark = pytest.mark.django_db
MOBILE, EMAIL = "07700 900123", "ivy@example.org"


def test_each_step_tells_the_person() -> None:
    person = hub.person(phone=MOBILE)
    referral = hub.accepted(hub.placed(hub.triaged(hub.received(person_id=person)), at=after(5)), at=after(10))
    plan(
        person_id=person, referral_id=referral.id, team_code=hub.TEAM, episode_id=referral.episode_id,
        planned_at=datetime(2026, 3, 3, 14, 0, tzinfo=UTC), by=hub.lead(), at=after(20),
    )  # fmt: skip
    told = outbox(person, after(30))
    assert [each.kind for each in told] == ["request-received", "request-accepted", "visit-planned"]
    assert {(each.channel, each.recipient, each.state) for each in told} == {("sms", MOBILE, "queued")}
    assert "on Tuesday 3 March at 2pm" in told[2].words
    assert "Ivy Cole" in told[0].words
    close(
        referral_id=referral.id,
        outcome_code=place().services[hub.SERVICE].outcomes[0].code,
        by=hub.coordinator(),
        at=after(600),
        expected_version=referral.version,
    )
    assert outbox(person, after(700))[-1].kind == "request-ended"


def test_a_question_goes_to_a_citizen_and_not_to_whoever_a_gp_referred() -> None:
    mine, theirs = (
        hub.received(source="citizen", person_id=hub.person(phone=MOBILE)),
        hub.received(person_id=hub.person(phone=MOBILE)),
    )
    for referral in (mine, theirs):
        ask(
            referral_id=referral.id,
            words="Who has a key?",
            by=hub.clinician(),
            at=after(5),
            expected_version=referral.version,
        )
    assert [each.kind for each in outbox(mine.person_id, after(9))] == ["request-received", "question-asked"]
    assert [each.kind for each in outbox(theirs.person_id, after(9))] == ["request-received"]


def test_a_message_at_night_waits_for_the_morning_unless_it_is_urgent() -> None:
    person = hub.person(phone=MOBILE, at=NIGHT)
    hub.received(person_id=person, at=NIGHT)
    send(person_id=person, template_code="please-ring", key="now", urgent=True, by=hub.coordinator(), at=NIGHT)
    waits, goes = outbox(person, NIGHT)
    assert waits.next_at == datetime(2026, 3, 4, 8, 0, tzinfo=UTC)
    assert goes.next_at == NIGHT
    assert delivered(NIGHT) == 1


def test_news_that_would_come_too_late_is_not_sent() -> None:
    referral = hub.accepted(hub.placed(hub.triaged(hub.received(person_id=hub.person(phone=MOBILE)))))
    plan(
        person_id=referral.person_id, referral_id=referral.id, team_code=hub.TEAM, episode_id=referral.episode_id,
        planned_at=NIGHT + timedelta(hours=2), by=hub.lead(), at=NIGHT,
    )  # fmt: skip
    last = outbox(referral.person_id, NIGHT)[-1]
    assert (last.kind, last.state) == ("visit-planned", "stopped")
    assert "too late" in last.state_words
    delivered(NIGHT + timedelta(days=9))
    assert {each.state for each in outbox(referral.person_id, NIGHT)} == {"stopped"}  # by then none was of use


@pytest.mark.parametrize(
    ("known", "way"),
    [({"phone": MOBILE}, "sms"), ({"phone": "0121 496 0000", "email": EMAIL}, "email"), ({"address_lines": ("4 Mill Lane",), "postcode": "B1 1AA"}, "letter")],
)  # fmt: skip
def test_the_first_way_that_reaches_them_is_used(known: dict[str, Any], way: str) -> None:
    person = hub.person(**known)
    hub.received(person_id=person)
    row = outbox(person, MORNING)[0]
    assert (row.channel, row.state) == (way, "queued")


def test_somebody_whom_nothing_reaches_is_put_down_for_others_to_see() -> None:
    person = hub.person()
    hub.received(person_id=person)
    row = outbox(person, MORNING)[0]
    assert row.state == "stopped"
    assert "No number, email or address" in row.state_words


def test_a_wish_is_kept_to() -> None:
    person, carer = hub.person(phone=MOBILE, email=EMAIL), hub.coordinator()
    prefer(person_id=person, way="email", by=carer, at=MORNING)
    hub.received(person_id=person)
    assert outbox(person, MORNING)[0].recipient == EMAIL
    with pytest.raises(Invalid):
        prefer(person_id=person, way="pigeon", by=carer, at=MORNING)


@pytest.mark.hazard(
    "HZ-S39-8",
    hazard="A message reaches a telephone that somebody else reads, and puts the person in danger.",
    control="A number or address marked as dangerous is never used, and what waits for it is stopped at once.",
)
def test_a_dangerous_number_is_never_used() -> None:
    person, by = hub.person(phone=MOBILE, email=EMAIL), hub.coordinator()
    hub.received(person_id=person)
    mark = forbid(person_id=person, value="+44 7700 900123", reason="Her husband reads it", by=by, at=after(1))
    assert outbox(person, MORNING)[0].state == "stopped"
    hub.received(person_id=person, at=after(2))
    assert outbox(person, MORNING)[1].recipient == EMAIL
    forbid(person_id=person, way="email", reason="He reads that too", by=by, at=after(3))
    hub.received(person_id=person, at=after(4))
    assert "dangerous" in outbox(person, MORNING)[2].state_words
    assert mark is not None
    allow(person_id=person, rule_id=mark.id, by=by, at=after(5))
    hub.received(person_id=person, at=after(6))
    assert outbox(person, MORNING)[3].recipient == MOBILE


@pytest.mark.hazard(
    "HZ-S39-2",
    hazard="A family gets a message for somebody who has died.",
    control="A death stops everything that waits for the person, and nothing is put down for them after it.",
)
def test_a_death_stops_what_waits_and_what_would_come() -> None:
    person = hub.person(phone=MOBILE)
    referral = hub.received(person_id=person)
    die(person_id=person, source="family", died_on=MORNING.date(), by=hub.coordinator(), at=after(30))
    told = outbox(person, after(31))
    assert [(each.kind, each.state, each.state_words) for each in told] == [
        ("request-received", "stopped", "The person has died.")
    ]
    with pytest.raises(Refused, match="has died"):
        send(person_id=person, template_code="please-ring", key="k", by=hub.coordinator(), at=after(40))
    assert delivered(after(600)) == 0
    assert referral.is_open


def test_the_same_key_is_one_message() -> None:
    person, by = hub.person(phone=MOBILE), hub.coordinator()
    first = send(person_id=person, template_code="please-ring", key="once", by=by, at=MORNING)
    again = send(person_id=person, template_code="please-ring", key="once", by=by, at=after(1))
    assert first.id == again.id
    assert len(outbox(person, MORNING)) == 1


def test_a_part_is_no_news_and_a_withdrawal_is_told_by_whoever_withdrew_it() -> None:
    person = hub.person(phone=MOBILE)
    referral = hub.received(person_id=person)
    revoke(referral_id=referral.id, reason_code="person-asked", by=hub.coordinator(), at=after(3))
    assert [each.kind for each in outbox(person, after(4))] == ["request-received"]
