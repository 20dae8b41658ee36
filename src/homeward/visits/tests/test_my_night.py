"""Does a round of the night go on past midnight, with everybody in it who is still to be seen or need not be any more?"""

from datetime import datetime, timedelta

import pytest

from homeward.access.api import system
from homeward.foundation.actions import Actor
from homeward.people.api import die
from homeward.referrals.tests.arranging import TEAM
from homeward.visits.api import Stretch, my_visits, my_work, not_seen, record_contact, start
from homeward.visits.tests.at_night import on, planned
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def nia() -> Actor:
    return staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks")


def names(by: Actor, at: datetime, *, done: bool = False) -> list[str]:
    return [row.name.split()[0] for row in my_visits(by=by, at=at) if row.open is not done]


@pytest.mark.hazard(
    "HZ-S17-10",
    hazard="A nurse's round of the night ends at midnight, and whoever is to be seen at one or at five is not seen.",
    control="From four in the afternoon the round goes on to eight in the morning, or to the end of a shift that the roster knows.",
)
def test_the_round_of_an_evening_goes_on_to_the_morning(nia: Actor) -> None:
    for name, hour in {"Late": on(23, 23, 30), "One": on(24, 1), "Five": on(24, 5), "Eight": on(24, 8)}.items():
        planned(name, hour, by=nia)
    assert names(nia, on(23, 15)) == ["Late"]
    assert names(nia, on(23, 22)) == ["Late", "One", "Five"]
    assert names(nia, on(23, 23, 40)) == ["Late", "One", "Five"]
    assert names(nia, on(24, 0, 20)) == ["Late", "One", "Five", "Eight"]
    longer = Stretch(begins=on(23, 20), ends=on(24, 10))
    assert len(my_visits(by=nia, at=on(23, 22), stretch=longer)) == 4
    assert my_work(by=nia, at=on(23, 22), kind="visit").visits == 3
    assert my_work(by=nia, at=on(23, 15), kind="visit").visits == 1
    assert my_work(by=nia, at=on(23, 15), kind="visit", stretch=longer).visits == 4


def test_what_was_written_down_before_midnight_is_still_told_after_it(nia: Actor) -> None:
    (_, seen), (_, refused), (_, begun) = (planned(name, on(23, 22), by=nia) for name in ("Seen", "Refused", "Begun"))
    record_contact(encounter_id=seen, contact_at=on(23, 22, 5), words="Well", way="telephone", by=nia, at=on(23, 22, 15))
    not_seen(encounter_id=refused, reason="did-not-want", next_at=on(24, 5), by=nia, at=on(23, 22, 40))
    start(encounter_id=begun, by=nia, at=on(23, 23, 50))
    for at in (on(23, 23, 55), on(24, 0, 20), on(24, 7)):
        assert sorted(names(nia, at, done=True)) == ["Refused", "Seen"], at
        assert names(nia, at) == ["Begun", "Refused"], at  # she asked for another try at five
    assert names(nia, on(24, 8), done=True) == []


@pytest.mark.hazard(
    "HZ-S17-11",
    hazard="Somebody dies shortly before midnight, their visit goes off the round without a word, and a nurse who knows the round by heart knocks at one.",
    control="What was stopped in this stretch of work stays on the round with its reason until the morning, on both sides of midnight.",
)
def test_who_died_before_midnight_stays_on_the_round_with_the_reason_until_the_morning(nia: Actor) -> None:
    person, _ = planned("Ivy", on(24, 1), by=nia)
    die(person_id=person, died_at=on(23, 23, 20), source="family", by=system("demo"), at=on(23, 23, 45))
    for at in (on(23, 23, 50), on(24, 0, 20)):
        (row,) = my_visits(by=nia, at=at)
        assert (row.state, row.open) == ("stopped", False) and "The person has died. Do not visit" in row.notice


@pytest.mark.parametrize(
    ("evening", "hours"),
    [
        ("2026-10-24T22:40Z", ["2026-10-24T23:30Z", "2026-10-25T00:30Z", "2026-10-25T01:30Z", "2026-10-25T07:59Z"]),
        ("2026-03-28T23:40Z", ["2026-03-29T00:30Z", "2026-03-29T01:30Z", "2026-03-29T06:59Z"]),
    ],
    ids=["the clocks go back", "the clocks go forward"],
)
def test_no_hour_of_the_night_is_left_out_when_the_clocks_change(nia: Actor, evening: str, hours: list[str]) -> None:
    for number, each in enumerate(hours):
        planned(f"Ivy{number}", datetime.fromisoformat(each), by=nia)
    planned("Eight", datetime.fromisoformat(hours[-1]) + timedelta(minutes=1), by=nia)
    assert names(nia, datetime.fromisoformat(evening)) == [f"Ivy{number}" for number in range(len(hours))]


@pytest.mark.hazard(
    "HZ-S17-12",
    hazard="Visits that nobody wrote down for weeks fill a round, and whoever is to be seen tonight falls off its end.",
    control="Where there are too many for a round, this stretch of work comes first and what is older makes room, the oldest first.",
)
def test_what_was_left_open_on_earlier_days_makes_room_for_tonight(nia: Actor) -> None:
    for name, hour in {"Old": on(9, 9), "Newer": on(21, 9), "Tonight": on(24, 5)}.items():
        planned(name, hour, by=nia)
    planned("Anytime", None)
    kept = [row.name.split()[0] for row in my_visits(by=nia, at=on(23, 22), limit=3)]
    assert sorted(kept) == ["Anytime", "Newer", "Tonight"]
