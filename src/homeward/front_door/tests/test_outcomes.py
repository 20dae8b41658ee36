"""Is what came of it found by itself, from what was told, and called not known where nobody has told enough?"""

import json
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.access.api import system
from homeward.front_door.api import OutcomeView, call_view, find_outcomes
from homeward.front_door.rules.found import Stay, find, next_look
from homeward.front_door.tests.arranging import FELL, advised, after, clinician
from homeward.front_door.vocabulary import GIVE_UP
from homeward.hospital.api import admit, strike
from homeward.people.api import die
from homeward.records.api import Received, take
from homeward.referrals.tests.arranging import person

HOSPITALS = ("queen-elizabeth-hospital", "heartlands-hospital", "good-hope-hospital")
THREE, SEVEN = after(8) + timedelta(hours=72), after(8) + timedelta(days=7)


def somebody_else_is_admitted(at: datetime, hospitals: tuple[str, ...] = HOSPITALS) -> None:
    """Each hospital tells of a stay that began then, so that it has told of everything before."""
    for hospital in hospitals:
        admit(person_id=person(), hospital=hospital, ward="older-people-a", admitted_at=at, by=system("demo"), at=at)


def outcomes(call: UUID, at: datetime) -> list[OutcomeView]:
    return list(call_view(call, by=clinician(), at=at).outcomes)


@pytest.mark.django_db
def test_nothing_is_looked_up_before_its_time() -> None:
    call = advised(person())
    assert find_outcomes(at=THREE - timedelta(minutes=1)) == 0
    assert [each.words for each in outcomes(call, after(10))] == ["Will be looked up"] * 2


@pytest.mark.django_db
def test_not_admitted_is_said_when_every_hospital_has_told_of_later_things() -> None:
    call = advised(person())
    somebody_else_is_admitted(THREE)
    assert find_outcomes(at=THREE + timedelta(minutes=5)) == 1
    first, second = outcomes(call, THREE + timedelta(minutes=6))
    assert (first.code, second.code) == ("not_admitted", "") and "Heartlands Hospital" in first.source
    assert find_outcomes(at=THREE + timedelta(minutes=10)) == 0


@pytest.mark.django_db
@pytest.mark.hazard(
    "HZ-M1-9",
    hazard="Somebody counts as admitted after advice because of a stay that was another person's.",
    control="An outcome that rests on a stay which was struck out is not known any more and is looked up anew; any other outcome that was found stays.",
)
def test_an_outcome_that_rests_on_a_stay_entered_in_error_is_looked_up_anew() -> None:
    who = person()
    call = advised(who)
    stay = admit(person_id=who, hospital=HOSPITALS[1], ward="older-people-a", admitted_at=after(600), by=system("demo"), at=after(600))
    somebody_else_is_admitted(THREE)
    find_outcomes(at=THREE)
    assert outcomes(call, THREE)[0].code == "admitted"
    strike(stay_id=stay, words="The man in the next bed", by=system("demo"), at=THREE + timedelta(hours=1))
    assert (outcomes(call, THREE + timedelta(hours=2))[0].code, outcomes(call, THREE + timedelta(hours=2))[0].state) == ("", "waiting")
    find_outcomes(at=THREE + timedelta(hours=3))
    assert outcomes(call, THREE + timedelta(hours=4))[0].code == "not_admitted"


@pytest.mark.django_db
@pytest.mark.hazard(
    "HZ-M1-1",
    hazard="An admission counts as avoided because nobody has told us of it yet.",
    control="Without a stay, the outcome is 'not known' until every hospital with a front door has told of something later.",
)
def test_silence_is_not_known_and_is_looked_up_again() -> None:
    call = advised(person())
    somebody_else_is_admitted(THREE, HOSPITALS[:2])
    somebody_else_is_admitted(THREE - timedelta(hours=1), HOSPITALS[2:])
    find_outcomes(at=THREE)
    first = outcomes(call, THREE)[0]
    assert (first.code, first.state, first.due_at) == ("not_known", "waiting", THREE + timedelta(hours=6))
    assert "Good Hope" in first.source and "Heartlands" not in first.source
    somebody_else_is_admitted(THREE + timedelta(hours=3), HOSPITALS[2:])
    find_outcomes(at=THREE + timedelta(hours=6))
    assert outcomes(call, THREE + timedelta(hours=7))[0].code == "not_admitted"


