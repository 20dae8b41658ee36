"""Are made-up people drawn to the declared shape, the same for the same seed, and never real?"""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from homeward.demo.persons import People
from homeward.demo.schedule import Someone, a_year
from homeward.directory.api import place
from homeward.foundation import nhs_number
from homeward.foundation.ids import new_id
from homeward.grammar.api import SyntheticPopulation
from homeward.people.api import PersonDetails

DAY = date(2026, 11, 21)
UNTIL = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def shape() -> SyntheticPopulation:
    return next(iter(place().populations.values()))


def drawn(shape: SyntheticPopulation, count: int, seed: int = 1) -> list[PersonDetails]:
    return list(People(place=place(), shape=shape, seed=seed, day=DAY).draw(count))


def test_the_same_seed_draws_the_same_people_and_another_seed_others(shape: SyntheticPopulation) -> None:
    assert drawn(shape, 50) == drawn(shape, 50)
    assert drawn(shape, 50) != drawn(shape, 50, seed=2)


def test_every_nhs_number_is_valid_its_own_and_of_the_range_that_is_never_issued(shape: SyntheticPopulation) -> None:
    numbers = [person.nhs_number for person in drawn(shape, 500)]
    assert len(set(numbers)) == 500
    assert all(nhs_number.is_valid(number) and nhs_number.is_synthetic(number) for number in numbers)


def test_people_are_as_old_as_declared(shape: SyntheticPopulation) -> None:
    ages = [(DAY - person.birth_date).days / 365.25 for person in drawn(shape, 4000) if person.birth_date]
    for band in shape.ages:
        share = sum(band.youngest <= age < band.oldest + 1 for age in ages) / len(ages)
        assert share == pytest.approx(band.share, abs=0.03), band


def test_shares_of_the_declared_shape_add_up(shape: SyntheticPopulation) -> None:
    assert sum(band.share for band in shape.ages) == pytest.approx(1)
    for mix in shape.mixes:
        assert sum(share for _, share in mix.shares) == pytest.approx(1, abs=0.005), mix.area


def test_needs_arise_at_the_declared_rate_among_the_old_enough(shape: SyntheticPopulation) -> None:
    people = [Someone(person_id=new_id(), birth_date=one.birth_date) for one in drawn(shape, 5000) if one.birth_date]
    born = {one.person_id: one.birth_date for one in people}
    year = a_year(shape=shape, people=people, seed=1, until=UNTIL)
    found = Counter(arising.need.need for arising in year)
    for need in shape.needs:
        assert found[need.need] == pytest.approx(need.per_year * 5000 / shape.registered, abs=2), need.need
    assert all((DAY - born[each.person_id]).days >= each.need.youngest * 365 for each in year)
    assert all(earlier.at <= later.at < UNTIL for earlier, later in zip(year, year[1:], strict=False))


@pytest.mark.parametrize("count", [300, 4000])
def test_as_many_live_in_care_homes_as_declared_and_all_of_them_are_old(shape: SyntheticPopulation, count: int) -> None:
    """In England about one in forty of those aged 65 and over, most of them over 85 (Census 2021)."""
    residents = [one for one in drawn(shape, count) if one.usual_place == shape.care_home]
    declared = sum(band.share * band.in_care_homes for band in shape.ages) * count
    assert abs(len(residents) - declared) < 2.5 and residents
    assert all(one.birth_date and (DAY - one.birth_date).days >= 65 * 365 for one in residents)
