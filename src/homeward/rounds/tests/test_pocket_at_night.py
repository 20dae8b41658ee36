"""Does a phone carry the whole night of whoever works it, with their own people alone, and is what it tells after midnight taken?"""

from datetime import date, datetime
from uuid import UUID

import pytest

from homeward.access.api import enrol_device, gate, system
from homeward.foundation.actions import Actor
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.people.api import die
from homeward.referrals.tests.arranging import TEAM, lead
from homeward.rounds import api as rounds
from homeward.rounds.actions.make_plan import make_plan
from homeward.visits.api import assign, record_contact, visit
from homeward.visits.tests.at_night import on, planned
from homeward.visits.tests.test_contacts import opened
from tests.plumbing.people_at_work import account_id, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def nia() -> Actor:
    return staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks")


@pytest.fixture
def tom() -> Actor:
    return staff(role="community-nurse", teams=(TEAM,), name="Tom Reid")


def carried(by: Actor, at: datetime) -> list[UUID]:
    return [each.id for each in rounds.pocket_stops(by=by, at=at)]


def at_work(who: Actor, on_at: datetime, off_at: datetime, by: Actor) -> UUID:
    return rounds.at_work(
        team_code=TEAM, day=london_day(on_at), user_id=account_id(who), name=who.name, role_code=who.role, on_at=on_at, off_at=off_at,
        travels_by="car", by=by, at=on(22, 9),
    )  # fmt: skip


@pytest.mark.hazard(
    "HZ-S17-13",
    hazard="A phone carries the round of a night up to midnight only, and where there is no signal whoever is to be seen at one or at five is not seen.",
    control="It carries the nurse's visits of the whole night, on both sides of midnight, and nobody else's.",
)
def test_a_phone_carries_the_whole_night_and_nobody_elses(nia: Actor, tom: Actor) -> None:
    hours = [on(23, 23, 30), on(24, 1), on(24, 5), on(24, 9)]
    late, one, five, nine = (planned(f"Ivy{number}", each, by=nia)[1] for number, each in enumerate(hours))
    other = planned("Tom", on(24, 2), by=tom)[1]
    planned("Nobodys", on(24, 3))
    assert carried(nia, on(23, 15)) == [late]
    assert carried(nia, on(23, 22)) == carried(nia, on(23, 23, 40)) == [late, one, five]
    assert carried(nia, on(24, 0, 20)) == [late, one, five, nine]
    assert carried(tom, on(23, 23, 40)) == carried(tom, on(24, 0, 20)) == [other]


def test_the_roster_says_how_far_a_night_goes(nia: Actor) -> None:
    by = lead()
    ten = planned("Ten", on(24, 10), by=nia)[1]
    shift = at_work(nia, on(23, 20), on(24, 11), by)
    assert carried(nia, on(23, 14)) == carried(nia, on(23, 22)) == [ten]
    assert rounds.my_stretch(by=nia, at=on(24, 0, 20)).begins == on(23, 16)
    rounds.away(shift_id=shift, why="Sick", by=by, at=on(23, 15))
    assert carried(nia, on(23, 22)) == []


def the_night_is_used(by: Actor, day: date, at: datetime) -> rounds.RunView:
    run = rounds.ask_plan(team_code=TEAM, day=day, trade="balanced", kind="plan", why="", queue=False, seconds=0.3, by=by, at=at)
    make_plan(run_id=run, at=at)
    rounds.use_plan(run_id=run, by=by, at=at)
    return rounds.run_view(run_id=run, by=by, at=at)


