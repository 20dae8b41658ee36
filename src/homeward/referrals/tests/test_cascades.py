"""When a person dies or moves, or a wait runs out, does the work follow and is everyone told, once?"""

from datetime import date

import pytest

from homeward.access.api import gate
from homeward.directory.api import place
from homeward.episodes.api import clocks_of, episodes_of
from homeward.foundation import events
from homeward.foundation.errors import NotFound
from homeward.people.api import die, move
from homeward.referrals.api import detail, notices, notices_about, row, see_notice
from homeward.referrals.jobs import escalate_due
from homeward.referrals.models import Move
from homeward.referrals.tests.arranging import (
    HUB,
    TEAM,
    accepted,
    after,
    coordinator,
    east_ward,
    lead,
    now_is,
    person,
    placed,
    received,
    seen,
    triaged,
)
from homeward.referrals.tests.committing import commits

pytestmark = pytest.mark.django_db


@pytest.mark.hazard(
    "HZ-S22-1",
    hazard="A person dies and a team that was not told rings or visits the family.",
    control="A recorded death ends every open referral and its care in the same transaction, and each team is left a notice.",
)
def test_a_death_ends_everything_and_everyone_is_told() -> None:
    someone = person()
    first, second = accepted(placed(triaged(received(person_id=someone)))), received(person_id=someone)
    die(person_id=someone, source="practice", died_at=after(30), by=coordinator(), at=after(30))
    commits()
    for referral in (first, second):
        ended = now_is(referral)
        assert (ended.state, ended.outcome_code, ended.ended_at) == ("closed", "person-died", after(30))
    with gate.person(someone, by=coordinator(), at=after(31)):
        assert all(each.closed_at for each in episodes_of([first.id])[first.id])
        phases = {each.phase for some in clocks_of([first.id, second.id], after(31)).values() for each in some}
    assert "running" not in phases and "paused" not in phases
    told = notices(by=coordinator(), at=after(31))
    assert {(each.referral_id, each.kind) for each in told} == {(first.id, "died"), (second.id, "died")}
    [for_the_team] = notices(by=lead(), at=after(31))
    assert for_the_team.words == "Ivy Cole: This person has died. The referral has ended."
    assert not notices(by=lead(team="ucr-west"), at=after(31))


def west_ward() -> str:
    areas = place().areas.values()
    return next(
        area.code
        for area in areas
        if area.kind == "ward" and any(link.code == "west" and link.valid_to is None for link in area.within)
    )


@pytest.mark.hazard(
    "HZ-S22-2",
    hazard="A person moves across a boundary; the old hub lets go and the new one never knew.",
    control="A move carries every open referral to the hub of the new area in the same transaction, and both ends are told.",
)
def test_a_move_carries_the_work_and_both_ends_are_told() -> None:
    someone = person()
    waiting, cared_for = received(person_id=someone), accepted(placed(triaged(received(person_id=someone))))
    move(person_id=someone, since=date(2026, 3, 3), ward_code=west_ward(), by=coordinator(), at=after(30))
    commits()
    waiting, cared_for = now_is(waiting), now_is(cared_for)
    assert (waiting.owner_team_id, waiting.hub_team_id, waiting.locality_code) == ("hub-west", "hub-west", "west")
    assert (cared_for.owner_team_id, cared_for.hub_team_id, cared_for.state) == (TEAM, "hub-west", "accepted")
    assert row(waiting.id, by=coordinator(team="hub-west"), at=after(31)) is not None
    kinds = {each.kind for each in notices(by=coordinator(team="hub-west"), at=after(31))}
    assert kinds == {"moved"}
    [told] = notices(by=lead(), at=after(31))
    assert told.words.endswith("Decide whether you can still help, or hand the need back.")
    with gate.person(someone, by=coordinator(), at=after(31)):
        assert Move.objects.get(referral=waiting, kind="carry").from_team == HUB


def test_a_new_address_in_the_same_ward_changes_no_work() -> None:
    waiting = received()
    move(person_id=waiting.person_id, since=date(2026, 3, 3), ward_code=east_ward(), by=coordinator(), at=after(30))
    assert now_is(waiting).version == 1


def test_the_first_contact_moves_it_on_with_the_visit_as_evidence() -> None:
    referral = accepted()
    seen(person_id=referral.person_id, referral_id=referral.id, by=lead(), at=after(45))
    seen(person_id=referral.person_id, referral_id=referral.id, by=lead(), at=after(80))
    commits()
    referral = now_is(referral)
    assert (referral.state, referral.version) == ("in_contact", 5)
    with gate.person(referral.person_id, by=lead(), at=after(81)):
        told = events.of_subject(referral.id, person_id=referral.person_id)
        clocks = {each.code: each for each in clocks_of([referral.id], after(81))[referral.id]}
    assert [event.facts["evidence"] for event in told if event.kind == "referral.contact"]
    standing = row(referral.id, by=lead(), at=after(81))
    assert standing and standing.latest_words.startswith(f"{lead().name} recorded a contact at ")
    assert (clocks["two-hour-response"].met, clocks["two-hour-response"].ended_at) == (True, after(45))


@pytest.mark.hazard(
    "HZ-S10-9",
    hazard="A clock runs out on a board that nobody is looking at.",
    control="Every rung of the clock's ladder is climbed once by itself, told to the owner and the hub, and stands on the row.",
)
def test_each_rung_is_climbed_once_and_stands_on_the_row() -> None:
    referral = accepted()
    assert escalate_due(after(59)) == 0
    assert escalate_due(after(60)) == 1
    assert escalate_due(after(61)) == 0
    assert escalate_due(after(91)) == 1
    climbed = row(referral.id, by=coordinator(), at=after(91))
    assert climbed is not None
    assert (climbed.rungs_climbed, climbed.version) == (2, referral.version)
    assert climbed.escalated_words.startswith("For the team lead: 30 minutes are left")
    told = [each for each in notices(by=lead(), at=after(92)) if each.kind == "escalated"]
    assert len(told) == 2
    story = [each.words for each in detail(referral.id, by=coordinator(), at=after(92)).story]
    assert sum(words.startswith("Escalated, Two-hour response") for words in story) == 2


def test_a_notice_is_put_away_by_whoever_read_it() -> None:
    accepted()
    escalate_due(after(60))
    by = lead()
    [told] = notices(by=by, at=after(61))
    with pytest.raises(NotFound, match="already"):
        see_notice(notice_id=told.id, by=coordinator(team="hub-west"), at=after(62))
    assert notices(by=by, at=after(63))
    see_notice(notice_id=told.id, by=by, at=after(64))
    assert not notices(by=by, at=after(65))
    with pytest.raises(NotFound, match="already"):
        see_notice(notice_id=told.id, by=by, at=after(66))
    with gate.person(told.person_id, by=by, at=after(67)):
        about = notices_about(told.person_id, kinds={"escalated"})
    assert ("Chloe Ward", after(64)) in {(each.seen_by, each.seen_at) for each in about if each.team_code == TEAM}


def test_one_press_puts_away_the_same_news_about_every_referral_of_the_person() -> None:
    someone = person()
    received(person_id=someone), received(person_id=someone)
    die(person_id=someone, source="practice", died_at=after(30), by=coordinator(), at=after(30))
    commits()
    by = coordinator()
    told = notices(by=by, at=after(31), kinds={"died"})
    assert len(told) == 2 and see_notice(notice_id=told[0].id, by=by, at=after(32)) == 2
    assert not notices(by=by, at=after(33))
