"""Is a set scored by the person's own scale, and is a partial one never a score, never nought and never in the trend?"""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from homeward.directory import api as directory
from homeward.foundation.errors import Invalid, NotPermitted
from homeward.monitoring.rules.scoring import band_called_for, checked, parts_asked, scored
from homeward.monitoring.tests.arranging import MORNING, WARD, WELL, after, hours, now, on_the_ward, page, seen
from homeward.plans.api import SCORES
from tests.plumbing.people_at_work import citizen, staff

pytestmark = pytest.mark.django_db


def test_a_whole_set_is_scored_and_says_when_to_look_again() -> None:
    stay = on_the_ward()
    found = seen(stay, at=after(30))
    assert (found.scored.total, found.scored.response, found.alert_id) == (0, "low", None)
    assert found.next_due_at == after(30) + hours(12)
    worse = seen(stay, at=after(60), respiratory_rate=22.0, heart_rate=112.0, temperature=38.4)
    assert (worse.scored.total, worse.scored.response) == (5, "medium")
    assert worse.next_due_at == after(60) + hours(1) and worse.alert_id is not None


def test_new_confusion_alone_is_an_urgent_look() -> None:
    stay = on_the_ward()
    found = seen(stay, at=after(30), consciousness="C")
    assert (found.scored.total, found.scored.response) == (3, "low-medium")
    assert found.next_due_at == after(30) + hours(4) and found.alert_id is not None


@pytest.mark.hazard(
    "HZ-S13-1",
    hazard="Somebody who lives with low oxygen is scored on the wrong scale: alarms all day, or too much oxygen unseen.",
    control="The scale belongs to the person, is set by a clinician with a reason, and is never asked at the bedside.",
)
@pytest.mark.parametrize(
    ("scale", "spo2", "oxygen", "points"),
    [
        ("1", 91.0, "0", 3), ("1", 92.0, "0", 2), ("1", 95.0, "0", 1), ("1", 96.0, "0", 0),
        ("2", 83.0, "0", 3), ("2", 85.0, "0", 2), ("2", 87.0, "0", 1), ("2", 88.0, "0", 0), ("2", 93.0, "0", 0),
        ("2", 93.0, "1", 1), ("2", 96.0, "1", 2), ("2", 97.0, "1", 3),
    ],
)  # fmt: skip
def test_the_scale_is_the_persons_own(scale: str, spo2: float, oxygen: str, points: int) -> None:
    stay = on_the_ward(spo2_scale=scale, scale_why="COPD, target set by Dr Nwosu")
    found = seen(stay, at=after(10), spo2=spo2, supplemental_oxygen=oxygen)
    assert found.scored.points["spo2"] == points
    assert found.scored.total == points + (2 if oxygen == "1" else 0)
    assert page(stay, at=after(11)).sets[0].scale == scale


@pytest.mark.hazard(
    "HZ-S13-2",
    hazard="Half a set of observations is counted as a low score, and the picture shows somebody getting better who was not measured.",
    control="A set with a sign missing has no total by a constraint of the database; it moves no due time and stands in no trend.",
)
@pytest.mark.parametrize("missing", sorted(WELL))
def test_a_partial_set_is_no_score_and_changes_no_trend(missing: str) -> None:
    stay = on_the_ward()
    seen(stay, at=after(30), heart_rate=95.0)
    before = now(stay)
    found = seen(stay, at=after(90), **{missing: None})
    assert found.scored.total is None and found.alert_id is None
    after_it = now(stay)
    assert (after_it.last_total, after_it.last_set_at, after_it.next_due_at) == (
        1,
        before.last_set_at,
        before.next_due_at,
    )
    newest = page(stay, at=after(91)).sets[0]
    assert newest.total is None and newest.said[missing] == "" and newest.scored.missing == (missing,)


def test_a_partial_set_that_is_bad_enough_already_alerts() -> None:
    stay = on_the_ward()
    found = seen(stay, at=after(30), temperature=None, heart_rate=132.0)
    assert found.scored.total is None and found.alert_id is not None
    alert = page(stay, at=after(31)).open_alerts[0]
    assert alert.level == "amber" and "No NEWS2 yet" in alert.words
    assert now(stay).next_due_at == MORNING  # still due: nobody has the whole picture


def test_a_set_told_late_changes_nothing_newer_and_rings_nobody() -> None:
    stay = on_the_ward()
    seen(stay, at=after(120))
    late = seen(stay, at=after(125), taken_at=after(60), respiratory_rate=30.0, consciousness="V", heart_rate=140.0)
    assert late.scored.response == "high" and late.alert_id is None
    assert (now(stay).last_total, now(stay).last_set_at) == (0, after(120))
    assert len(page(stay, at=after(126)).sets) == 2


