"""Is a keyworker named by whom it concerns, told to the second who came late, and kept where the care goes?"""

from datetime import date
from uuid import UUID

import pytest

from homeward.access.api import close_user, end_membership, gate, memberships_of, system
from homeward.episodes import api as episodes
from homeward.episodes.api import EpisodeView, set_keyworker
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotPermitted, Refused
from homeward.foundation.events import of_subject
from homeward.people.api import merge
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import (
    OTHER_TEAM,
    TEAM,
    accepted,
    after,
    coordinator,
    person,
    placed,
    received,
    triaged,
)
from tests.plumbing.people_at_work import account_id, staff

pytestmark = pytest.mark.django_db


def nurse(name: str = "Nia Brooks", team: str = TEAM) -> Actor:
    return staff(role="community-nurse", teams=(team,), name=name)


@pytest.fixture
def need() -> ServiceRequest:
    return accepted(placed())


def now_of(need: ServiceRequest, minutes: float = 900) -> EpisodeView:
    with gate.job("bench", at=after(minutes)):
        return episodes.episodes_of([need.id])[need.id][-1]


def named(need: ServiceRequest, user: UUID | None, by: Actor, *, minutes: float = 100, seen: int | None = None) -> str:
    return set_keyworker(episode_id=now_of(need).id, user_id=user, by=by, at=after(minutes), expected_version=seen)


def test_a_keyworker_is_named_changed_and_taken_away_each_with_its_event(need: ServiceRequest) -> None:
    nia, olu = nurse(), nurse("Olu Ade")
    assert named(need, account_id(nia), olu) == "Nia Brooks"
    found = now_of(need)
    assert (found.keyworker_name, found.keyworker_user, found.keyworker_since) == ("Nia Brooks", account_id(nia), after(100))
    assert named(need, account_id(olu), nia, minutes=110, seen=1) == "Olu Ade"
    assert named(need, None, nia, minutes=120, seen=2) == ""
    assert (now_of(need).keyworker_user, now_of(need).keyworker_name, now_of(need).keyworker_version) == (None, "", 3)
    with gate.person(need.person_id, by=system("demo"), at=after(130), why="looking"):
        told = [each.facts for each in of_subject(found.id) if each.kind == "episode.keyworker"]
    assert [(each["from_user"], each["to_user"]) for each in told] == [
        (None, str(account_id(nia))), (str(account_id(nia)), str(account_id(olu))), (str(account_id(olu)), None),
    ]  # fmt: skip


def test_only_the_team_and_the_hub_of_the_need_name_one_and_only_of_the_team(need: ServiceRequest) -> None:
    nia, stranger = nurse(), nurse("Stranger", OTHER_TEAM)
    with pytest.raises((NotPermitted, Refused)):
        named(need, account_id(nia), stranger)
    with pytest.raises(NotPermitted):
        named(need, account_id(nia), staff(role="analyst", teams=(TEAM,)))
    with pytest.raises(Invalid, match="works in this team now"):
        named(need, account_id(stranger), nia)
    assert named(need, account_id(nia), coordinator()) == "Nia Brooks"


def test_the_second_of_two_is_told_whose_word_stands(need: ServiceRequest) -> None:
    nia, olu = nurse(), nurse("Olu Ade")
    named(need, account_id(nia), nia, seen=0)
    with pytest.raises(Clash, match="Nia Brooks named Nia Brooks as keyworker at ") as told:
        named(need, account_id(olu), olu, minutes=101, seen=0)
    assert told.value.who == "Nia Brooks" and now_of(need).keyworker_name == "Nia Brooks"
    with pytest.raises(Refused, match="is the keyworker already"):
        named(need, account_id(nia), nia, minutes=102, seen=1)
    named(need, None, nia, minutes=103, seen=1)
    with pytest.raises(Clash, match="took the keyworker away"):
        named(need, account_id(olu), olu, minutes=104, seen=1)
    with pytest.raises(Refused, match="no keyworker to take away"):
        named(need, None, olu, minutes=105)


def test_one_who_has_left_the_team_or_whose_account_is_closed_needs_a_successor(need: ServiceRequest) -> None:
    nia, olu, by = nurse(), nurse("Olu Ade"), system("setup")
    named(need, account_id(nia), nia)
    assert episodes.who_left([now_of(need)], at=after(110)) == set()
    [post] = memberships_of(account_id(nia))
    end_membership(membership_id=post.id, by=by, at=after(120))
    assert episodes.who_left([now_of(need)], at=after(130)) == {now_of(need).id}
    named(need, account_id(olu), olu, minutes=140)
    assert episodes.who_left([now_of(need)], at=after(150)) == set()
    close_user(user_id=account_id(olu), by=by, at=after(160))
    assert episodes.who_left([now_of(need)], at=after(170)) == {now_of(need).id}


def test_an_ended_care_keeps_who_it_was(need: ServiceRequest) -> None:
    nia = nurse()
    named(need, account_id(nia), nia)
    episodes.close_episode(episode_id=now_of(need).id, outcome="at-home", words="Rang", by=nia, at=after(200))
    assert now_of(need).closed_at and now_of(need).keyworker_name == "Nia Brooks"
    with pytest.raises(Refused, match="keeps the keyworker it had"):
        named(need, None, system("cascade"), minutes=210)


def test_it_goes_along_when_two_records_are_found_to_be_one_person() -> None:
    kept, lost, nia = person(given="Ivy"), person(given="Iva", birth_date=date(1941, 6, 5)), nurse()
    need = accepted(placed(triaged(received(person_id=lost))))
    named(need, account_id(nia), nia)
    merge(keep=kept, lose=lost, reason="One woman", by=system("bench"), at=after(200))
    with gate.job("bench", at=after(210)):
        [found] = episodes.open_episodes_of_person(kept)
    assert (found.keyworker_name, found.keyworker_version) == ("Nia Brooks", 1)
