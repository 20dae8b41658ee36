"""Can each reader see what is theirs to see: the placing explained, the story, the tracking link, who else is looking?"""

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.access.api import gate, issue_link, open_link, system
from homeward.capacity.api import report
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, NotFound, NotPermitted, Refused
from homeward.foundation.ids import new_id
from homeward.referrals.api import (
    accept,
    answer,
    ask,
    candidates,
    decline,
    detail,
    explain,
    live_referrals_for,
    look,
    look_away,
    next_moves,
    place,
    referral,
    track,
    who_is_looking,
)
from homeward.referrals.models import InformationRequest, ServiceRequest
from homeward.referrals.tests.arranging import (
    HUB,
    MORNING,
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
    person,
    placed,
    received,
    seen,
    triaged,
)
from tests.plumbing.people_at_work import citizen

pytestmark = pytest.mark.django_db


def test_every_service_is_shown_and_home_comes_first() -> None:
    shown = candidates(triaged().id, by=coordinator(), at=after(10))
    assert shown.candidates[0].service_code == SERVICE and shown.candidates[0].fits
    assert {each.service_code for each in shown.candidates} >= {SERVICE, OTHER_SERVICE, "recovery-beds"}
    assert all(each.reasons_against for each in shown.others)
    assert [each.order for each in shown.candidates] == list(range(1, len(shown.candidates) + 1))


@pytest.mark.hazard(
    "HZ-S12-11",
    hazard="Months later nobody can say why a need went where it went.",
    control="The whole list as it was shown, the choice and its reason are kept in the log with the move, and read back from it.",
)
def test_the_list_that_was_seen_is_kept_with_the_choice() -> None:
    need = triaged()
    shown = candidates(need.id, by=coordinator(), at=after(10))
    common: dict[str, Any] = {"referral_id": need.id, "by": coordinator(), "at": after(10), "expected_version": 2}
    with pytest.raises(Invalid, match="Say why you did not choose the first"):
        second = shown.fitting[1]
        place(**common, service_code=second.service_code, team_code=second.team_code)
    with pytest.raises(Invalid, match="does not fit"):
        place(**common, service_code=OTHER_SERVICE, team_code=OTHER_TEAM)
    with pytest.raises(Refused, match="has changed since"):
        place(**common, service_code=SERVICE, team_code=TEAM, shown_digest="0" * 12)
    place(**common, service_code=SERVICE, team_code=TEAM, shown_digest=shown.digest)
    [why] = explain(need.id, by=coordinator(), at=after(99))
    assert (why.shown, why.chosen, why.why, why.who) == (shown.candidates, shown.candidates[0], "", "Asha Patel")


def test_who_already_looks_after_the_person_is_said() -> None:
    someone = person()
    accepted(placed(triaged(received(person_id=someone))))
    again = triaged(received(person_id=someone, at=after(1)), at=after(2))
    first = candidates(again.id, by=coordinator(), at=after(5)).candidates[0]
    assert "Already looks after this person, since 3 March." in {each.words for each in first.reasons_for}


def test_the_ledger_and_its_age_are_shown() -> None:
    need = triaged()
    report(service_code=SERVICE, team_code=TEAM, free=2, total=8, by=lead(), at=MORNING)

    def said(minutes: float) -> str:
        first = candidates(need.id, by=coordinator(), at=after(minutes)).candidates[0]
        return next(each.words for each in first.reasons if each.code == "capacity")

    assert said(10) == "2 of 8 visits free, as of 10 minutes ago."
    assert said(180).startswith("Out of date: it said 2 of 8 visits free 3 hours ago")


def test_placing_is_explained_in_a_few_questions() -> None:
    need, by = triaged(), coordinator()
    candidates(need.id, by=by, at=after(9))
    with gate.person(need.person_id, by=by, at=after(10)), CaptureQueriesContext(connection) as asked:
        candidates(need.id, by=by, at=after(10))
        assert len(asked) <= 10  # how long it takes is the hub's bench to measure


def test_the_story_is_told_in_plain_words() -> None:
    need = accepted(placed(triaged(received(), at=after(5)), at=after(10)), at=after(20))
    seen(person_id=need.person_id, referral_id=need.id, by=lead(), at=after(50))
    page = detail(need.id, by=coordinator(), at=after(60))
    assert [line.words for line in page.story] == [
        "Sent in: A fall. East locality hub owns it.",
        "Triaged: Within 2 hours.",
        f"Placed with Urgent community response, East urgent community response (number 1 of {_shown(need)} shown).",
        "Planned a visit.",
        "Accepted by East urgent community response.",
        "Saw the person in person.",
    ]
    assert (page.row.state_title, page.whole.words) == ("Being seen", "The team has seen the person and is helping.")
    assert ("Are they alone now?", "Yes") in page.answers
    assert {clock.code for clock in page.clocks} >= {"two-hour-response", "hub-triage"}


def _shown(need: ServiceRequest) -> int:
    return len(explain(need.id, by=coordinator(), at=after(60))[0].shown)


def test_who_may_do_what_next() -> None:
    need = placed()
    assert next_moves(need.id, by=lead(), at=after(11)).may == {
        "accept", "decline", "no_capacity", "hand_back", "ask", "refer_on"
    }  # fmt: skip
    hub = next_moves(need.id, by=clinician(), at=after(11))
    assert {"triage", "place", "advise", "revoke", "close", "undo"} <= hub.may and "accept" not in hub.may
    assert (hub.next_owner, hub.last_move) == ("care-coordination-centre", "place")
    assert next_moves(need.id, by=gp(), at=after(11)).may == {"revoke"}