@pytest.mark.django_db
def test_an_admission_is_found_with_the_stay_that_says_so() -> None:
    who = person()
    call = advised(who)
    at = after(8) + timedelta(hours=80)
    stay = admit(person_id=who, hospital=HOSPITALS[1], ward="stroke", admitted_at=at, by=system("demo"), at=at)
    somebody_else_is_admitted(SEVEN)
    find_outcomes(at=SEVEN)
    first, second = outcomes(call, SEVEN)
    assert (first.code, second.code, second.found_on) == ("not_admitted", "admitted", at)
    assert stay and "Heartlands" in second.source


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "status", "found"),
    [("IMP", "finished", "admitted"), ("AMB", "finished", "not_known"), ("IMP", "entered-in-error", "not_known")],
)
def test_a_partners_encounter_is_evidence_when_it_is_an_inpatient_stay(code: str, status: str, found: str) -> None:
    who = person()
    call = advised(who)
    begins = (after(8) + timedelta(hours=5)).isoformat()
    body = {
        "resourceType": "Encounter",
        "id": "e1",
        "status": status,
        "class": {"code": code},
        "period": {"start": begins},
    }
    take(
        person_id=who,
        resources=[Received(kind="Encounter", text=json.dumps(body))],
        source="A trust",
        by=system("demo"),
        at=THREE,
    )
    find_outcomes(at=THREE)
    assert outcomes(call, THREE)[0].code == found


@pytest.mark.django_db
def test_a_death_is_neither_avoided_nor_admitted() -> None:
    who = person()
    call = advised(who)
    die(person_id=who, died_at=after(8) + timedelta(hours=20), source="practice", by=system("demo"), at=THREE)
    find_outcomes(at=THREE)
    assert outcomes(call, THREE)[0].code == "died"


@pytest.mark.django_db
def test_what_is_never_told_is_given_up_and_stays_not_known() -> None:
    call = advised(person())
    at, looks = THREE, 0
    while at < THREE + GIVE_UP + timedelta(days=30):
        looks += find_outcomes(at=at)
        at += timedelta(hours=6)
    assert {(each.code, each.state) for each in outcomes(call, at)} == {("not_known", "given_up")}
    assert looks < 25


HOURS = st.integers(-100, 200)
# A busy machine draws slowly: that says nothing about the rule.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@PATIENT
@given(begins=st.lists(HOURS, max_size=4), died=st.none() | HOURS, told=st.lists(st.none() | HOURS, max_size=3))
def test_the_rule_under_any_tellings(begins: list[int], died: int | None, told: list[int | None]) -> None:
    def hour(number: int) -> datetime:
        return FELL + timedelta(hours=number)

    found = find(
        since=FELL, until=hour(72), stays=[Stay(began_at=hour(each), source="A", id=uuid4()) for each in begins],
        died_at=None if died is None else hour(died),
        told_until={str(number): None if each is None else hour(each) for number, each in enumerate(told)},
    )  # fmt: skip
    admitted = any(0 <= each < 72 for each in begins)
    if admitted:
        assert found.code == "admitted" and found.evidence_id
    elif died is not None and 0 <= died < 72:
        assert found.code == "died"
    elif told and all(each is not None and each >= 72 for each in told):
        assert found.code == "not_admitted"
    else:
        assert found.code == "not_known"
    assert found.source


@PATIENT
@given(hours=st.integers(0, 2000))
def test_the_next_look_is_later_and_ends(hours: int) -> None:
    at = FELL + timedelta(hours=hours)
    again = next_look(until=FELL, at=at)
    assert (again is None) == (at - FELL >= GIVE_UP) and (again is None or again >= at + timedelta(hours=6))