def test_the_same_press_twice_is_one_set() -> None:
    stay = on_the_ward()
    first = seen(stay, at=after(10), key="a", consciousness="C")
    second = seen(stay, at=after(11), key="a", consciousness="C")
    assert second.set_id == first.set_id and second.again
    assert len(page(stay, at=after(12)).sets) == 1


def test_what_cannot_be_is_refused_sign_by_sign() -> None:
    stay = on_the_ward()
    with pytest.raises(Invalid) as wrong:
        seen(stay, at=after(10), heart_rate=720.0, spo2=101.0, consciousness="X", taken_at=after(20))
    assert set(wrong.value.errors) == {"heart_rate", "spo2", "consciousness", "taken_at"}
    with pytest.raises(Invalid, match="at least one"):
        seen(stay, at=after(10), **dict.fromkeys(WELL))
    assert page(stay, at=after(12)).sets == []


def test_only_those_who_look_after_the_person_observe() -> None:
    stay = on_the_ward()
    with pytest.raises(NotPermitted):
        seen(stay, at=after(10), by=staff(role="community-nurse", teams=("dn-west",)))
    with pytest.raises(NotPermitted):
        seen(stay, at=after(10), by=citizen(person_id=None))
    own = citizen(person_id=now(stay).person_id)
    assert seen(stay, at=after(10), by=own, source="carer").scored.total == 0


VALUES: dict[str, Any] = {
    "respiratory_rate": some.none() | some.integers(0, 60).map(float),
    "spo2": some.none() | some.integers(60, 100).map(float),
    "supplemental_oxygen": some.sampled_from([None, "0", "1"]),
    "systolic_bp": some.none() | some.integers(40, 260).map(float),
    "heart_rate": some.none() | some.integers(20, 220).map(float),
    "consciousness": some.sampled_from([None, *"ACVPU"]),
    "temperature": some.none() | some.floats(32, 42),
}


@settings(deadline=None, max_examples=200)  # a busy machine is no fault of the rule
@given(some.fixed_dictionaries(VALUES), some.sampled_from(["1", "2"]))
def test_monitoring_uses_the_rule_as_it_is(signs: dict[str, Any], scale: str) -> None:
    policy = directory.place().monitoring_of(WARD)
    assert policy is not None
    found = scored(checked(signs, score=policy.score), score=policy.score, scale=scale)
    plain = SCORES[policy.score].work_out({**signs, "spo2_scale": scale})
    assert found == plain and (found.total is None) is any(value is None for value in signs.values())
    band = band_called_for(policy, found)
    threes = [each for each in found.points.values() if each == 3]
    assert (band is not None) is bool(found.so_far >= 5 or threes)


def test_every_response_of_the_score_has_a_band_here() -> None:
    for policy in directory.place().monitoring_policies.values():
        assert [band.response for band in policy.bands] == ["low", "low-medium", "medium", "high"]
        signs = {sign.column for sign in policy.signs}
        assert signs == {part.column for part in parts_asked(policy.score)}
        for sign in policy.signs:
            part = SCORES[policy.score].part(sign.column)
            assert {value for _, value in sign.answers} <= set(part.choices or ())


def test_due_times_follow_the_declared_bands() -> None:
    stay = on_the_ward()
    steps: tuple[tuple[int, dict[str, Any], timedelta], ...] = (
        (0, {}, timedelta(hours=12)),
        (10, {"respiratory_rate": 25.0}, timedelta(hours=4)),
        (20, {"respiratory_rate": 25.0, "heart_rate": 120.0}, timedelta(hours=1)),
        (30, {"respiratory_rate": 25.0, "heart_rate": 131.0, "temperature": 39.5}, timedelta(minutes=30)),
    )
    for minutes, changed, wait in steps:
        at = datetime(2026, 3, 3, 11, minutes, tzinfo=UTC)
        assert seen(stay, at=at, **changed).next_due_at == at + wait


@pytest.mark.hazard(
    "HZ-S13-41",
    hazard="A nurse types the minute in which a device has just spoken; her worse set counts as older than the device's, and rings nobody.",
    control="A time typed in whole minutes is not before what was measured in that very minute and written down first.",
)
def test_a_worse_set_typed_as_the_minute_of_the_one_before_it_is_the_newest_and_rings() -> None:
    stay = on_the_ward()
    minute = after(30)
    seen(stay, at=minute + timedelta(seconds=40))
    worse = seen(stay, at=minute + timedelta(seconds=70), taken_at=minute, respiratory_rate=26.0, heart_rate=132.0)
    assert worse.alert_id is not None and now(stay).last_total == worse.scored.total == 6
    assert [each.total for each in page(stay, at=after(40)).sets[:2]] == [6, 0]
    older = seen(stay, at=after(41), taken_at=minute - timedelta(minutes=1), respiratory_rate=26.0, heart_rate=132.0)
    assert older.alert_id is None, "a set of the minute before is older, and rings nobody"