def follower(need: ServiceRequest) -> Actor:
    token = issue_link(
        kind="track", person_id=need.person_id, subject_id=need.id, organisation="bchc", expires_at=after(9999),
        held_by="a daughter", by=system("demo"), at=MORNING,
    )  # fmt: skip
    return open_link(token.token, after(1))


@pytest.mark.hazard(
    "HZ-S53-1",
    hazard="Whoever finds a tracking link reads a stranger's record.",
    control="A link opens one referral in plain words and, in the database, no other row of that person.",
)
def test_a_link_follows_one_referral_and_opens_nothing_else() -> None:
    someone = person()
    need, other = triaged(received(person_id=someone)), received(person_id=someone)
    holder = follower(need)
    view = track(need.id, by=holder, at=after(5))
    assert (view.state_title, view.team_name) == ("Triaged", "East locality hub")
    assert [step.words for step in view.steps] == [
        "The request was received by East locality hub.",
        "East locality hub has read the request.",
    ]
    assert view.by_when_words == "Someone should be in touch by midday."
    assert "alone" not in str(view).lower()
    with pytest.raises((NotFound, NotPermitted)):
        track(other.id, by=holder, at=after(5))
    with gate.link(by=holder, at=after(5)):
        assert [each.id for each in ServiceRequest.objects.all()] == [need.id]


@pytest.mark.hazard(
    "HZ-S63-2",
    hazard="A small charity without accounts cannot answer, so its needs wait or are answered by nobody in particular.",
    control="An expiring link lets its organisation accept or pass on the one need it owns, by name, and nothing once it owns it no more.",
)
def test_a_small_partner_answers_by_a_link_for_what_it_owns_and_no_longer() -> None:
    need = placed()

    def holder(organisation: str) -> Actor:
        token = issue_link(
            kind="partner", person_id=need.person_id, subject_id=need.id, organisation=organisation,
            expires_at=after(9999), held_by="Elsie at the charity", by=system("demo"), at=MORNING,
        )  # fmt: skip
        return open_link(token.token, after(1))

    elsewhere = holder("bvsc")
    assert not track(need.id, by=elsewhere, at=after(11)).can_accept
    with pytest.raises(NotPermitted):
        accept(referral_id=need.id, by=elsewhere, at=after(11), expected_version=need.version)
    ours = holder("bchc")
    assert track(need.id, by=ours, at=after(11)).can_accept
    taken = accept(referral_id=need.id, by=ours, at=after(12), expected_version=need.version)
    assert (taken.state, taken.latest_move_by) == ("accepted", "Elsie at the charity")
    passed_on = placed()
    need = passed_on
    decline(
        referral_id=need.id, reason_code="lives-outside-area", next_team=HUB, by=holder("bchc"), at=after(12),
        expected_version=need.version,
    )  # fmt: skip


def test_who_follows_it_can_answer_and_withdraw() -> None:
    need = triaged()
    ask(referral_id=need.id, words="Is there a key safe?", by=coordinator(), at=after(5), expected_version=2)
    holder = follower(need)
    view = track(need.id, by=holder, at=after(6))
    assert (view.question, view.can_answer, view.can_withdraw) == ("Is there a key safe?", True, True)
    answer(referral_id=need.id, words="No", by=holder, at=after(7))
    with gate.person(need.person_id, by=coordinator(), at=after(8)):
        assert InformationRequest.objects.get(referral=need).answered_by == "a daughter"


def test_the_person_follows_their_own_and_nobody_elses() -> None:
    mine, theirs = received(), received()
    me = citizen(person_id=mine.person_id)
    assert track(mine.id, by=me, at=after(1)).need_title == "A fall"
    with pytest.raises(NotPermitted):
        track(theirs.id, by=me, at=after(1))


@pytest.mark.hazard(
    "HZ-S23-2",
    hazard="The same need is sent in twice by people who cannot see that help is on its way.",
    control="Before anything is typed the open referral is shown with who has it, also to a sender who may not open the record.",
)
def test_what_is_open_is_shown_before_anybody_types() -> None:
    someone = person(family="Featherstonehaugh", given="Algernon", postcode="B8 1AA")
    need = received(person_id=someone)
    stranger = gp(name="Dr New")
    [live] = live_referrals_for(person_id=someone, by=stranger, at=after(5))
    assert (live.id, live.owner_team_name) == (need.id, "East locality hub")
    assert live.words == (
        "A fall: sent in at 10am. East locality hub has it now. We have your request and a hub is reading it."
    )
    by_link = replace(stranger, kind="link", user_id=None, teams=(), role="refer")
    assert not live_referrals_for(person_id=someone, by=by_link, at=after(5))


def test_others_who_look_are_seen_for_fifteen_seconds() -> None:
    need, me, other = received(), coordinator(), coordinator(name="Ben Osei")
    look(need.id, by=me, at=after(1))
    look(need.id, by=other, at=after(1))
    look(need.id, by=other, at=after(1.1))
    assert who_is_looking([need.id], at=after(1.2), but=me) == {need.id: ["Ben Osei"]}
    assert who_is_looking([need.id], at=after(1.4), but=me) == {}
    look(need.id, by=other, at=after(2))
    look_away(need.id, by=other)
    assert who_is_looking([need.id], at=after(2), but=me) == {}


def test_nothing_is_found_that_is_not_there() -> None:
    with pytest.raises(NotFound):
        referral(new_id(), by=coordinator(), at=MORNING)
