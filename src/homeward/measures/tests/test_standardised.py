"""Is a rate standardised for age as by hand, to the last digit, and never beyond what its ages say?"""

from dataclasses import replace
from datetime import date
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.grammar.api import STANDARDS
from homeward.measures.queries.asking import Asked
from homeward.measures.queries.by_age import counted_by_age
from homeward.measures.rules.standardised import TOO_FEW, AgeGroup, standardised

OLD = STANDARDS["European standard population 2013, ages 65 and over"]
WHOLE = STANDARDS["European standard population 2013"]
PEOPLE = (1100, 500, 200, 250, 75, 50)
EVENTS = (11, 10, 8, 10, 6, 5)


def ages(people: tuple[int, ...], events: tuple[int, ...]) -> list[AgeGroup]:
    return [
        AgeGroup(youngest=youngest, weight=weight, base=base, events=met)
        for (youngest, weight), base, met in zip(OLD, people, events, strict=True)
    ]


def test_the_standard_has_a_hundred_thousand_people_and_the_old_of_it_nineteen_thousand_five_hundred() -> None:
    assert sum(weight for _, weight in WHOLE) == 100_000 and len(WHOLE) == 19
    assert OLD == ((65, 5500), (70, 5000), (75, 4000), (80, 2500), (85, 1500), (90, 1000))


def test_by_hand_to_the_last_digit() -> None:
    """Weights over people: 5, 10, 20, 10, 20, 20. Times events: 55 + 100 + 160 + 100 + 120 + 100 = 635.

    635 / 19,500 for each 1,000 is 32.5641025641. Squares times events: 275 + 1,000 + 3,200 + 1,000 + 2,400 + 2,000 = 9,875;
    the root of 9,875 / 50 is 14.0534693226. Byar's limits of 50 events are 37.1081004090 and 65.9201566940, so that
    (635 - 14.0534693226 x 12.8918995910) / 19.5 = 23.2730299795 and (635 + 14.0534693226 x 15.9201566940) / 19.5 = 44.0376119851.
    As they are, 50 of 2,175 would be 22.99: these people are younger than the standard.
    """
    found = standardised(ages(PEOPLE, EVENTS), per=1000)
    assert found.value == pytest.approx(32.56410256410256410, rel=1e-15)
    assert found.interval == pytest.approx((23.27302997891794776, 44.03761198506702096), rel=1e-13)
    per_100_000 = standardised(ages(PEOPLE, EVENTS), per=100_000)
    assert per_100_000.value == pytest.approx(3256.410256410256410, rel=1e-15)


def test_nothing_is_said_of_fewer_than_ten_nor_where_an_age_has_nobody() -> None:
    few = standardised(ages(PEOPLE, (2, 2, 2, 1, 1, 1)), per=1000)
    assert (few.value, few.interval, few.why_not) == (None, None, TOO_FEW)
    assert standardised(ages(PEOPLE, (2, 2, 2, 2, 1, 1)), per=1000).value is not None
    gap = standardised(ages((*PEOPLE[:5], 0), (*EVENTS[:5], 0)), per=1000)
    assert gap.value is None and gap.why_not == "Nobody in the ages from 90: their rate is not known"


@pytest.mark.hazard(
    "HZ-S72-66",
    hazard="A board blames a locality for admissions that come of its people being older.",
    control="A rate stands beside itself standardised for age to a named population, with its interval, place by place.",
)
def test_two_places_alike_at_every_age_come_out_alike_however_old_they_are() -> None:
    young, old = (6000, 4000, 2000, 1000, 400, 200), (600, 800, 1000, 1200, 1400, 1600)
    of_each_age = (1, 2, 4, 6, 9, 12)  # of a hundred
    both = [
        standardised(ages(people, tuple(n * c // 100 for n, c in zip(people, of_each_age, strict=True))), per=1000)
        for people in (young, old)
    ]
    assert both[0].value == pytest.approx(both[1].value, rel=1e-12)
    crude = [sum(n * c for n, c in zip(people, of_each_age, strict=True)) / sum(people) for people in (young, old)]
    assert crude[1] > 2 * crude[0]


BANDS = st.lists(st.tuples(st.integers(1, 5000), st.integers(0, 400)), min_size=6, max_size=6)


@given(BANDS)
def test_it_lies_between_the_rates_of_its_ages_and_in_its_own_interval(bands: list[tuple[int, int]]) -> None:
    groups = ages(tuple(people for people, _ in bands), tuple(events for _, events in bands))
    found = standardised(groups, per=1000)
    if found.value is None or found.interval is None:
        assert sum(each.events for each in groups) < 10
        return
    rates = [1000 * each.events / each.base for each in groups]
    assert min(rates) * (1 - 1e-12) <= found.value <= max(rates) * (1 + 1e-12)
    assert 0 <= found.interval[0] <= found.value <= found.interval[1]


@given(st.integers(2, 50), st.lists(st.integers(1, 500), min_size=6, max_size=6))
def test_ages_of_one_rate_give_that_rate(one_in: int, events: list[int]) -> None:
    groups = ages(tuple(one_in * each for each in events), tuple(events))
    found = standardised([replace(each, events=each.events * 2) for each in groups], per=1000)
    assert found.value == pytest.approx(2000 / one_in, rel=1e-12)


def test_events_and_people_are_counted_by_place_and_by_the_age_of_that_year() -> None:
    """On 15 June 2026: born 1961 is 65, born 1936 is 90 and so is anybody older; born 1962 and nobody knows when are of no band."""
    people = (
        ("a", 1961, "east", "met"), ("b", 1957, "east", "not_met"), ("c", 1956, "east", "met"), ("d", 1936, "west", "met"),
        ("e", 1920, "west", "not_met"), ("f", 1962, "west", "met"), ("g", None, "west", "met"), ("h", 1950, "west", "excluded"),
        ("i", 1961, None, "met"),
    )  # fmt: skip
    with duckdb.connect(":memory:") as lake:
        lake.execute("set TimeZone = 'UTC'")
        lake.execute("create table people (person_id varchar, birth_year integer, locality varchar)")
        lake.execute("create table counted (person_id varchar, started_at timestamptz, status varchar, value double, locality varchar)")
        for one, born, where, status in people:
            lake.execute("insert into people values (?, ?, ?)", [one, born, where])
            lake.execute("insert into counted values (?, '2026-06-15 12:00:00+00', ?, 1, ?)", [one, status, where])
        asked = Asked(first=date(2026, 6, 1), last=date(2026, 6, 30))
        found, out = counted(lake, asked)
        east, _ = counted(lake, replace(asked, cut="locality", value="east"))
        none, _ = counted(lake, Asked(first=date(2026, 5, 1), last=date(2026, 5, 31)))
    assert found == {"east": {65: (1, 2.0), 70: (1, 1.0)}, "west": {90: (1, 2.0)}, "": {65: (1, 1.0)}}
    assert out == 2
    assert set(east) == {"east"} and none == {}


def counted(lake: Any, asked: Asked) -> Any:
    return counted_by_age(lake, "select * from counted", asked=asked, ages=[age for age, _ in OLD])
