"""Does each move go where it should, with its reason, its next owner and its clocks running on?"""

from datetime import timedelta
from typing import Any

import pytest

from homeward.access.api import consent, gate, relationships
from homeward.capacity.api import unmet
from homeward.episodes.api import clocks_of, episodes_of, tasks_about
from homeward.foundation.errors import Clash, Invalid, NotPermitted, Refused
from homeward.referrals.api import (
    ServiceRequest,
    accept,
    advise,
    answer,
    ask,
    close,
    decline,
    hand_back,
    no_capacity,
    note,
    place,
    reopen,
    revoke,
)
from homeward.referrals.models import Advice, InformationRequest
from homeward.referrals.tests.arranging import (
    HUB,
    NIGHT,
    OTHER_SERVICE,
    OTHER_TEAM,
    SERVICE,
    TEAM,
    accepted,
    after,
    clinician,
    coordinator,
    gp,
    lead,
    now_is,
    placed,
    received,
    seen,
    triaged,
)
from homeward.referrals.tests.committing import commits
from tests.plumbing.people_at_work import citizen

pytestmark = pytest.mark.django_db


def first_clock(referral: ServiceRequest, at_minutes: float) -> tuple[str, object]:
    with gate.person(referral.person_id, by=coordinator(), at=after(at_minutes)):
        clock = {each.code: each for each in clocks_of([referral.id], after(at_minutes))[referral.id]}[
            "two-hour-response"
        ]
    return clock.phase, clock.due_at


@pytest.mark.hazard(
    "HZ-S23-1",
    hazard="A need is turned away from team to team, each with a reason, until nobody has it.",
    control="A decline needs a listed reason and a next owner; without either nothing changes, and the clock runs on.",
)
def test_a_decline_needs_a_listed_reason_and_a_next_owner() -> None:
    referral, by = placed(), lead()
    common: dict[str, Any] = {
        "referral_id": referral.id,
        "by": by,
        "at": after(20),
        "expected_version": referral.version,
    }
    wrongs: list[tuple[dict[str, Any], str]] = [
        ({"reason_code": "do-not-want-it", "next_team": HUB}, "reason_code"),
        ({"reason_code": "lives-outside-area", "next_team": ""}, "next_team"),
        ({"reason_code": "lives-outside-area", "next_team": TEAM}, "next_team"),
        ({"reason_code": "lives-outside-area", "next_team": OTHER_TEAM}, "next_team"),
        ({"reason_code": "lives-outside-area", "next_team": OTHER_TEAM, "next_service": SERVICE}, "next_service"),
        ({"reason_code": "not-safe-at-home", "next_team": HUB}, "words"),
    ]
    for wrong, field in wrongs:
        with pytest.raises(Invalid) as refused:
            decline(**common, **wrong)
        assert list(refused.value.errors) == [field]
    passed_on = decline(**common, reason_code="lives-outside-area", next_team=HUB)
    commits()
    assert (passed_on.state, passed_on.owner_team_id, passed_on.service_code) == ("triaged", HUB, None)
    assert first_clock(referral, 21) == ("running", after(120))


def test_a_decline_may_go_straight_to_a_better_placed_team() -> None:
    referral = placed()
    passed_on = decline(
        referral_id=referral.id, reason_code="another-service-fits-better", next_team=OTHER_TEAM,
        next_service=OTHER_SERVICE, by=lead(), at=after(20), expected_version=referral.version,
    )  # fmt: skip
    assert (passed_on.state, passed_on.owner_team_id, passed_on.service_code) == ("placed", OTHER_TEAM, OTHER_SERVICE)
    assert relationships.with_team(referral.person_id, [OTHER_TEAM])


@pytest.mark.hazard(
    "HZ-S12-8",
    hazard="'No capacity' turns a need away, and the shortage is never counted.",
    control="It is refused as a reason; the move that says it keeps the need open with its hub and counts it as unmet.",
)
def test_no_capacity_is_never_a_reason_and_never_loses_the_need() -> None:
    referral, by = placed(), lead()
    with pytest.raises(Refused, match="never a reason") as refused:
        decline(
            referral_id=referral.id, reason_code="another-service-fits-better", words="We have no beds tonight",
            next_team=HUB, by=by, at=after(20), expected_version=referral.version,
        )  # fmt: skip
    assert "counted as unmet" in refused.value.next_step
    back = no_capacity(referral_id=referral.id, by=by, at=after(21), expected_version=referral.version)
    commits()
    assert (back.state, back.owner_team_id, back.is_open) == ("triaged", HUB, True)
    assert first_clock(referral, 22) == ("running", after(120))
    counted = [
        each
        for each in unmet(since=after(0), until=after(22))
        if each.service_code == SERVICE and each.team_code == TEAM
    ]
    assert counted and counted[0].waiting == 1


