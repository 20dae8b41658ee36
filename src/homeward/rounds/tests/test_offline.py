"""Is what was written without a signal taken in once, with its true time, and is nothing lost when somebody else was first?"""

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction

from homeward.access.api import (
    device_called,
    device_wiped,
    devices_of,
    end_membership,
    enrol_device,
    gate,
    lose_device,
    lose_device_for,
    memberships_of,
    system,
)
from homeward.episodes.api import close_episode, evidence_of
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotFound
from homeward.foundation.events import of_subject
from homeward.foundation.ids import new_id
from homeward.referrals.tests.arranging import TEAM, after
from homeward.rounds import api as rounds
from homeward.rounds.actions import keep_offline
from homeward.visits.api import Encounter, assign, record_contact, visit
from homeward.visits.tests.test_contacts import accepted, nurse, opened, two_hours
from tests.plumbing.people_at_work import account_id, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def nia() -> Actor:
    return nurse()


def carried(by: Actor, minute: float = 12) -> tuple[UUID, UUID, UUID, UUID]:
    """A visit of hers on her phone: (person, need, visit, device)."""
    person, referral, first = accepted()
    device = enrol_device(name="Blue phone", by=by, at=after(minute)).device_id
    assign(encounter_id=first, planned_at=after(40), user_id=by.user_id, name=by.name, by=system("demo"), at=after(11))
    with gate.person(person, by=by, at=after(minute), why="arranging"):
        rounds.carry(encounter_id=first, device_id=device, by=by, at=after(minute))
    return person, referral, first, device


def sent(visit_id: UUID, minute: float = 95, **more: Any) -> dict[str, Any]:
    """What the phone says of a visit at that minute, written down five minutes later."""
    return {
        "id": str(new_id()), "visit": str(visit_id), "kind": "contact", "way": "in_person",
        "happened_at": after(minute).isoformat(), "written_at": after(minute + 5).isoformat(), **more,
    }  # fmt: skip


def received(record: dict[str, Any], device: UUID, by: Actor, minute: float) -> rounds.Fate:
    return rounds.receive_offline(sent=record, device_id=device, by=by, at=after(minute))


@pytest.mark.hazard(
    "HZ-S17-2",
    hazard="A visit made without a signal is counted when it arrived, and a person seen in time is shown as late.",
    control="The clock stops at the true moment; the event that is its evidence says 'recorded offline', when it was written and when it arrived.",
)
def test_the_clock_stops_at_the_true_time_with_evidence_recorded_offline(nia: Actor) -> None:
    person, referral, first, device = carried(nia)
    assert received(sent(first), device, nia, 300).state == "taken"
    clock = two_hours(person, referral, 301)
    assert (clock.phase, clock.met, clock.ended_at) == ("stopped", True, after(95))
    with opened(person):
        mark = next(each for each in evidence_of(clock.id) if each.kind == "stop")
        event = next(each for each in of_subject(first, person_id=person) if each.id == mark.event_id)
        made = visit(first)
    assert (event.at, event.facts["recorded"], event.facts["written_at"]) == (
        after(300),
        "offline",
        after(100).isoformat(),
    )
    assert made is not None and (made.contact_at, made.written_at, made.recorded_at) == (
        after(95),
        after(100),
        after(300),
    )


