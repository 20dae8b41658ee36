"""When a whole ends, do its parts; and when its parts end with nobody seen, does the whole wait again?"""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection

from homeward.access.api import gate, system
from homeward.episodes.api import clocks_of, close_episode, tasks_about
from homeward.foundation import events
from homeward.foundation.errors import Refused
from homeward.referrals.api import (
    Part,
    ServiceRequest,
    accept,
    advise,
    close,
    notices,
    refer_on,
    reopen,
    revoke,
    row,
    undo,
)
from homeward.referrals.jobs import escalate_due
from homeward.referrals.tests.arranging import (
    HUB,
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
    received,
    seen,
    triaged,
)
from homeward.referrals.tests.committing import commits

pytestmark = pytest.mark.django_db

RESPONSE = Part(need_code="fall", service_code=SERVICE, team_code=TEAM, words="Nurse first")
WOUND = Part(need_code="wound-care", service_code=OTHER_SERVICE, team_code=OTHER_TEAM, words="Cut on the shin")
CLOCK = "two-hour-response"


def referred_on(*parts: Part) -> tuple[ServiceRequest, dict[str, ServiceRequest]]:
    whole = refer_on(
        referral_id=triaged().id, parts=parts or (RESPONSE, WOUND), by=coordinator(), at=after(10), expected_version=2
    )
    return whole, parts_of(whole)


def parts_of(whole: ServiceRequest) -> dict[str, ServiceRequest]:
    with gate.person(whole.person_id, by=coordinator(), at=after(10)):
        return {each.need_code: each for each in ServiceRequest.objects.filter(based_on=whole)}


def running(need: ServiceRequest, at: float) -> set[str]:
    with gate.person(need.person_id, by=coordinator(), at=after(at)):
        views = clocks_of([need.id], after(at), live_only=True).get(need.id, [])
    return {view.code for view in views if view.phase == "running"}


@pytest.mark.hazard(
    "HZ-S12-33",
    hazard="A need is withdrawn; the teams asked for its parts were not told and go to the door all the same.",
    control="Withdrawing a whole withdraws every part nobody has seen the person for, stops its visits and tasks, and tells its owner.",
)
def test_withdrawing_the_whole_withdraws_its_parts_and_tells_their_owners() -> None:
    whole, parts = referred_on()
    fall = accept(referral_id=parts["fall"].id, by=lead(), at=after(12), expected_version=1)
    by = coordinator()
    revoke(referral_id=whole.id, reason_code="need-gone", by=by, at=after(20))
    commits()
    for need in (whole, *parts.values()):
        ended = now_is(need)
        assert (ended.state, ended.ended_at) == ("revoked", after(20))
    with gate.person(whole.person_id, by=by, at=after(21)):
        stopped = {task.stopped_why for task in tasks_about([fall.id], at=after(21))}
        told = [
            event for event in events.of_subject(fall.id, person_id=fall.person_id) if event.kind == "referral.revoke"
        ]
    assert stopped == {"The referral was withdrawn: The need has gone"}
    assert [(event.actor_kind, event.actor_id, event.actor_name) for event in told] == [("system", by.user_id, by.name)]
    for team in (TEAM, OTHER_TEAM):
        [notice] = notices(by=lead(team=team), at=after(21), kinds={"revoked"})
        assert notice.words == "Ivy Cole: Asha Patel withdrew this referral: The need has gone."
    assert not notices(by=lead(), at=after(21), kinds={"parts_ended"})
    assert not running(whole, 21) | running(fall, 21)


def test_a_sender_withdraws_it_too() -> None:
    sender = gp()
    whole = refer_on(
        referral_id=triaged(received(by=sender)).id,
        parts=[RESPONSE],
        by=coordinator(),
        at=after(10),
        expected_version=2,
    )
    revoke(referral_id=whole.id, reason_code="sender-withdrew", by=sender, at=after(20))
    assert now_is(parts_of(whole)["fall"]).state == "revoked"


def test_a_part_whose_person_was_seen_is_not_withdrawn_over_the_team() -> None:
    whole, parts = referred_on()
    fall = accept(referral_id=parts["fall"].id, by=lead(), at=after(12), expected_version=1)
    seen(person_id=whole.person_id, referral_id=fall.id, by=lead(), at=after(40))
    revoke(referral_id=whole.id, reason_code="need-gone", by=coordinator(), at=after(50))
    assert (now_is(fall).state, now_is(parts["wound-care"]).state) == ("in_contact", "revoked")
    [told] = notices(by=lead(), at=after(51), kinds={"revoked"})
    assert told.words.endswith("You have seen the person: close it or go on.")


def ending(kind: str, whole: ServiceRequest) -> Callable[[], object]:
    if kind == "close":
        return lambda: close(
            referral_id=whole.id,
            outcome_code="need-met",
            by=coordinator(),
            at=after(20),
            expected_version=whole.version,
        )
    return lambda: advise(
        referral_id=whole.id, words="Rest", safety_net_words="Ring 999", told="Crew", closes=True, by=clinician(),
        at=after(20), expected_version=whole.version,
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["close", "advise"])
def test_a_whole_does_not_end_before_its_parts(kind: str) -> None:
    whole, parts = referred_on()
    with pytest.raises(Refused) as refused:
        ending(kind, whole)()
    assert refused.value.message == (
        "2 parts of this referral are still open: A fall, with East urgent community response;"
        " Wound or leg ulcer, with East district nursing."
    ) or refused.value.message.startswith("2 parts of this referral are still open: ")
    assert refused.value.next_step == "Close or withdraw each of them first."
    assert now_is(whole).is_open


