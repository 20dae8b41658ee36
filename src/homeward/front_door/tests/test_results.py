"""Do the numbers count what they say, are small ones honest, and does each open to its list?"""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.access.api import system
from homeward.foundation.errors import NotFound
from homeward.front_door.api import Result, behind, decide, find_outcomes, intend, results, wilson
from homeward.front_door.tests.arranging import advised, after, at_the_door, came, clinician, screened, taken
from homeward.front_door.tests.test_outcomes import THREE, somebody_else_is_admitted
from homeward.hospital.api import admit
from homeward.referrals.tests.arranging import person

# A busy machine draws slowly: that says nothing about the rule.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(
    ("met", "of", "low", "high"),
    [
        (7, 8, 0.5291, 0.9776),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (1, 2, 0.0945, 0.9055),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_the_interval_is_wilsons(met: int, of: int, low: float, high: float) -> None:
    """7 of 8 and the published examples of Newcombe (Stat Med 1998;17:857-872, table I) to four places."""
    found = wilson(met, of)
    assert (round(found.low or 0, 4), round(found.high or 0, 4)) == (low, high)


@PATIENT
@given(of=st.integers(1, 5000), met=st.integers(0, 5000))
def test_the_interval_holds_its_share(of: int, met: int) -> None:
    found = wilson(min(met, of), of)
    assert found.low is not None and found.share is not None and found.high is not None
    assert 0 <= found.low <= found.share + 1e-12 and found.share - 1e-12 <= found.high <= 1


def test_of_none_there_is_no_share() -> None:
    assert wilson(0, 0).share is None


def numbers(at: datetime = THREE + timedelta(days=1)) -> dict[str, Result]:
    groups = results(days=365, by=clinician(), at=at)
    return {each.figure.code: each for _, group in groups for each in group}


def stayed(result: Result) -> tuple[int, int, int, int]:
    return (result.share.met, result.share.of, result.not_known, result.too_early)


@pytest.mark.django_db
def test_avoided_needs_hospital_to_have_been_meant_and_nobody_admitted() -> None:
    who = person()
    advised(person())  # meant for hospital, not admitted
    advised(who)  # meant for hospital, admitted next day
    advised(person(), intended="stay")  # never meant for hospital
    advised(None, told_words="A man at the station")  # nobody can look that up
    taken(person())  # not advised yet
    at = after(60 * 24)
    admit(person_id=who, hospital="heartlands-hospital", ward="stroke", admitted_at=at, by=system("demo"), at=at)
    somebody_else_is_admitted(THREE)
    find_outcomes(at=THREE)
    found = numbers()
    assert stayed(found["line-avoided-72"]) == (1, 2, 1, 0)
    assert stayed(found["line-avoided-168"]) == (0, 0, 1, 2)
    assert stayed(found["line-changed"]) == (3, 3, 0, 0)


@pytest.mark.django_db
def test_seven_of_eight_stayed_says_how_sure_that_is() -> None:
    for number in range(8):
        advised(person(), "convey" if number == 7 else "stay", caller_kind="mental-health-ward", waited_seconds=60)
    found = numbers()["opal-plus-mental-health-ward"]
    assert stayed(found) == (7, 8, 0, 0) and found.middle == pytest.approx(9)
    assert (round((found.share.low or 0) * 100), round((found.share.high or 0) * 100)) == (53, 98)


@pytest.mark.django_db
def test_a_door_compares_what_was_meant_with_what_was_decided() -> None:
    by = at_the_door()
    for meant, decided in (("admit", "home"), ("admit", "short-stay"), ("home", "home"), ("not-decided", "home")):
        who = person()
        made = came(who, by=by)
        screened(who, by=by, at=after(40 if decided == "home" else 20), frailty=6)
        intend(arrival_id=made, code=meant, by=by, at=after(41))
        decide(arrival_id=made, code=decided, decided_by="Dr Bose", by=by, at=after(50))
    found = numbers()
    assert stayed(found["door-changed"]) == (1, 2, 0, 0)
    assert stayed(found["door-avoided-72"]) == (0, 0, 0, 2)
    assert stayed(found["heartlands-screened"]) == (1, 4, 0, 0) and found[
        "heartlands-screened"
    ].middle == pytest.approx(40)


@pytest.mark.django_db
def test_ringing_first_is_counted_from_both_ends() -> None:
    rang = person()
    taken(rang)
    came(rang, at=after(60))  # the crew had rung: one incident, not two
    came(person())  # nobody rang
    came(person(), way="own-way")  # nobody conveyed
    assert stayed(numbers()["rang-first"]) == (1, 2, 0, 0)


@pytest.mark.django_db
def test_a_number_opens_to_its_list_with_names_of_ones_own_people_only() -> None:
    who, by = person(), clinician()
    advised(who, by=by)
    advised(person(), "convey", by=by)
    opened = behind("line-changed", days=365, by=by, at=THREE)
    assert [(row.status, row.name) for row in opened.rows] == [("met", "Ivy Cole"), ("not_met", "Ivy Cole")] or len(
        opened.rows
    ) == 2
    assert opened.others == 0 and isinstance(opened.rows[0].id, UUID)
    assert [row.person_id for row in behind("line-changed", days=365, by=by, at=THREE, status="met").rows] == [who]
    elsewhere = behind("line-changed", days=365, by=at_the_door(), at=THREE)
    assert (elsewhere.rows, elsewhere.others) == ([], 2)
    with pytest.raises(NotFound):
        behind("nothing", days=28, by=by, at=THREE)