@pytest.mark.hazard(
    "HZ-S17-3",
    hazard="The line breaks while a phone sends a visit, and it is lost or made twice.",
    control="The record is kept before it is taken, under the phone's own id; sent again it is the same record, and is taken then.",
)
def test_the_line_breaks_between_keeping_and_taking_and_once_more_after(
    nia: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, _, first, device = carried(nia)
    record = sent(first)
    with monkeypatch.context() as broken:
        broken.setattr(keep_offline, "take_offline", lambda *_, **__: (_ for _ in ()).throw(ConnectionError))
        with pytest.raises(ConnectionError):
            received(record, device, nia, 300)
    assert [each.state for each in rounds.offline_waiting(by=nia, at=after(301))] == ["kept"]
    for minute in (310, 311, 400):
        assert received(record, device, nia, minute).state == "taken"
    with opened(person):
        kinds = [each.kind for each in of_subject(first, person_id=person)]
    assert kinds.count("visit.record_contact") == 1 and rounds.offline_waiting(by=nia, at=after(401)) == []


@pytest.mark.hazard(
    "HZ-S17-4",
    hazard="Two people record one visit, one of them without a signal, and one version disappears.",
    control="The later one is kept as it arrived and shown beside what stands until a person has settled it.",
)
@pytest.mark.parametrize("how", ["both", "aside"])
def test_a_clash_is_kept_with_both_versions_until_a_person_settles_it(nia: Actor, how: str) -> None:
    person, _, first, device = carried(nia)
    record_contact(
        encounter_id=first, contact_at=after(60), words="Seen by the other one", by=nurse("Tom Reid"), at=after(61)
    )
    mine = sent(first, words="Mine", answers={"first-visit": {"news2": 3}})
    fate = received(mine, device, nia, 300)
    assert fate.state == "clash" and "Tom Reid has already recorded this visit" in fate.why
    both = rounds.both_versions(fate.id, by=nia, at=after(301))
    assert (
        both.visit.words == "Seen by the other one"
        and ("Words", "Mine") in both.told
        and ("NEWS2 score", "3") in both.told
    )
    with pytest.raises(Invalid):
        rounds.settle_offline(record_id=fate.id, how="aside", words="", by=nia, at=after(302))
    if how == "both":
        with pytest.raises(Invalid):  # the form has a gap, so it cannot be a visit as it is
            rounds.settle_offline(record_id=fate.id, how=how, words="", by=nia, at=after(302))
        fate = received(sent(first, words="Mine"), device, nia, 303)
    rounds.settle_offline(
        record_id=fate.id, how=how, words="Same visit, two of us", by=nurse("Una Lead"), at=after(304)
    )
    with opened(person):
        who = set(
            Encounter.objects.filter(person_id=person, state="seen", words="Mine").values_list(
                "practitioner_name", flat=True
            )
        )
        words = sorted(Encounter.objects.filter(person_id=person, state="seen").values_list("words", flat=True))
    assert words == (["Mine", "Seen by the other one"] if how == "both" else ["Seen by the other one"])
    assert who == ({"Nia Brooks"} if how == "both" else set())
    with pytest.raises(Clash):
        rounds.settle_offline(record_id=fate.id, how="aside", words="Again", by=nia, at=after(305))


def test_what_arrives_after_the_care_has_ended_is_kept_all_the_same(nia: Actor) -> None:
    person, _, first, device = carried(nia)
    with opened(person):
        episode = Encounter.objects.get(id=first).episode_id
    assert episode is not None
    close_episode(episode_id=episode, outcome="not-needed", words="Rang", by=system("demo"), at=after(50))
    assert received(sent(first, 45), device, nia, 300).state == "clash"


def test_what_cannot_be_is_refused_in_words_and_kept(nia: Actor) -> None:
    _, _, first, device = carried(nia)
    fate = received(sent(first, 500), device, nia, 300)
    assert fate.state == "refused" and "cannot be in the future" in fate.why
    with pytest.raises(Invalid, match="cannot be read"):
        received({**sent(first), "happened_at": "yesterday"}, device, nia, 301)


def test_not_seen_and_a_note_come_in_too(nia: Actor) -> None:
    person, referral, first, device = carried(nia)
    assert received(sent(first, kind="note", words="Key under the mat"), device, nia, 200).state == "taken"
    assert received(sent(first, kind="not_seen", reason="no-answer"), device, nia, 201).state == "taken"
    assert two_hours(person, referral, 202).phase == "running"
    (note,) = rounds.unread(team=TEAM, by=nia, at=after(203))
    tom = nurse("Tom Reid")
    other = enrol_device(name="Tom's", by=tom, at=after(204)).device_id
    with gate.person(person, by=tom, at=after(204), why="arranging"):
        rounds.carry(encounter_id=first, device_id=other, by=tom, at=after(204))
    assert received(sent(first, kind="read", note=str(note.id)), other, tom, 210).state == "taken"
    assert rounds.unread(team=TEAM, by=nia, at=after(211)) == []


def test_only_a_phone_that_was_given_the_visit_may_tell_of_it(nia: Actor) -> None:
    _, _, first, device = carried(nia)
    with pytest.raises(NotFound):
        received(sent(first), new_id(), nia, 300)
    with pytest.raises(NotFound):
        received(sent(first), device, nurse("Tom Reid"), 300)


def test_what_a_phone_told_is_never_changed(nia: Actor) -> None:
    person, _, first, device = carried(nia)
    fate = received(sent(first), device, nia, 300)
    with (
        opened(person),
        pytest.raises(Exception, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("update rounds_offlinerecord set told = '{}' where id = %s", [fate.id])


def test_my_round_is_mine_alone(nia: Actor) -> None:
    _, _, first, _ = carried(nia)
    assert [each.id for each in rounds.pocket_stops(by=nia, at=after(20))] == [first]
    assert rounds.pocket_stops(by=nurse("Tom Reid"), at=after(20)) == []


@pytest.mark.hazard(
    "HZ-S17-5",
    hazard="A phone with a round on it is lost, and whoever finds it reads about people at home.",
    control="Said to be lost, or its user's role ended, it is told to delete everything at its next contact, and says how much was never sent.",
)
def test_a_lost_phone_is_told_so_and_says_what_it_left_behind(nia: Actor) -> None:
    new = enrol_device(name="Blue phone", by=nia, at=after(0))
    assert standing(new.token, 1) == "kept" and standing("somebody else's", 1) is None
    with pytest.raises(NotFound):
        lose_device(device_id=new.device_id, by=nurse("Tom Reid"), at=after(2))
    lead = staff(role="team-lead", teams=(TEAM,))
    lose_device_for(device_id=new.device_id, by=lead, at=after(3))
    assert standing(new.token, 4) == "lost"
    device_wiped(token=new.token, left_behind=2, by=system("devices"), at=after(5))
    (shown,) = devices_of(account_id(nia), at=after(6))
    assert (shown.standing, shown.left_behind, shown.wiped_at) == ("wiped", 2, after(5))


def test_a_phone_whose_users_role_has_ended_is_wiped_too(nia: Actor) -> None:
    new = enrol_device(name="Blue phone", by=nia, at=after(0))
    (member,) = memberships_of(account_id(nia))
    end_membership(membership_id=member.id, by=system("setup"), at=after(1))
    assert standing(new.token, 2) == "role_ended"


def standing(token: str, minute: float) -> str | None:
    found = device_called(token, at=moment(minute))
    return found.standing if found else None


def moment(minute: float) -> datetime:
    return after(minute)
