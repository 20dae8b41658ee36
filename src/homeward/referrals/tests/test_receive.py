"""Does a stated need become a referral with one owner, once, with its clocks running from the moment it came in?"""

from typing import Any

import pytest

from homeward.access.api import gate, relationships
from homeward.episodes.api import clocks_of
from homeward.foundation.errors import Invalid, NotPermitted, Refused
from homeward.people.api import die
from homeward.referrals.api import ExternalRef, Requester, ServiceRequest
from homeward.referrals.models import Answer, OwnerPeriod
from homeward.referrals.tests.arranging import (
    HUB,
    MORNING,
    NIGHT,
    after,
    anything,
    coordinator,
    gp,
    person,
    received,
)
from homeward.referrals.tests.committing import commits

pytestmark = pytest.mark.django_db


def test_it_belongs_to_the_hub_where_the_person_lives_from_its_first_moment() -> None:
    referral = received()
    commits()
    assert (referral.state, referral.owner_team_id, referral.hub_team_id, referral.version) == ("received", HUB, HUB, 1)
    with gate.person(referral.person_id, by=coordinator(), at=MORNING):
        periods = list(OwnerPeriod.objects.filter(referral=referral))
    assert [(period.team_id, period.during.lower, period.during.upper) for period in periods] == [(HUB, MORNING, None)]


@pytest.mark.hazard(
    "HZ-S12-3",
    hazard="At night a need waits in a hub that is shut, and nobody reads it until the morning.",
    control="The intake rules name the team that is open at that moment, and a fallback that is always open.",
)
def test_at_night_the_team_that_is_open_owns_it() -> None:
    assert received(at=NIGHT).owner_team_id == "single-point-of-access"
    assert received(person_id=person(ward_code="")).owner_team_id == "care-coordination-centre"


@pytest.mark.hazard(
    "HZ-S10-5",
    hazard="A need is typed an hour after the call, and the two-hour clock is counted from the typing.",
    control="The moment it came in is kept beside the moment it was typed, and every clock counts from the first.",
)
def test_clocks_count_from_when_it_came_in_not_from_when_it_was_typed() -> None:
    referral = received(at=after(30), received_at=MORNING, source="call", by=coordinator())
    with gate.person(referral.person_id, by=coordinator(), at=after(30)):
        clocks = {clock.code: clock for clock in clocks_of([referral.id], after(30))[referral.id]}
    assert clocks["two-hour-response"].due_at == after(120)
    assert clocks["hub-triage"].started_at == MORNING


@pytest.mark.hazard(
    "HZ-S12-4",
    hazard="A message is sent twice, or a button pressed twice, and two teams set out for one need.",
    control="The same key, or the same partner's number, gives back the same referral, in the database and not by goodwill.",
)
def test_the_same_key_or_number_never_makes_two() -> None:
    by, key, number = gp(), anything(), ExternalRef(system="urn:partner", value=anything())
    first = received(by=by, key=key, external_ids=(number,))
    again = received(by=by, key=key, person_id=first.person_id)
    by_number = received(by=by, external_ids=(number,), person_id=first.person_id)
    assert first.id == again.id == by_number.id
    with pytest.raises(Refused, match="somebody else"):
        received(by=by, key=key)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"need_code": "no-such-need"}, "need_code"),
        ({"need_code": "not-sure", "need_words": "  "}, "need_words"),
        ({"requester": Requester(name="")}, "requester_name"),
        ({"urgency_asked": "yesterday"}, "urgency_asked"),
        ({"risk_codes": ("dragons",)}, "risk_codes"),
        ({"received_at": after(1)}, "received_at"),
        ({"need_words": "x" * 5001}, "need_words"),
    ],
)
def test_what_is_missing_or_wrong_is_said_field_by_field(wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        received(**wrong)
    assert list(refused.value.errors) == [field]
    assert refused.value.errors[field].endswith(".")


def test_not_sure_needs_only_words_and_hostile_words_are_kept_as_they_are() -> None:
    words = "<script>alert(1)</script>'; drop table people_person; -- Ⓗ\x00"
    referral = received(need_code="not-sure", need_words=words)
    assert referral.need_words == words.replace("\x00", "")


def test_nobody_is_referred_after_their_death() -> None:
    someone = person()
    die(person_id=someone, source="practice", by=coordinator(), at=after(1), died_at=after(1))
    with pytest.raises(Refused, match="died"):
        received(person_id=someone, at=after(2))


@pytest.mark.hazard(
    "HZ-S12-5",
    hazard="A sender states a need as more urgent than is usual, and it is queued as usual until somebody triages it.",
    control="Until triage the sooner of the usual urgency and the sender's stands, with its clock.",
)
def test_until_triage_the_sooner_urgency_stands() -> None:
    assert received(need_code="loneliness").urgency == "planned"
    assert received(need_code="loneliness", urgency_asked="two-hours").urgency == "two-hours"
    assert received(need_code="fall", urgency_asked="planned").urgency == "two-hours"


def test_sender_and_hub_may_open_the_record_and_nobody_else() -> None:
    referral = received()
    assert relationships.with_team(referral.person_id, [HUB])
    assert relationships.with_team(referral.person_id, ["place-office"])
    assert not relationships.with_team(referral.person_id, ["hub-west"])
    stranger = gp(name="Dr Nobody")
    with (
        pytest.raises(NotPermitted),
        gate.person(person(), by=stranger, at=MORNING),
    ):
        raise AssertionError


def test_what_was_answered_is_kept_as_facts() -> None:
    referral = received(answers={"where-now": "home", "alone-now": True, "news2-total": 3})
    with gate.person(referral.person_id, by=coordinator(), at=MORNING):
        kept = {each.code: each.value for each in Answer.objects.filter(referral=referral)}
        assert ServiceRequest.objects.filter(id=referral.id).exists()
    assert kept == {"where-now": "home", "alone-now": True, "news2-total": 3.0}


@pytest.mark.hazard(
    "HZ-S12-38",
    hazard="A form's key that another sender uses by chance or guesses shows them somebody else's referral.",
    control="A key is bound to the account, link or system that sent it: another sender's same key makes another referral.",
)
def test_another_senders_same_key_is_another_referral() -> None:
    someone, other = person(), person()
    first = received(person_id=someone, by=gp(), key="one-key")
    second = received(person_id=other, by=gp(), key="one-key")
    assert first.id != second.id and second.person_id == other