def test_handing_back_goes_to_the_hub_on_duty_and_ends_what_began() -> None:
    referral = accepted()
    by = lead()
    with pytest.raises(Invalid, match="needs a few words"):
        hand_back(referral_id=referral.id, reason_code="could-not-reach", by=by, at=after(30), expected_version=4)
    back = hand_back(
        referral_id=referral.id, reason_code="could-not-reach", words="No answer", by=by, at=NIGHT, expected_version=4
    )
    commits()
    assert (back.state, back.owner_team_id, back.hub_team_id) == (
        "triaged",
        "single-point-of-access",
        "single-point-of-access",
    )
    with gate.person(referral.person_id, by=coordinator(), at=NIGHT):
        assert all(each.closed_at for each in episodes_of([referral.id])[referral.id])
        assert all(task.done_at for task in tasks_about([referral.id], at=NIGHT))


def test_asking_keeps_the_owner_the_place_and_the_clocks() -> None:
    referral = triaged()
    asked = ask(
        referral_id=referral.id, words="Is there a key safe?", by=coordinator(), at=after(10), expected_version=2
    )
    assert (asked.state, asked.owner_team_id, asked.information_wanted_at) == ("triaged", HUB, after(10))
    assert first_clock(referral, 11) == ("running", after(120))
    with pytest.raises(Refused, match="open already"):
        ask(referral_id=referral.id, words="And a dog?", by=coordinator(), at=after(11), expected_version=3)
    sender = gp()
    told = answer(referral_id=referral.id, words="Yes, 1234", by=sender, at=after(40))
    assert told.information_wanted_at is None
    with gate.person(referral.person_id, by=coordinator(), at=after(41)):
        codes = {each.code: each for each in clocks_of([referral.id], after(41))[referral.id]}
        kept = InformationRequest.objects.get(referral=referral)
    assert codes["information-request"].met is True
    assert (kept.answer_words, kept.answered_by) == ("Yes, 1234", sender.name)
    with pytest.raises(Refused, match="No question"):
        answer(referral_id=referral.id, words="Again", by=sender, at=after(42))


@pytest.mark.hazard(
    "HZ-S11-1",
    hazard="Advice given on the telephone is lost, and nobody is accountable for it.",
    control="Advice is a signed record that cannot be changed: who, in which role, to whom, and what to do if it gets worse.",
)
def test_advice_is_signed_and_ends_the_need_or_binds_somebody_to_look_again() -> None:
    by = clinician()
    words: dict[str, Any] = {"words": "Stay at home", "safety_net_words": "If drowsy, 999", "told": "Crew"}
    first = triaged()
    with pytest.raises(Invalid) as refused:
        advise(
            referral_id=first.id,
            words=" ",
            safety_net_words="",
            told="",
            closes=False,
            by=by,
            at=after(9),
            expected_version=2,
        )
    assert set(refused.value.errors) == {"words", "safety_net_words", "told", "check_at"}
    ended = advise(referral_id=first.id, closes=True, by=by, at=after(10), expected_version=2, **words)
    commits()
    assert (ended.state, ended.ended_at) == ("advised", after(10))
    second = triaged()
    goes_on = advise(
        referral_id=second.id, closes=False, check_at=after(70), by=by, at=after(10), expected_version=2, **words
    )
    assert (goes_on.state, goes_on.is_open) == ("triaged", True)
    assert first_clock(second, 11) == ("running", after(120))
    with gate.person(second.person_id, by=by, at=after(11)):
        signed = Advice.objects.get(referral=second)
        tasks = tasks_about([second.id], at=after(11))
    assert (signed.given_by, signed.given_role, signed.told) == (by.name, "hub-clinician", "Crew")
    assert [(task.owner_team, task.due_at) for task in tasks] == [(HUB, after(70))]