def test_one_part_is_said_as_one() -> None:
    whole, _ = referred_on(RESPONSE)
    with pytest.raises(Refused, match="^A part of this referral is still open: "):
        ending("close", whole)()


def test_care_of_the_whole_ends_and_the_whole_is_kept_until_its_parts_have_ended() -> None:
    care = accepted()
    whole = refer_on(referral_id=care.id, parts=[WOUND], by=lead(), at=after(30), expected_version=care.version)
    seen(person_id=whole.person_id, referral_id=whole.id, by=lead(), at=after(60))
    assert whole.episode_id is not None
    close_episode(episode_id=whole.episode_id, outcome="at-home", by=lead(), at=after(90))
    assert now_is(whole).state == "in_contact"
    revoke(referral_id=parts_of(whole)["wound-care"].id, reason_code="need-gone", by=coordinator(), at=after(100))
    [told] = notices(by=lead(), at=after(101), kinds={"parts_ended"})
    assert told.words == "Ivy Cole: Every part of this need has ended. Close it, or say what is still to be done."


@pytest.mark.hazard(
    "HZ-S12-34",
    hazard="Every part of a need is withdrawn unseen; the whole stays open with no clock and nobody is ever reminded of it.",
    control="When the last part ends with nobody seen, the whole waits with its owner again, counted from its first moment, and escalates.",
)
def test_a_whole_whose_parts_all_ended_unanswered_waits_again() -> None:
    whole, parts = referred_on()
    assert CLOCK not in running(whole, 11)
    for part in parts.values():
        revoke(referral_id=part.id, reason_code="need-gone", by=coordinator(), at=after(20))
    commits()
    again = now_is(whole)
    assert (again.state, again.owner_team_id, again.version) == ("triaged", HUB, whole.version + 1)
    shown = row(whole.id, by=coordinator(), at=after(21))
    assert shown is not None and shown.clock is not None
    assert (shown.clock.code, shown.clock.due_at) == (CLOCK, after(120))
    [told] = notices(by=coordinator(), at=after(21), kinds={"parts_ended"})
    assert told.words.endswith("nobody has seen the person. It waits with you again.")
    escalate_due(after(60))
    assert now_is(whole).rungs_climbed == 1


def test_a_part_that_comes_back_takes_the_wait_with_it() -> None:
    whole, parts = referred_on(RESPONSE)
    fall = revoke(referral_id=parts["fall"].id, reason_code="need-gone", by=coordinator(), at=after(20))
    assert CLOCK in running(whole, 21)
    undo(referral_id=fall.id, reason_code="wrong-choice", by=coordinator(), at=after(22), expected_version=fall.version)
    assert CLOCK not in running(whole, 23) and CLOCK in running(fall, 23)


def test_a_whole_that_was_seen_through_a_part_does_not_wait_again() -> None:
    whole, parts = referred_on(RESPONSE)
    fall = accept(referral_id=parts["fall"].id, by=lead(), at=after(12), expected_version=1)
    seen(person_id=whole.person_id, referral_id=fall.id, by=lead(), at=after(40))
    close(
        referral_id=fall.id, outcome_code="at-home", by=coordinator(), at=after(50),
        expected_version=now_is(fall).version,
    )  # fmt: skip
    assert CLOCK not in running(whole, 51)
    assert now_is(whole).version == whole.version


@pytest.mark.parametrize("way", ["undo", "reopen"])
def test_a_withdrawn_whole_that_comes_back_waits_itself(way: str) -> None:
    whole, _ = referred_on(RESPONSE)
    gone = revoke(referral_id=whole.id, reason_code="need-gone", by=coordinator(), at=after(20))
    doing = undo if way == "undo" else reopen
    reason = "wrong-choice" if way == "undo" else "need-came-back"
    doing(referral_id=whole.id, reason_code=reason, by=coordinator(), at=after(22), expected_version=gone.version)
    commits()
    assert CLOCK in running(whole, 23)


def test_what_the_house_carries_on_is_found_under_whoever_began_it() -> None:
    by = lead()
    need = accepted(by=by)
    refer_on(referral_id=need.id, parts=[WOUND], by=by, at=after(30), expected_version=need.version)
    advised = triaged()
    nurse = clinician()
    advise(
        referral_id=advised.id, words="Rest", safety_net_words="Ring 999", told="Crew", closes=False, by=nurse,
        at=after(20), expected_version=advised.version, check_at=after(60),
    )  # fmt: skip
    assert under(by.user_id) >= {"referral.accept", "episode.open", "referral.refer_on", "referral.receive"}
    assert under(nurse.user_id) >= {"referral.advise", "task.add"}


def under(user_id: UUID | None) -> set[str]:
    with gate.job("audit", by=system("audit"), at=after(90)), connection.cursor() as cursor:
        cursor.execute("select kind from foundation_event where actor_id = %s", [user_id])
        return {kind for (kind,) in cursor.fetchall()}