@pytest.mark.hazard(
    "HZ-S17-14",
    hazard="Of two carers who go together the second is on the round of the day alone; at midnight the visit leaves their phone, and one of two comes.",
    control="The round in use yesterday counts for its own visits until they are written down; one planned for another day since leaves it.",
)
def test_the_second_of_two_carers_keeps_the_visit_after_midnight(nia: Actor, tom: Actor) -> None:
    by = lead()
    for each in (nia, tom):
        at_work(each, on(23, 15), on(23, 23, 59), by)
    _, both = planned("Ivy", on(23, 22))
    with gate.worklist(by=by, at=on(23, 14), what="arranging"):
        rounds.wish(
            encounter_id=both, minutes=30, opens_at=on(23, 21), closes_at=on(23, 23), carers=2, critical=False, kept_by=(), by=by,
            at=on(23, 14),
        )  # fmt: skip
    run = the_night_is_used(by, date(2026, 11, 23), on(23, 14, 30))
    assert {stop.user_id for stop in run.stops if stop.encounter_id == both} == {account_id(nia), account_id(tom)}
    for at in (on(23, 23, 40), on(24, 0, 20), on(24, 7)):
        assert carried(nia, at) == carried(tom, at) == [both], at
    assign(encounter_id=both, planned_at=on(24, 2), user_id=account_id(nia), name=nia.name, by=system("demo"), at=on(24, 0, 30))
    assert (carried(nia, on(24, 0, 40)), carried(tom, on(24, 0, 40))) == ([both], [])


@pytest.mark.hazard(
    "HZ-S17-15",
    hazard="A visit is called off because the person has died; it leaves the nurse's phone without a word and she goes by memory.",
    control="A visit of hers that was stopped in this stretch of work stays on the phone with its reason, after those that are to be made.",
)
def test_a_visit_called_off_in_the_night_stays_on_the_phone_with_the_reason(nia: Actor) -> None:
    person, dead = planned("Ivy", on(24, 1), by=nia)
    later = planned("Ann", on(24, 5), by=nia)[1]
    die(person_id=person, source="family", died_at=on(23, 23, 20), by=system("demo"), at=on(23, 23, 45))
    for at in (on(23, 23, 50), on(24, 0, 20)):
        assert {each.id: each.state for each in rounds.pocket_stops(by=nia, at=at)} == {dead: "stopped", later: "planned"}
    assert dead not in carried(nia, on(24, 9))


def test_a_visit_of_yesterday_recorded_after_midnight_is_taken_once_and_stays_till_morning(nia: Actor) -> None:
    person, late = planned("Ivy", on(23, 23, 30), by=nia)
    device = enrol_device(name="Blue phone", by=nia, at=on(23, 20)).device_id
    with gate.person(person, by=nia, at=on(23, 20), why="arranging"):
        rounds.carry(encounter_id=late, device_id=device, by=nia, at=on(23, 20))
    record = {
        "id": str(new_id()), "visit": str(late), "kind": "contact", "way": "telephone", "words": "Well",
        "happened_at": on(23, 23, 50).isoformat(), "written_at": on(24, 0, 5).isoformat(),
    }  # fmt: skip
    fates = [rounds.receive_offline(sent=record, device_id=device, by=nia, at=on(24, 0, 10)).state for _ in range(2)]
    assert fates == ["taken", "taken"]
    with opened(person):
        made = visit(late)
    assert made is not None and (made.contact_at, made.written_at) == (on(23, 23, 50), on(24, 0, 5))
    assert carried(nia, on(24, 0, 20)) == carried(nia, on(24, 7)) == [late]


@pytest.mark.parametrize(
    ("evening", "hours"),
    [
        ("2026-10-24T22:40Z", ["2026-10-25T00:30Z", "2026-10-25T01:30Z", "2026-10-25T07:59Z"]),
        ("2026-03-28T23:40Z", ["2026-03-29T00:30Z", "2026-03-29T01:30Z", "2026-03-29T06:59Z"]),
    ],
    ids=["the clocks go back", "the clocks go forward"],
)
def test_the_night_on_a_phone_is_whole_when_the_clocks_change(nia: Actor, evening: str, hours: list[str]) -> None:
    made = [planned(f"Ivy{number}", datetime.fromisoformat(each), by=nia)[1] for number, each in enumerate(hours)]
    assert carried(nia, datetime.fromisoformat(evening)) == made


def test_what_was_left_open_long_ago_makes_room_on_the_phone(nia: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("homeward.rounds.queries.pocket.MOST", 2)
    _old, newer, tonight = (planned(f"Ivy{day}", on(day, 5), by=nia)[1] for day in (9, 21, 24))
    _, done = planned("Done", on(23, 20), by=nia)
    record_contact(encounter_id=done, contact_at=on(23, 20), words="Well", way="telephone", by=nia, at=on(23, 20, 30))
    assert carried(nia, on(23, 22)) == [newer, tonight]