def test_who_sent_it_may_withdraw_it_until_the_person_has_been_seen() -> None:
    referral = accepted()
    gone = revoke(referral_id=referral.id, reason_code="person-asked", by=gp(), at=after(30))
    commits()
    assert (gone.state, gone.ended_at) == ("revoked", after(30))
    with gate.person(referral.person_id, by=coordinator(), at=after(31)):
        assert all(each.closed_at for each in episodes_of([referral.id])[referral.id])
    with pytest.raises(NotPermitted):
        revoke(referral_id=received().id, reason_code="person-asked", by=coordinator(team="hub-west"), at=after(1))
    visited = accepted()
    seen(person_id=visited.person_id, referral_id=visited.id, by=lead(), at=after(40))
    assert now_is(visited).state == "in_contact"
    with pytest.raises(Refused, match="cannot withdraw") as refused:
        revoke(referral_id=visited.id, reason_code="person-asked", by=gp(), at=after(50))
    assert refused.value.next_step.startswith("The team has already seen")


def test_reopening_brings_the_clock_back_with_its_first_start() -> None:
    referral = triaged()
    ended = close(referral_id=referral.id, outcome_code="duplicate", by=coordinator(), at=after(30), expected_version=2)
    assert first_clock(ended, 31)[0] == "abandoned"
    again = reopen(
        referral_id=referral.id, reason_code="closed-in-error", by=coordinator(), at=after(40), expected_version=3
    )
    commits()
    assert (again.state, again.owner_team_id, again.ended_at) == ("triaged", HUB, None)
    assert first_clock(again, 41) == ("running", after(120))


def test_the_second_to_come_is_told_who_and_when() -> None:
    referral = placed()
    accept(referral_id=referral.id, by=lead(name="Asha Patel"), at=after(242), expected_version=3)
    with pytest.raises(Clash, match=r"^Asha Patel accepted this at 2:02pm on 3 March\.$") as clash:
        accept(referral_id=referral.id, by=lead(name="Ben"), at=after(243), expected_version=3)
    assert (clash.value.who, clash.value.when) == ("Asha Patel", after(242))


def test_nobody_accepts_for_another_team_or_twice() -> None:
    referral = placed()
    with pytest.raises(NotPermitted):
        accept(referral_id=referral.id, by=lead(team=OTHER_TEAM), at=after(20), expected_version=3)
    with pytest.raises(NotPermitted, match="Only the team that owns it can accept"):
        accept(referral_id=referral.id, by=coordinator(), at=after(20), expected_version=3)
    taken = accepted(referral)
    with pytest.raises(Refused, match="cannot accept this referral now"):
        accept(referral_id=referral.id, by=lead(), at=after(25), expected_version=taken.version)


def test_a_note_says_something_and_changes_nothing() -> None:
    referral = received()
    note(referral_id=referral.id, words="Rang, engaged", by=coordinator(), at=after(2))
    assert now_is(referral).version == 1
    with pytest.raises(Invalid):
        note(referral_id=referral.id, words=" ", by=coordinator(), at=after(2))


def test_the_hub_may_place_again_while_nobody_has_accepted() -> None:
    referral = placed()
    moved = place(
        referral_id=referral.id, service_code=OTHER_SERVICE, team_code=OTHER_TEAM, why="Nurse is next door",
        by=coordinator(), at=after(15), expected_version=3,
    )  # fmt: skip
    commits()
    assert (moved.state, moved.owner_team_id) == ("placed", OTHER_TEAM)
    assert not relationships.with_team(referral.person_id, [TEAM])
    assert timedelta(minutes=15) == moved.latest_move_at - referral.received_at


@pytest.mark.hazard(
    "HZ-S73-20",
    hazard="A need is handed to a team of a partner of whom the person said that they shall not be told.",
    control="Placing and referring on ask what the person said; the need stays with its owner, who is told what to do.",
)
def test_a_need_is_not_handed_to_a_team_the_person_objected_to() -> None:
    referral = triaged()
    own = citizen(person_id=referral.person_id)
    consent.record(person_id=referral.person_id, kind="objection", purpose=consent.care_purpose(), by=own, at=after(1))
    with pytest.raises(Refused, match="has asked that"):
        placed(referral, at=after(1))
    consent.record(person_id=referral.person_id, kind="withdrawn", purpose=consent.care_purpose(), by=own, at=after(2))
    assert placed(referral, at=after(3)).owner_team_id == TEAM
